using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Safety;

/// <summary>Finds wishes that would write over scores, or give one person or one row another result.</summary>
internal sealed class Tampering(Clause clause)
{
    private static readonly Meanings Harmless = Meanings.Of(
        Meaning.Keep, Meaning.Show, Meaning.Only, Meaning.List, Meaning.Hide, Meaning.What, Meaning.HowMany, Meaning.Sort, Meaning.Rename, Meaning.Rank);

    private static readonly Meanings Recipients = Meanings.Of(Meaning.For, Meaning.To, Meaning.On);

    private readonly int _first = clause.Skip(0, Meaning.Also, Meaning.Then);

    /// <summary>Whether the clause holds such a wish.</summary>
    public bool Any()
    {
        if (IsOnesResult())
            return true;
        if (Computes() || !clause.Is(_first, Meaning.Tamper))
            return false;
        if (!clause.Has(Meaning.Column) && (MakesAllPass() || SetsScores()))
            return true;
        if (IsAboutColumn() || !HasResult() && !clause.Has(Meaning.SoThat))
            return false;
        return IsForOwner() || MakesPass() || clause.Has(Meaning.Called) || Gives(Meaning.Plus) || (ChangesPerson() ?? Overwrites());
    }

    /// <summary>Whether a column is named: "called X" names one, but "everyone called Tunde" people.</summary>
    public static bool NamesColumn(Clause clause) =>
        clause.Places.Any(at => clause[at].Is(Meaning.Called) && !clause.IsAny(at - 1, Meaning.Person, Meaning.Who, Meaning.Row));

    // "make Scaled CA as CA2 times 0.4" computes a column.
    private bool Computes() =>
        clause.HasSign("*") || clause.Leads(Meaning.Rank)
        || clause.Says(Meaning.As) && clause.Tokens.Any(token => token.IsAny(Meaning.Times, Meaning.Divided) && !token.IsFiller)
        || clause.Says(Meaning.Bonus) && clause.Has(Meaning.TestsTaken)
        || clause.Says(Meaning.Rank) && clause.Has(Meaning.All);

    // "make everyone pass", "make sure nobody fails".
    private bool MakesAllPass() =>
        clause.Skip(_first + 1, Meaning.Person, Meaning.All, Meaning.Vague, Meaning.Not) is var end && end > _first + 1 && IsLastJudgement(end);

    // "make him pass".
    private bool MakesPass() => clause.Skip(_first + 1) is var result && result > _first + 1 && IsLastJudgement(result);

    private bool IsLastJudgement(int at) => at + 1 == clause.Count && clause[at].IsAny(Meaning.Pass, Meaning.Fail);

    // "set test 2 to 100".
    private bool SetsScores() =>
        clause.Mentions is [{ Kind: MentionKind.One, Columns: [{ IsScore: true }] } over, ..] && over.From == clause.Skip(_first + 1)
        && clause.Is(over.To, Meaning.To) && HasNumberAt(over.To + 1)
        && clause.Skip(over.To + 2, Meaning.For, Meaning.All, Meaning.Person, Meaning.Score) == clause.Count;

    private bool IsAboutColumn() =>
        clause.HasAny(Meaning.Heading, Meaning.Column) || clause.Says(Meaning.Rename) || clause.HasSign("=", ":") || NamesColumn(clause);

