using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Names behind what says where something goes: "into X", "as X", "random marks in Quiz 4".</summary>
internal static class PlacedNames
{
    /// <summary>"into X", "in X", "as X".</summary>
    public static bool AfterPreposition(Clause clause)
    {
        for (var at = clause.Count - 2; at >= 0; at--)
        {
            if (!clause[at].IsAny(NameStretch.Prepositions) || clause[at].IsCapital || clause[at].Is(Meaning.To) && !clause[at].Is(Meaning.As))
                continue;
            var next = at + 1;
            while (next < clause.Count && (clause[next].IsFiller || clause[next].IsAny(Meaning.New, Meaning.Column)) && !clause[next].IsCapital)
                next++;
            // "as Quiz Mean" names something new, though a word of it speaks of a column.
            if (next < clause.Count
                && (clause[at].IsAny(Meaning.As, Meaning.Into) || clause[at].Is(Meaning.In) && clause.HasAny(NameStretch.Results))
                && clause[next] is { Kind: TokenKind.Word, IsCapital: true, Number: null }
                && clause.IsColumnAt(next))
            {
                var last = next + 1;
                while (clause.IsCapitalWord(last))
                    last++;
                var isAlone = (last == clause.Count || clause[last].Kind == TokenKind.Sign || clause[last].IsAny(Grammar.NameEnds))
                    && clause.Mentions.Exists(mention =>
                        mention.To <= at
                            && mention.Kind is MentionKind.One or MentionKind.Many or MentionKind.Unclear
                            && mention.Columns.Any(column => column.IsTest || column.IsScore || !column.IsText))
                    && !clause.Says(Meaning.Rename);
                if ((last - next > 1 || isAlone) && clause.Book.Alike(clause.Text(next, last)) is null)
                {
                    clause.TakeName(NameStretch.Text(clause, next, last), at, last);
                    return true;
                }
            }
            if (next < clause.Count
                && (NameStretch.IsFresh(clause, next) && clause[next] is { Number: null }
                    || clause[next] is { Kind: TokenKind.Number, IsCapital: true } && next + 1 < clause.Count && clause[next + 1].IsCapital)
                && (clause[at].Is(Meaning.Into) || clause[next].IsCapital || !clause[at].Is(Meaning.In) && clause[next].IsUnknown)
                && !clause[next].IsSign("(") && NameStretch.Take(clause, at, next, anything: false))
                return true;
        }
        return false;
    }

    /// <summary>"random marks in Quiz 4".</summary>
    public static bool InAtRandom(Clause clause)
    {
        if (!(clause.Says(Meaning.Random)
            && Enumerable.Range(0, Math.Max(0, clause.Count - 2)).FirstOrDefault(at =>
                clause[at].Is(Meaning.In)
                    && clause[at + 1].IsCapitalWord
                    && clause[at + 2] is { Kind: TokenKind.Number, IsPercent: false }
                    && (at + 3 == clause.Count || clause[at + 3].Kind == TokenKind.Sign)
                    && clause.Book.Alike(clause.Text(at + 1, at + 3)) is null, -1) is >= 0 and var place))
            return false;
        clause.TakeName(clause.Text(place + 1, place + 3), place, place + 3);
        return true;
    }
}
