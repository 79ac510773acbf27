using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Names beside the word for column: "a new column X", "a X column", "X as an additional column".</summary>
internal static class ColumnNames
{
    /// <summary>"I want X as an additional column", "X in a new column".</summary>
    public static bool BeforeColumn(Clause clause)
    {
        for (var at = 2; at < clause.Count; at++)
        {
            if (!(clause[at].IsAny(Meaning.Column, Meaning.Heading)) || clause.MentionAt(at) is { IsGeneric: false })
                continue;
            var join = at - 1;
            while (join > 0 && clause[join].IsAny(Grammar.Articles) && !clause[join].IsCapital)
                join--;
            if (join == at - 1
                || join == 0
                || !(clause[join].Is(Meaning.As)
                    || clause[join].Is(Meaning.In) && Enumerable.Range(join, at - join).Any(index => clause[index].Is(Meaning.New))))
                continue;
            var label = clause.Is(at + 1, Meaning.Heading) ? at + 2 : at + 1;
            if (label < clause.Count
                && (clause[label].IsAny(Meaning.Called, Meaning.Call) || clause[label] is { IsCapital: true } or { Kind: TokenKind.Quoted }))
                continue;
            var from = join;
            while (from > 0
                && join - from < NameStretch.LongestName
                && NameStretch.IsFresh(clause, from - 1)
                && !clause[from - 1].IsFiller
                && clause[from - 1].Kind is not TokenKind.Number
                && (clause[from - 1].IsCapital || clause[from - 1].IsQuoted))
                from--;
            if (from < join)
            {
                clause.TakeName(NameStretch.Text(clause, from, join), from, at + 1);
                return true;
            }
        }
        return false;
    }

    /// <summary>"column X", "a X column".</summary>
    public static bool BesideColumn(Clause clause)
    {
        for (var at = 0; at < clause.Count; at++)
            if (clause[at].Is(Meaning.Column) && !(clause[at].Is(Meaning.Heading) && clause[at].Is(Meaning.Call)) && IsBeside(clause, at))
                return true;
        return false;
    }

    private static bool IsBeside(Clause clause, int column)
    {
        // "put in a Term column", "a column Final Mark", though a word of it speaks of another column.
        if (Wished(clause, column) is var (wished, wishedEnd))
        {
            clause.TakeName(clause.Text(wished, wishedEnd), wished, wishedEnd);
            return true;
        }
        var behind = column + 1;
        if (behind < clause.Count && clause[behind].Kind == TokenKind.Word && NameStretch.BeforeEquals(clause, behind) is { } sign)
        {
            clause.TakeName(NameStretch.Text(clause, behind, sign), behind, sign);
            return true;
        }
        if (behind < clause.Count && IsPlaced(clause, column, behind) && NameStretch.Take(clause, column, behind, anything: false))
            return true;
        return clause.MentionAt(column) is not { IsGeneric: false, Kind: MentionKind.One }
            && (BehindColumn(clause, column) || BeforeColumnAndSign(clause, column) || InFrontOfColumn(clause, column));
    }

    // "a new column Oral 2", "column: X", "a column for Remark".
    private static bool BehindColumn(Clause clause, int column)
    {
        var next = column + 1;
        while (next < clause.Count
            && (clause[next].IsSign(",", ":")
                || !clause[next].IsCapital
                    && (clause[next].IsAny(Meaning.Blank, Meaning.New)
                        || clause[next].Is(Meaning.Be) && next + 1 < clause.Count && clause[next + 1].IsCapital
                        || clause[next].IsFiller && clause.IsSign(next + 1, ":"))))
            next++;
        // "a new column Oral 2", beside a column Oral.
        if (clause.IsAny(column - 1, Grammar.Articles)
            && next == column + 1
            && next + 1 < clause.Count
            && clause[next].IsCapitalWord
            && clause[next + 1] is { Kind: TokenKind.Number, IsPercent: false }
            && (next + 2 == clause.Count || clause[next + 2].Kind == TokenKind.Sign || clause[next + 2].IsAny(Grammar.NameEnds)))
        {
            clause.TakeName(clause.Text(next, next + 2), column, next + 2);
            return true;
        }
        // "Centre column: Lagos for all" says the name before.
        var isBefore = column > 0 && !clause.HasLead && next > column + 1 && clause[column + 1].Kind == TokenKind.Sign && IsOwnWord(clause, column - 1);
        if (!isBefore
            && next < clause.Count
            && (NameStretch.IsFresh(clause, next) || clause.Is(column - 1, Meaning.New) && clause[next].IsCapitalWord)
            && NameStretch.Take(clause, column, next, anything: false))
            return true;
        // "a column for Remark".
        return next + 1 < clause.Count
            && clause[next].Is(Meaning.For)
            && (clause[next + 1].Is(Meaning.Filler) || clause[next + 1].IsCapital)
            && clause.Skip(next + 1) is var named
            && named < clause.Count
            && clause[named].IsCapital
            && NameStretch.IsFresh(clause, named)
            && NameStretch.Take(clause, column, named, anything: false);
    }

