using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Names behind the words that give one: "called X", "call it X", "heading: X", "using X as the name of the column".</summary>
internal static class CalledNames
{
    /// <summary>"using Award as the name of the column".</summary>
    public static bool AfterUsing(Clause clause)
    {
        for (var at = 0; at + 3 < clause.Count; at++)
        {
            if (!clause[at].Is(Meaning.Using) || clause[at].IsCapital && at > 0)
                continue;
            var to = at + 1;
            while (to < clause.Count && (clause[to].IsCapitalWord || clause[to].IsQuoted))
                to++;
            if (to > at + 1
                && clause.Is(to, Meaning.As)
                && clause.Skip(to + 1, Meaning.New, Meaning.Column) is var noun
                && clause.IsAny(noun, Meaning.Heading, Meaning.Call, Meaning.Name) | clause[noun - 1].Is(Meaning.Column)
                && clause.Book.Alike(clause.Text(at + 1, to)) is null)
            {
                clause.TakeName(NameStretch.Text(clause, at + 1, to), at, noun + 1);
                return true;
            }
        }
        return false;
    }

    /// <summary>"called X", "named X".</summary>
    public static bool AfterCalled(Clause clause)
    {
        for (var at = 0; at < clause.Count; at++)
            if (clause[at].Is(Meaning.Called)
                && !clause[at].IsCapital
                && !(at > 0 && clause[at].Is(Meaning.Ought) && clause[at - 1].IsAny(Meaning.Row, Meaning.Person, Meaning.All))
                && NameStretch.Take(clause, at, at + 1, anything: true))
                return true;
        return false;
    }

    /// <summary>"call it X".</summary>
    public static bool AfterCall(Clause clause)
    {
        for (var at = 0; at + 1 < clause.Count; at++)
            if (clause[at].Is(Meaning.Call) && !clause[at].IsMended)
            {
                var next = at + 1;
                while (next < clause.Count
                    && (clause[next].IsAny(Meaning.It, Meaning.Them, Meaning.As)
                        || clause[next].Is(Meaning.Column) && !clause[next].IsCapital
                        || clause[next].IsFiller && !clause[next].IsCapital))
                    next++;
                // "a column wey dem go call Seat": the name stands right behind.
                var isRelative = next == at + 1
                    && at > clause.Lead
                    && next < clause.Count
                    && (clause[next].IsCapital || clause[next].IsQuoted)
                    && clause.IndexOf(Meaning.Column) is >= 0 and var column
                    && column < at
                    && !clause[at].Is(Meaning.Name);
                if ((next > at + 1 || isRelative || NamesResult(clause, at)) && NameStretch.Take(clause, at, next, anything: true))
                    return true;
            }
        return false;
    }

    // "sum of both, name Q13".
    private static bool NamesResult(Clause clause, int at) =>
        clause.IsSign(at - 1, ",") && clause[at + 1] is { IsCapitalWord: true, IsFiller: false } && clause.HasAny(NameStretch.Results)
        && clause.Book.Alike(clause.Text(at + 1, at + 2)) is null;

    /// <summary>"heading X", "new header: X".</summary>
    public static bool AfterHeading(Clause clause)
    {
        for (var at = 0; at + 1 < clause.Count; at++)
        {
            if (!clause[at].Is(Meaning.Heading) || clause[at].IsCapital && !(at > 0 && clause[at - 1].Kind == TokenKind.Sign) || clause.MentionAt(at) is { IsGeneric: false })
                continue;
            var next = at + 1;
            while (next < clause.Count
                && (clause[next].IsSign(":")
                    || !clause[next].IsCapital && (clause[next].IsAny(Meaning.As, Meaning.Be, Meaning.Of) || clause[next].IsFiller)))
                next++;
            // "heading of the new column: X".
            if (clause.Skip(next, Meaning.New, Meaning.Column, Meaning.It) is var colon && clause.IsSign(colon, ":", "="))
                next = colon + 1;
            // "make the headings bold" names nothing.
            var isObject = clause.Lead < clause.Count && at == clause.Skip(clause.Lead + 1);
            if (next < clause.Count
                && (!isObject || clause[next].IsCapital)
                && (NameStretch.IsFresh(clause, next) || clause[next] is { IsCapital: true, Kind: TokenKind.Word, Number: null })
                && NameStretch.Take(clause, at, next, anything: false))
                return true;
        }
        return false;
    }
}
