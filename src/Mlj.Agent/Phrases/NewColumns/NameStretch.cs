using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>The stretch of a clause that is a name: where it begins, and how far it reaches.</summary>
internal static class NameStretch
{
    /// <summary>The most words of a name.</summary>
    public const int LongestName = 8;

    /// <summary>What makes a column of results, whose name then stands behind "in".</summary>
    public static readonly Meanings Results = Meanings.Of(
        Meaning.Sum, Meaning.Average, Meaning.Max, Meaning.Min, Meaning.Median, Meaning.Combine, Meaning.Grade, Meaning.PassFail, Meaning.Rank,
        Meaning.Bonus);

    /// <summary>What can stand in front of a name.</summary>
    public static readonly Meanings Prepositions = Meanings.Of(Meaning.Into, Meaning.In, Meaning.As, Meaning.To);

    // What begins no name.
    private static readonly Meanings Beginnings = Meanings.Of(Meaning.For, Meaning.With, Meaning.By, Meaning.From, Meaning.Who, Meaning.Called);

    /// <summary>Takes the name that begins at a place out of the clause; whether there is one.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="from">The first word that goes with the name, such as "called".</param>
    /// <param name="at">Where the name begins.</param>
    /// <param name="anything">Whether an article can be part of it.</param>
    public static bool Take(Clause clause, int from, int at, bool anything)
    {
        while (at < clause.Count
            && (clause[at].IsSign(":", "=")
                || clause[at] is { IsCapital: false, Kind: TokenKind.Word }
                    && clause[at].Is(Meaning.Be)
                    && at + 1 < clause.Count
                    && clause[at + 1] is { IsCapital: true } or { Kind: TokenKind.Quoted }))
            at++;
        if (at >= clause.Count || clause[at].Kind == TokenKind.Sign || clause[at] is { IsCapital: false, Kind: TokenKind.Word } word && word.IsAny(Beginnings))
            return false;
        if (clause[at].Kind is TokenKind.Quoted || clause[at].Kind is TokenKind.Column && !(clause.IsCapitalWord(at + 1)))
        {
            clause.TakeName(clause[at].Content!, from, at + 1);
            return true;
        }
        if (anything && clause[at].IsFiller && !clause[at].IsCapital && at + 1 < clause.Count && clause[at + 1].Kind != TokenKind.Sign)
            at++;
        var end = at + 1;
        while (end < clause.Count && end - at < LongestName && !Ends(clause, at, end))
            end++;
        while (end - at > 1
            && !clause[end - 2].IsSign("-")
            && clause[end - 1] is { IsCapital: false } last
            && (last.IsFiller || last.IsAny(Meaning.Instead, Meaning.Also)))
            end--;
        clause.TakeName(Text(clause, at, end), from, end);
        return true;
    }

    private static bool Ends(Clause clause, int first, int at)
    {
        var token = clause[at];
        if (token.Kind is TokenKind.Sign)
            return !(token.Plain is "-" or "#" or "&" or "/" or "'" or "+"
                && at + 1 < clause.Count
                && token.Start == clause[at - 1].End
                && clause[at + 1].Start == token.End)
                && token.Plain != "#";
        if (token.Kind is TokenKind.Quoted or TokenKind.Column)
            return true;
        if (token.IsAny(Grammar.NameEnds) && !token.IsMended && !token.IsCapital)
            return true;
        // A name in capitals ends before words that say what to do.
        return clause[first].IsCapital
            && !(clause[at - 1].IsSign("-") && clause[at - 1].End == token.Start)
            && !token.IsCapital
            && !token.IsMended
            && !token.IsUnknown
            && token.Number is null
            && !token.Is(Meaning.Of)
            && !token.Is(Meaning.Score);
    }

    /// <summary>Whether a word is no part of a column there is, nor one that the grammar reads.</summary>
    public static bool IsFresh(Clause clause, int at)
    {
        var token = clause[at];
        if (token.Kind is TokenKind.Quoted)
            return clause.Book.Alike(token.Content!) is null;
        if (token.Kind is not (TokenKind.Word or TokenKind.Number) || token.Kind == TokenKind.Number && !token.IsCapital)
            return false;
        if (clause.MentionAt(at) is { Kind: MentionKind.One, IsGeneric: false } mention && !(clause.IsCapitalWord(mention.To)))
            return false;
        if (clause.MentionAt(at) is { Kind: MentionKind.Unknown } or { Kind: MentionKind.Many })
            return false;
        return token.IsCapital && !(at == 0) || token.IsUnknown || token.IsMended && !token.IsAny(Grammar.NameEnds);
    }

    /// <summary>Where the sign of equality stands behind a name of few words; null when none does.</summary>
    public static int? BeforeEquals(Clause clause, int from)
    {
        for (var at = from + 1; at < clause.Count && at - from <= LongestName; at++)
            if (clause[at].IsSign("="))
                return at;
            else if (clause[at].Kind is not (TokenKind.Word or TokenKind.Number) || clause[at].IsAny(Grammar.NameEnds))
                return null;
        return null;
    }

    /// <summary>A name as it was written, without the signs around it.</summary>
    public static string Text(Clause clause, int from, int to) =>
        to - from == 1 && clause[from].Content is { } content ? content : clause.Text(from, to).Trim().Trim('"', '\'', ',', '.');
}
