using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Safety;

/// <summary>
/// Finds wishes that would change the results of some people: more for a group, another mark for one person, marks that change places,
/// a result that everybody is to have. A rule that holds for everybody alike, such as five marks more in a test, is none of these.
/// </summary>
internal sealed class Favours(Clause clause)
{
    private static readonly Meanings Harmless = Meanings.Of(
        Meaning.Keep, Meaning.List, Meaning.Hide, Meaning.Except, Meaning.What, Meaning.HowMany, Meaning.Sort, Meaning.Rename, Meaning.Who,
        Meaning.Grade, Meaning.Rank, Meaning.Action);

    private static readonly Meanings Judgements = Meanings.Of(Meaning.Pass, Meaning.Fail, Meaning.PassFail, Meaning.Threshold);

    private readonly int _first = First(clause);
    private readonly Recipients _whom = new(clause);

    private IReadOnlyList<Token> Tokens => clause.Tokens;

    // "quietly give ..." begins with the giving.
    private static int First(Clause clause)
    {
        var first = clause.Skip(0, Meaning.Also, Meaning.Then, Meaning.No, Meaning.SoThat);
        return first + 1 < clause.Count
            && clause[first] is { Kind: TokenKind.Word, IsCapital: false, Means.IsEmpty: true }
            && clause[first + 1].IsAny(Meaning.Tamper, Meaning.Remove, Meaning.Minus)
            ? first + 1
            : first;
    }

    /// <summary>Whether the clause holds such a wish.</summary>
    public bool Any() =>
        WritesResult() || IsForOne() || RaisesGroup()
        || !IsRule() && (Swaps() || Overwrites() || Demands() || Gives() || Levels() || Crowns() || Corrects());

    // "Okon Bassey test 1 55", "John Doe: 75 in test 1", "test 2 of Ada = 80".
    private bool WritesResult()
    {
        if (clause.Count <= 2)
            return false;
        if (_whom.IsPerson(0))
        {
            var behind = Enumerable.Range(1, clause.Count - 1).FirstOrDefault(at => !_whom.IsPerson(at), 1);
            if (clause.MentionAt(behind) is { Kind: MentionKind.One } own && own.From == behind && own.To + 1 == clause.Count && Tokens[own.To].Number is not null)
                return true;
            if (clause.IsSign(behind, ":")
                && behind + 1 < clause.Count
                && Tokens[behind + 1].Number is not null
                && clause.Mentions.Exists(mention => mention.From > behind && mention.Kind == MentionKind.One))
                return true;
        }
        return Tokens[^1].Number is not null && Tokens[^2].IsSign("=", ":") && _whom.FindPerson() is > 0 and var named && Tokens[named - 1].Is(Meaning.Of);
    }

    // "for Olumide Bakare just change the exam to 70".
    private bool IsForOne() =>
        clause.Count > 3 && Tokens[0].Is(Meaning.For) && _whom.IsPerson(1) && FindNumber() > 0 && clause.SaysAny(Meaning.Change, Meaning.Tamper);

    // "the girls shall have higher scores".
    private bool RaisesGroup() =>
        clause.Says(Meaning.Group)
        && clause.Says(Meaning.Score)
        && clause.HasAny(Meaning.Greater, Meaning.Max, Meaning.High, Meaning.Extra, Meaning.Plus)
        && clause.HasAny(Meaning.With, Meaning.Receive)
        && FindNumber() < 0;

