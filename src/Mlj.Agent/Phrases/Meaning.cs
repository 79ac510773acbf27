namespace Mlj.Agent.Phrases;

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
}

/// <summary>A set of meanings.</summary>
internal readonly record struct Meanings(UInt128 Bits)
{
    public bool IsEmpty => Bits == 0;

    public bool Has(Meaning meaning) => (Bits >> (int)meaning & 1) != 0;

    public bool HasAny(Meanings others) => (Bits & others.Bits) != 0;

    public Meanings Without(Meanings others) => new(Bits & ~others.Bits);

    public static Meanings operator |(Meanings one, Meanings other) => new(one.Bits | other.Bits);

    public static Meanings Of(params ReadOnlySpan<Meaning> meanings)
    {
        UInt128 bits = 0;
        foreach (var meaning in meanings)
            bits |= UInt128.One << (int)meaning;
        return new(bits);
    }
}
