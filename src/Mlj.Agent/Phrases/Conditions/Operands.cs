using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>What a condition compares with: the numbers and the texts of a clause, and how far they reach.</summary>
internal static class Operands
{
    /// <summary>The number at a place, one in words or "half" included; null when there is none.</summary>
    public static decimal? NumberAt(this Clause clause, int at) =>
        at >= clause.Count || clause.IsTaken(at) || clause[at].Ordinal is not null && clause[at].Kind != TokenKind.Number
        ? null
        : clause[at].Number ?? (clause[at].Is(Meaning.Half) ? 50 : null);

    /// <summary>The place behind a number and its word for percent.</summary>
    public static int NumberEnd(this Clause clause, int at) => clause.Is(at + 1, Meaning.Percent) ? at + 2 : at + 1;

    /// <summary>The operator that stands behind a number, as in "50 or more", and the place behind it; null for none.</summary>
    public static (string? Name, int End) Postfix(this Clause clause, int at) =>
        at < clause.Count
        && (clause[at].Is(Meaning.OrMore)
        || clause[at].IsSign("+") && clause[at].Start == clause[at - 1].End && !(at + 1 < clause.Count && clause[at + 1].Start == clause[at].End))
        ? ("greater_equal", at + 1)
        : clause.Is(at, Meaning.OrLess) ? ("less_equal", at + 1)
        // "two tests at most".
        : clause.IsAny(at, Meaning.LessEqual, Meaning.GreaterEqual) && clause[at].Kind == TokenKind.Word && clause.NumberAt(clause.Skip(at + 1)) is null
        ? (clause[at].Is(Meaning.LessEqual) ? "less_equal" : "greater_equal", at + 1)
        : at + 1 < clause.Count && (clause[at].IsAny(Meaning.Score, Meaning.Percent)) && clause[at + 1].Is(Meaning.OrMore) ? ("greater_equal", at + 2)
        : (null, at);

    /// <summary>Whether a name stands at a place, a quotation or a code, such as 4A.</summary>
    public static bool IsWritten(this Clause clause, int at) => clause[at].IsCapital || clause[at].IsQuoted || clause[at].IsCode;

    /// <summary>The text that a cell shall hold, up to where the condition ends; null when none stands there.</summary>
    public static (string? Text, int End) CellText(this Clause clause, int at)
    {
        if (at >= clause.Count)
            return (null, at);
        if (clause[at].Content is { } content)
            return (content, at + 1);
        if (clause[at].Kind == TokenKind.Sign && !clause[at].IsSign("@") && !clause[at].IsSign("#"))
            return (null, at);
        var end = at + 1;
        while (end < clause.Count
            && end - at < 8
            && !(clause[end].IsSign(",", "?", ":", "(", "="))
            && !clause[end].IsAny(Meaning.And, Meaning.Or, Meaning.Then, Meaning.Only, Meaning.In, Meaning.For, Meaning.With, Meaning.Who)
            && !(clause[end].Is(Meaning.On) && !clause[end].IsCapital && !clause.IsCapitalWord(end + 1))
            && !(clause[end].IsFiller && !clause[end].IsCapital)
                && !(clause[end].Is(Meaning.Person) && !clause[end].IsCapital && (clause[at].IsCapital || clause[at].Number is not null)))
            end++;
        return (clause.Text(at, end), end);
    }
}