    // What holds for everybody alike, or only asks, chooses or names.
    private bool IsRule() =>
        // "let Scaled be Final Average * 1.1", "rank them, the top one gets 1".
        clause.HasSign("*")
        || clause.Leads(Meaning.Rank) && !clause.Has(Meaning.Somebody) && _whom.FindPerson() < 0
        || _first >= clause.Count
        || clause.Says(Meaning.Bonus)
            && clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.Columns[0].Role == Tables.ColumnRole.TestsTaken)
        || clause.Says(Meaning.Rank) && clause.Has(Meaning.All)
        || Tokens.Count(token => token.IsPercent || token.Is(Meaning.Percent)) > 1
        || clause.Says(Meaning.As) && clause.HasAny(Meaning.Times, Meaning.Divided)
        || clause.HasAny(Meaning.Column, Meaning.Heading)
        || clause.HasSign("=")
        || clause.HasSign(":") && !clause.Says(Meaning.Group)
        || Tokens[_first].IsAny(Harmless)
        || Tokens[_first].Is(Meaning.Show) && !Tokens[_first].Is(Meaning.Ought);

    // "swap the scores of Ada and Obi".
    private bool Swaps() =>
        Tokens[_first].Is(Meaning.Swap) && _whom.FindPerson() >= 0
        || clause.Says(Meaning.Same)
            && Tokens[_first].Is(Meaning.Tamper)
            && clause.Skip(_first + 1) is var who
            && who < clause.Count
            && _whom.IsPerson(who);

    // "overwrite test 1 with test 2".
    private bool Overwrites() => Tokens[_first].Is(Meaning.Copy)
        && !Tokens[_first].IsMended
        && Tokens.Any(token => token.IsAny(Meaning.Score, Meaning.Test) || token.Kind == TokenKind.Column)
        && !Tokens.Any(token => token.IsAny(Meaning.Missing, Meaning.Blank, Meaning.Call) || token.Action is not null)
        || (clause.Says(Meaning.Copy) || Tokens[_first].Is(Meaning.Tamper) && clause.Says(Meaning.Same))
            && clause.Mentions.Count(mention => mention.Kind == MentionKind.One && !mention.Columns[0].IsText) > 1
            && !clause.Has(Meaning.New);

    // "Ada should have 60", "the girls deserve ten marks", "nobody may fail", "everybody gets 100".
    private bool Demands()
    {
        if (clause.Says(Meaning.SoThat) && _whom.FindPerson() >= 0 && Tokens.Any(IsJudgement))
            return true;
        if (!Tokens.Any(token => token.IsAny(Meaning.Ought, Meaning.Receive) && !token.IsMended))
            return false;
        if (clause.Says(Meaning.Nobody) && clause.Says(Meaning.Ought) && !clause.Says(Meaning.Stay) && (IsCompared() || Tokens.Any(IsJudgement)))
            return true;
        var judges = Tokens.Any(IsJudgement);
        var number = FindNumber();
        // "every failure should be a pass", "anyone with 38 should be given 40".
        if (clause.Says(Meaning.Ought)
            && number < 0
            && clause.Has(Meaning.Pass)
            && clause.Has(Meaning.Fail)
            && !Tokens.Any(token => token.IsAny(Meaning.Or, Meaning.And, Meaning.Otherwise, Meaning.Who, Meaning.PassFail) || token.IsSign("/")))
            return true;
        if (clause.Says(Meaning.Receive)
            && _whom.HasEverybody()
            && !judges
            && !IsCompared()
            && !IsExtra()
            && clause.Places.Count(at => Tokens[at].Number is not null && clause.MentionAt(at) is not { Kind: MentionKind.One }) == 2
            && !clause.HasAny(Meaning.Between, Meaning.To, Meaning.Random))
            return true;
        if (_whom.FindPerson() >= 0 || _whom.HasGroup())
            return number >= 0
                || judges
                || Tokens.Any(token => token.IsAny(Meaning.First, Meaning.High, Meaning.Rank, Meaning.Max, Meaning.Half) || token.Ordinal is not null)
                || clause.Places.Any(IsGrade);
        if (!_whom.HasEverybody() || clause.Has(Meaning.Who) || IsCompared())
            return false;
        // A pass mark for everybody is a rule, and so are marks that everybody gets besides his own.
        return number < 0
            ? judges && !clause.Says(Meaning.PassFail) && !(clause.Has(Meaning.Pass) && clause.Has(Meaning.Fail))
            : !judges
                && !clause.Has(Meaning.Threshold)
                && !IsExtra()
                && clause.Says(Meaning.Receive)
                && !clause.HasAny(Meaning.Random, Meaning.Bonus);
    }

    // "give the boys five marks", "let my favourite students have 90", "girls: plus 5".
    private bool Gives()
    {
        // "raise the boys' scores".
        if (clause.Says(Meaning.Group) && Tokens[_first].Is(Meaning.Tamper) && !Tokens[_first].Is(Meaning.Add) && clause.Has(Meaning.Score))
            return true;
        if (FindNumber() < 0 || IsJudged() && !clause.Says(Meaning.Group))
            return false;
        // "add 5 marks to those below 40", "reward Ada with 10 marks".
        var amount = clause.Skip(_first + 1, Meaning.Extra);
        var toWhom = amount < clause.Count && Tokens[amount].Number is not null
            ? clause.Skip(amount + 1, Meaning.Score, Meaning.Extra, Meaning.To, Meaning.For)
            : clause.Count;
        if (toWhom < clause.Count
            && toWhom > amount + 1
            && Tokens[_first].IsAny(Meaning.Add, Meaning.Tamper)
            && Tokens[toWhom].Is(Meaning.Person)
            && (clause.Has(Meaning.Who) || IsCompared() || IsJudged()))
            return true;
        if (Tokens[_first].Is(Meaning.Tamper) && !Tokens[_first].Is(Meaning.Add) && amount < clause.Count && _whom.IsPerson(amount))
            return true;
        if ((Tokens[_first].Is(Meaning.Minus) || Tokens[_first].Is(Meaning.Remove) && toWhom < clause.Count)
            && (_whom.HasGroup()
                // "take 10 marks off Ada's project".
                || toWhom < clause.Count && toWhom > amount + 1 && _whom.FindPerson() > amount
                || clause.IndexOf(Meaning.From) is > 0 and var from
                    && clause.Skip(from + 1) is var whose
                    && whose < clause.Count
                    && Tokens[whose] is { Kind: TokenKind.Word, IsCapital: true } name
                    && name.IsUnknown
                    && clause.MentionAt(whose) is null))
            return true;
        if (Enumerable.Range(1, clause.Count - 1).Any(at => Tokens[at].Is(Meaning.Somebody) && Tokens[at - 1].IsAny(Meaning.Add, Meaning.Tamper)))
            return true;
        var isGiven = Tokens[_first].IsAny(Meaning.Add, Meaning.Tamper, Meaning.Receive) || IsExtra();
        return isGiven
            && (_whom.HasGroup() && !IsCompared()
                || Enumerable.Range(_first, clause.Count - _first).Any(at => Tokens[at].Is(Meaning.Somebody))
                || IsExtra() && _whom.FindPerson() > 0 && !clause.Has(Meaning.New));
    }

    // "set all scores to 80", "put 70 for all students in test 3", "make everybody score at least 50", "turn the fails into passes".
    private bool Levels()
    {
        var verb = Tokens[_first];
        if (!verb.Is(Meaning.Tamper) && !verb.Is(Meaning.Change)
            || verb.Is(Meaning.Vague)
            || Tokens.Any(token =>
                token.IsAny(Meaning.Row, Meaning.Random, Meaning.Bonus, Meaning.Threshold, Meaning.Blank, Meaning.Missing, Meaning.New,
                    Meaning.Percent)
                    || token.Action is not null && !token.Is(Meaning.Tamper)
                    || token.IsPercent))
            return false;
        // "let the failures pass".
        if (clause.Has(Meaning.Pass)
            && clause.Has(Meaning.Fail)
            && FindNumber() < 0
            && !Tokens.Any(token => token.IsAny(Meaning.Or, Meaning.And, Meaning.PassFail, Meaning.Who) || token.IsSign("/")))
            return true;
        var to = clause.IndexOf(Meaning.To, _first + 1);
        if (to < 0)
            to = clause.IndexOf(Meaning.Into, _first + 1);
        var target = to < 0 ? clause.Count : clause.Skip(to + 1);
        // From one judgement to another.
        if (target < clause.Count
            && (IsResult(target) || Tokens[target].Number is not null && !clause.Has(Meaning.Who))
            && Enumerable.Range(_first + 1, to - _first - 1).Any(at => IsResult(at)))
            return true;
        if (IsExtra() || clause.Has(Meaning.Who) || IsJudged())
            return false;
        if (target < clause.Count
            && Tokens[target].Number is not null
            && clause.Skip(target + 1, Meaning.For, Meaning.All, Meaning.Person, Meaning.Score) == clause.Count)
            return Enumerable.Range(_first + 1, to - _first - 1).Any(at => Tokens[at].IsAny(Meaning.All, Meaning.Person, Meaning.Otherwise))
                && (clause.Mentions.Exists(mention => mention.IsGeneric && mention.To <= to) || _whom.HasEverybody())
                || IsCompared();
        var number = FindNumber();
        // "let everybody have 60".
        if (number > _first && number + 1 == clause.Count && Tokens[clause.Skip(_first + 1)].Is(Meaning.Person) && !IsCompared())
            return true;
        // "make all the averages 70".
        if (number > _first
            && number + 1 == clause.Count
            && clause.Has(Meaning.All)
            && clause.Mentions.Exists(mention => mention.To == number)
            && !IsCompared())
            return true;
        return number > _first
            && _whom.HasEverybody()
            && (number == clause.Skip(_first + 1)
            && clause.IsAny(number + 1, Meaning.For, Meaning.To)
            && clause.Mentions.Exists(mention => mention.Kind == MentionKind.One)
            || Tokens[clause.Skip(_first + 1)].Is(Meaning.Person) && Tokens.Take(number).Has(Meaning.GreaterEqual));
    }

    // "make Tola the best", "I want Ada at the top", "put Ada ahead of Obi".
    private bool Crowns()
    {
        var who = _whom.IsPerson(_first)
            ? _first
            : Tokens[_first].IsAny(Meaning.Tamper, Meaning.Add, Meaning.Ought)
            ? clause.Skip(_first + 1, Meaning.That)
            : clause.Count;
        if (who >= clause.Count || !_whom.IsPerson(who))
            return false;
        var next = who + 1;
        while (next < clause.Count && _whom.IsPerson(next))
            next++;
        // "Merit rank on test 1", "Toppers first".
        if (who == _first && Tokens[who].Start == 0 && next == who + 1 && next < clause.Count && (Tokens[next].IsAny(Meaning.Rank, Meaning.First)))
            return false;
        next = clause.Skip(next, Meaning.As, Meaning.To, Meaning.Be, Meaning.In, Meaning.At);
        return next < clause.Count
            && clause.MentionAt(next) is not { Kind: MentionKind.One, IsGeneric: false }
            && (Tokens[next].IsAny(Meaning.First, Meaning.High, Meaning.Max, Meaning.Overall, Meaning.Rank, Meaning.Missed, Meaning.Greater,
                Meaning.Pass, Meaning.Fail)
                || Tokens[next].Ordinal is not null
                || IsGrade(next));
    }

    // "mark Obi absent", "Ngozi scored 71", "a mistake with Ada Obi, exam is 55".
    private bool Corrects()
    {
        var who = _whom.FindPerson();
        if (who < 0)
            return false;
        if (Tokens[_first].Is(Meaning.Score) && who == clause.Skip(_first + 1) && clause.Has(Meaning.Missed))
            return true;
        if (clause.Has(Meaning.No) && Tokens.Any(token => token.Is(Meaning.No) && !token.Is(Meaning.Number) && !token.Is(Meaning.Without)) && FindNumber() >= 0)
            return true;
        if (who == _first && _first > 0 && clause.Is(who + 1, Meaning.Score) && FindNumber() > 0 && !IsCompared())
            return true;
        return clause.Mentions.Exists(mention => mention.Kind == MentionKind.One
            && mention.Columns[0].IsScore
            && mention.From > who
            && mention.To + 1 < clause.Count
            && Tokens[mention.To].Is(Meaning.Be)
            && clause.Skip(mention.To + 1) is var value
            && value + 1 == clause.Count
            && Tokens[value].Number is not null)
            && !clause.Has(Meaning.Who) && !clause.Has(Meaning.Only);
    }

    private static bool IsJudgement(Token token) => token.IsAny(Meaning.Pass, Meaning.Fail);

    private bool IsJudged() => clause.HasAny(Judgements);

    private bool IsCompared() => Tokens.Any(token => token.IsAny(Grammar.Comparisons) || token.IsAny(Meaning.OrMore, Meaning.OrLess));

    private bool IsExtra() => Tokens.Any(token => token.IsAny(Meaning.Extra, Meaning.Plus) && !token.IsMended);

    private bool IsResult(int at) => Tokens[at].IsAny(Meaning.Pass, Meaning.Fail) || IsGrade(at);

    // A number that is none of a column's name.
    private int FindNumber() =>
        clause.Places.FirstOrDefault(at =>
        Tokens[at].Number is not null
            && Tokens[at].Ordinal is null
            && clause.MentionAt(at) is not { Kind: MentionKind.One }
            && !Tokens[at].Is(Meaning.Person), -1);

    private bool IsGrade(int at) =>
        Tokens[at] is { Kind: TokenKind.Word, IsCapital: true } token
        && token.Plain is "a" or "b" or "c" or "d" or "e" or "f" or "as" or "bs" or "cs" or "ds" or "fs"
        && token.IsCapital
        && token.End - token.Start <= 2;
}
