using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>Finds where a question speaks of one person. Nobody here knows who is in the table, so any name will do.</summary>
internal static class PersonReader
{
    private static readonly Meanings Wishes = Meanings.Of(
        Meaning.Tamper, Meaning.Ought, Meaning.Swap, Meaning.Copy, Meaning.Change, Meaning.Remove, Meaning.Clear, Meaning.Rename);

    // Behind these stands what a cell holds.
    private static readonly Meanings Holding = Meanings.Of(
        Meaning.Contains, Meaning.Starts, Meaning.Ends, Meaning.Called, Meaning.Call, Meaning.Letter, Meaning.In, Meaning.From, Meaning.At, Meaning.By,
        Meaning.Into, Meaning.Using);

    /// <summary>Where names of people stand, from left to right: their first words and the places behind their last.</summary>
    public static List<(int From, int To)> Names(Clause clause)
    {
        var names = new List<(int From, int To)>();
        for (var at = 0; at < clause.Count; at++)
        {
            if (!IsName(clause, at))
                continue;
            var from = at;
            while (from > (names.Count > 0 ? names[^1].To : 0) && IsPart(clause, from - 1))
                from--;
            var to = at + 1;
            while (to < clause.Count && !clause[to - 1].IsOwner
                && (IsPart(clause, to) || clause.IsSign(to, "-") && clause[to].Start == clause[to - 1].End && to + 1 < clause.Count && clause[to + 1].Start == clause[to].End))
                to++;
            if (!IsHeld(clause, from, to))
                names.Add((from, to));
            at = to - 1;
        }
        return names;
    }

    /// <summary>A name as it was written, without an ending that says whose something is.</summary>
    public static string Text(Clause clause, (int From, int To) name) =>
        clause[name.From] is { IsQuoted: true } quoted ? quoted.Content! : clause.Text(name.From, name.To);

    /// <summary>Whether a clause asks about one person, in words that wish for nothing: "did Ada pass?".</summary>
    public static bool IsAskedAbout(Clause clause)
    {
        var first = Enumerable.Range(0, clause.Count).FirstOrDefault(at => !clause[at].IsFiller && !clause[at].Is(Meaning.Also) || clause[at].Is(Meaning.Asks), clause.Count);
        if (first >= clause.Count || clause.Tokens.Skip(first).Any(token => token.IsAny(Wishes) && !token.Is(Meaning.Asks) && !token.IsMended))
            return false;
        var names = Names(clause);
        if (names.Count == 0)
            return false;
        // "did Ada pass", "Ada's average?".
        return Asker(clause, first) is >= 0 and var verb && names[0].From == clause.Skip(verb + 1)
            || names[0].From == first && clause[^1].IsSign("?") && !clause.HasNumberOrComparison() && clause.Mentions.Count > 0;
    }

    // "did ...", "what did ...", "how many tests did ...".
    private static int Asker(Clause clause, int first)
    {
        for (var at = first; at < clause.Count; at++)
            if (clause[at].Is(Meaning.Asks))
                return at;
            else if (!clause[at].IsFiller && !clause[at].IsAny(Meaning.What, Meaning.HowMany, Meaning.TestsTaken, Meaning.Score, Meaning.Test))
                return -1;
        return -1;
    }

    private static bool IsName(Clause clause, int at)
    {
        var token = clause[at];
        if (token is not { Kind: TokenKind.Word, Number: null, Ordinal: null, Settings.Count: 0 } || !IsFree(clause, at) || token.End - token.Start < 2)
            return false;
        if (token.IsCapital)
            return token.IsUnknown || at > 0 && (token.IsMended || token.IsOwner);
        // "ada's average", "the average of quux", "did ada pass".
        return token.IsUnknown && (token.IsOwner || at > 0 && (clause[at - 1].IsAny(Meaning.Of, Meaning.For) || Asker(clause, 0) == at - 1));
    }

    // "Mark Best": beside a name any word with a capital is part of it, and beside one in small letters any that no list has.
    private static bool IsPart(Clause clause, int at) =>
        clause[at] is { Kind: TokenKind.Word, Number: null, Ordinal: null, IsOwner: false } token && IsFree(clause, at)
        && (token.IsCapital && (at > 0 || token.IsUnknown) || token.IsUnknown)
        || clause[at] is { Kind: TokenKind.Word, IsOwner: true } own && IsFree(clause, at) && (own.IsCapital || own.IsUnknown);

    private static bool IsFree(Clause clause, int at) =>
        !clause.IsTaken(at) && clause.MentionAt(at) is null or { IsGeneric: true } && !clause.Book.HasWord(clause[at].Plain);

    // "in class JSS1", "the Lusaka centre", "named Ada" speak of what a column holds.
    private static bool IsHeld(Clause clause, int from, int to) =>
        from > 0 && clause[from - 1].IsAny(Holding) && !clause[from - 1].Is(Meaning.Asks)
        // "the AFCON final", "the Lagos students".
        || from > 0 && clause[from - 1] is { IsFiller: true, IsCapital: false } article && !article.Is(Meaning.Asks) && !clause[to - 1].IsOwner
        || clause.Is(to, Meaning.Person) && !clause[to - 1].IsOwner
        || IsOfText(clause.MentionTo(from)) || clause.MentionFrom(to) is { } behind && IsOfText(behind) && !clause[to - 1].IsOwner;

    private static bool IsOfText(Mention? mention) =>
        mention is { IsSpecific: true } && mention.Columns[0] is { IsScore: false, Number: null, Role: Tables.ColumnRole.None or Tables.ColumnRole.Name };
}
