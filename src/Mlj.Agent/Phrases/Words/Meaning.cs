namespace Mlj.Agent.Phrases.Words;

/// <summary>What a word can mean to the grammar. The words themselves stand in the files of <c>Languages</c>, under these names in snake_case.</summary>
internal enum Meaning
{
    Add, New, Blank, Column, Heading, Called, Call, Into, As, In, To, With, For, From, Of, On, By, At, Using, ThatIs, That, Be, Value, Fill,
    Random, Grade, Letter, Pass, Fail, PassFail, Threshold, Half, Score, Test, TestsWord, Sum, Average, Max, Min, Median, Combine,
    Bonus, Participation, Reward, Keep, Show, List, Only, Hide, Except, Remove, Person, Row, All, Who, Took, Missed, Missing, Without, Not,
    Greater, Less, GreaterEqual, LessEqual, OrMore, OrLess, Equals, Between, Contains, Starts, Ends,
    Sort, Alphabetical, Descending, Ascending, High, Low, First, Last, Rename, Change, Instead, Rank, Competition,
    Formula, Plus, Minus, Times, Divided, Multiply, Divide, Difference, Then, And, Or, Also, Otherwise, Filler, It, Them,
    What, HowMany, Vague, Table, Undo, Cancel, No, Name, Email, TestsTaken, Assignment, Status, Number, Phone, Plural, Percent,
    Injection, Secret, Send, Foreign, Tamper, SoThat, Clear, TookAll, Overall, PartName, Abbreviation, Action,
    Group, Somebody, Nobody, Ought, Swap, Receive, Extra, Copy, Afresh, Reason, Asker, Wish, Farewell, Same, Twice,
    Absence, MailHost, Leave, Stay, Halved, Asks, Share, Down, Single,
}

/// <summary>A set of meanings: a bit each, 128 in either half.</summary>
internal readonly record struct Meanings(UInt128 Low, UInt128 High)
{
    private const int Half = 128;

    public bool IsEmpty => (Low | High) == 0;

    public bool Has(Meaning meaning) => ((int)meaning < Half ? Low >> (int)meaning & 1 : High >> ((int)meaning - Half) & 1) != 0;

    public bool HasAny(Meanings others) => ((Low & others.Low) | (High & others.High)) != 0;

    public Meanings Without(Meanings others) => new(Low & ~others.Low, High & ~others.High);

    public static Meanings operator |(Meanings one, Meanings other) => new(one.Low | other.Low, one.High | other.High);

    public static Meanings operator &(Meanings one, Meanings other) => new(one.Low & other.Low, one.High & other.High);

    public static Meanings Of(Meaning meaning) => (int)meaning < Half ? new(UInt128.One << (int)meaning, 0) : new(0, UInt128.One << ((int)meaning - Half));

    public static Meanings Of(params ReadOnlySpan<Meaning> meanings)
    {
        var all = default(Meanings);
        foreach (var meaning in meanings)
            all |= Of(meaning);
        return all;
    }
}