    private bool HasResult() => clause.Tokens.Skip(_first + 1).Any(token =>
        token.Number is not null
        || token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.Half, Meaning.Rank, Meaning.Grade)
        || token.IsCapital && token.End - token.Start <= 2);

    // "change Ada's score".
    private bool IsForOwner() =>
        !clause.Has(Meaning.All) && clause.Tokens.Skip(_first + 1).Any(token => token.IsOwner && !token.IsAny(Meaning.Person, Meaning.All));

    // "add five marks for John Okoro".
    private bool Gives(Meaning more)
    {
        var amount = clause.Skip(_first + 1, Meaning.Score, more);
        var to = clause.Skip(amount + 1, Meaning.Score);
        return HasNumberAt(amount) && clause.IsAny(to, Recipients) && IsName(clause.Skip(to + 1));
    }

    // "change Ada to 60", "give John an A"; null when nobody stands behind the verb.
    private bool? ChangesPerson()
    {
        var at = clause.Skip(_first + 1, Meaning.Score, Meaning.For);
        if (at >= clause.Count || clause.MentionAt(at) is not null || clause[at] is not { Kind: TokenKind.Word, Number: null, IsUncertain: true, Settings.Count: 0 } who)
            return null;
        var after = clause.Skip(at + 1);
        while (IsName(after))
            after++;
        return who.IsCapital || after < clause.Count && (clause.MentionAt(after) is not null || IsChange(clause[after]));
    }

    private static bool IsChange(Token token) =>
        token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.Grade, Meaning.Score, Meaning.To) || token.Number is not null || token.IsCapital || token.IsOwner;

    // "change test 1 to 100" would write over scores.
    private bool Overwrites() => clause[_first].Is(Meaning.Change) && clause.Mentions.Count > 0 && clause.HasLooseNumber && clause.Has(Meaning.To);

    // "Fatima's quiz 2 should be 88", "in row 4 put 65": a number or a judgement for one person or one row.
    private bool IsOnesResult()
    {
        if (clause.LeadsAny(Harmless) || clause.Has(Meaning.Column) || NamesColumn(clause))
            return false;
        return GivesNew() || JudgesPerson() || IsPersonsResult() || IsRowsResult();
    }

    // "add five new marks for John Okoro".
    private bool GivesNew()
    {
        var verb = clause.Skip(0);
        var amount = clause.Skip(verb + 1, Meaning.New);
        var to = clause.Skip(amount + 1, Meaning.Score, Meaning.New);
        return clause.Is(verb, Meaning.Add) && HasNumberAt(amount) && clause.IsAny(to, Recipients) && IsName(clause.Skip(to + 1));
    }

    // "fail John Smith", "mark Chidi as passed".
    private bool JudgesPerson()
    {
        var verb = clause.Skip(0);
        return clause.IsAny(verb, Meaning.Score, Meaning.Pass, Meaning.Fail) && IsName(verb + 1) && clause[verb + 1].Number is null
            && clause.HasAny(Meaning.Pass, Meaning.Fail) && !clause.HasNumber()
            && !clause.Mentions.Exists(mention => mention.Kind == MentionKind.One);
    }

    // "Ada got 12", "Uche Eze failed", "Fatima's quiz 2 is 88", of a person whom no column names.
    private bool IsPersonsResult()
    {
        var isOwned = clause.Tokens.Any(token => token is { IsOwner: true, Kind: TokenKind.Word, IsUnknown: true } && !clause.Book.HasWord(token.Plain));
        if (isOwned && clause.Is(clause.Skip(0), Meaning.Tamper) && clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.Columns[0].IsScore))
            return true;
        return (isOwned || IsNamed()) && clause.Places.Any(at =>
            clause[at].Number is not null && clause.MentionAt(at) is not { Kind: MentionKind.One }
            || clause[at].IsAny(Meaning.Pass, Meaning.Fail, Meaning.Grade));
    }

    // A name at the start, a verb of results and a number.
    private bool IsNamed()
    {
        var start = clause.Skip(0);
        var end = start;
        while (IsName(end) && clause[end].Number is null)
            end++;
        return end > start && clause.IsAny(clause.Skip(end), Meaning.Score, Meaning.Pass, Meaning.Fail, Meaning.With, Meaning.Missed)
            && clause.HasNumber() && !clause.HasAny(Grammar.Comparisons) && !clause.HasSign("=")
            && clause.Tokens.Count(token => token.IsPercent || token.Is(Meaning.Percent)) < 2;
    }

    // "in row 4 put 65".
    private bool IsRowsResult()
    {
        var row = clause.Places.FirstOrDefault(at => clause[at].Is(Meaning.Row) && HasNumberAt(at + 1), -1);
        return row >= 0 && clause.Places.Any(at => at != row + 1 && HasNumberAt(at) && clause.MentionAt(at) is null);
    }

    private bool HasNumberAt(int at) => at < clause.Count && clause[at].Number is not null;

    // A name that no column has.
    private bool IsName(int at) => clause.IsCapitalWord(at) && clause[at].IsUnknown && clause.MentionAt(at) is null;
}