    // "Session column, 2025/2026 for everyone".
    private static bool BeforeColumnAndSign(Clause clause, int column)
    {
        if (column is < 1 or > 3
            || column + 1 >= clause.Count
            || clause[column + 1] is not { Kind: TokenKind.Sign, Plain: ":" or "," or "(" or "-" }
            || !clause.Tokens.Take(column).All(each => each is { Kind: TokenKind.Word, Number: null } && !each.IsFiller && !each.Is(Meaning.New))
            || !clause[0].IsCapital
            || clause[0].IsAny(Grammar.Leads) && !(clause[0].Plain.Contains(' ') && clause[column + 1].IsSign(":"))
            || clause.MentionAt(0) is not (null or { IsGeneric: true }))
            return false;
        clause.TakeName(NameStretch.Text(clause, 0, column), 0, column);
        return true;
    }

    // "a X column".
    private static bool InFrontOfColumn(Clause clause, int column)
    {
        var from = column;
        while (from > 0 && column - from < 4 && IsOwnWord(clause, from - 1))
            from--;
        if (from == column
            || !(from == 0 && !clause.HasLead
                || from > 0 && (clause[from - 1].IsAny(Grammar.Articles) || clause[from - 1].IsAny(Meaning.Add, Meaning.In))
                || clause[from].IsQuoted))
            return false;
        clause.TakeName(NameStretch.Text(clause, from, column), from, column);
        return true;
    }

    // The capitals beside the word for column in a wish for a new one, unless they are a heading that there is.
    private static (int From, int To)? Wished(Clause clause, int column)
    {
        if (!(clause.LeadsAny(Meaning.Add, Meaning.Formula, Meaning.Random)) && !(clause.Is(column - 1, Meaning.New))
            || column < clause.Lead && clause.HasLead
            || clause[column].IsCapital)
            return null;
        var from = column;
        while (from > 0
            && (clause[from - 1] is { Kind: TokenKind.Word, IsCapital: true, Number: null }
                || from == column && from > 1 && clause[from - 1] is { Kind: TokenKind.Number, IsPercent: false } && clause[from - 2].IsCapitalWord)
            && column - from < NameStretch.LongestName)
            from--;
        if (from < column && clause.IsAny(from - 1, Grammar.Articles) && clause.Book.Alike(clause.Text(from, column)) is null)
            return (from, column);
        var to = column + 1;
        while (to < clause.Count
            && (clause[to].IsCapitalWord
                || to > column + 1
                    && clause[to].Kind == TokenKind.Number
                    && char.IsAsciiDigit(clause[to].Plain[0])
                    && to + 1 < clause.Count
                    && clause[to + 1].IsCapital
                || to == column + 1 && clause[to].Kind == TokenKind.Column && clause.IsCapitalWord(to + 1))
            && to - column <= NameStretch.LongestName)
            to++;
        // "one more column at the end please: X".
        if (to == column + 1)
        {
            var colon = column + 1;
            while (colon < clause.Count && colon - column < 7 && clause[colon] is { Kind: TokenKind.Word, IsCapital: false })
                colon++;
            var end = colon + 1;
            while (clause.IsCapitalWord(end))
                end++;
            return colon > column + 1 && clause.IsSign(colon, ":") && end > colon + 1 && clause.Book.Alike(clause.Text(colon + 1, end)) is null
                ? (colon + 1, end)
                : null;
        }
        return to > column + 1
            && (to == clause.Count
                || clause[to].IsSign(",", ":", "=", "(", ".", "?", "!")
                || clause[to].Kind == TokenKind.Word && !clause[to].IsUnknown)
            && clause.Book.Alike(clause.Text(column + 1, to)) is null
            ? (column + 1, to)
            : null;
    }

    // "in a column Mean Mark", "grades of quiz 1, column Quiz Grade", though a word of it speaks of another column.
    private static bool IsPlaced(Clause clause, int column, int at)
    {
        if (at != column + 1
            || clause[at] is not { Kind: TokenKind.Word, IsCapital: true, Number: null }
            || clause.Skip(0) == column
            || !(clause[column - 1].IsAny(NameStretch.Prepositions) || column > 1 && clause[column - 1].IsFiller && clause[column - 2].IsAny(NameStretch.Prepositions)
                || clause.IsSign(column - 1, ",") && clause.HasAny(NameStretch.Results)))
            return false;
        var last = at + 1;
        while (clause.IsCapitalWord(last))
            last++;
        return clause.Book.Alike(clause.Text(at, last)) is null;
    }

    private static bool IsOwnWord(Clause clause, int at)
    {
        var token = clause[at];
        if (at == 0 && token.Is(Meaning.New))
            return false;
        if (token is { Kind: TokenKind.Word, IsCapital: true, Number: null }
            && clause.Leads(Meaning.Add)
            && at > clause.Lead
            && clause[at + 1].Is(Meaning.Column)
            && clause.Book.Alike(clause.Text(at, at + 1)) is null)
            return true;
        return token.IsQuoted
            || token.Kind == TokenKind.Word
                && (at > 0 || !clause.HasLead && token.IsCapital)
                && (token.IsCapital && clause.Tokens.Any(each => !each.IsCapital) || token.IsUnknown)
                && clause.MentionAt(at) is not { Kind: MentionKind.One, IsGeneric: false };
    }
}
