using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Finds the name that a clause gives to a new column, and takes its tokens out of the clause.</summary>
internal static class NameReader
{
    private const int LongestName = 8;

    // What makes a column of results, whose name then stands behind "in".
    private static readonly Meanings Results = Meanings.Of(
        Meaning.Sum, Meaning.Average, Meaning.Max, Meaning.Min, Meaning.Median, Meaning.Combine, Meaning.Grade, Meaning.PassFail, Meaning.Rank,
        Meaning.Bonus);

    private static readonly Meanings Prepositions = Meanings.Of(Meaning.Into, Meaning.In, Meaning.As, Meaning.To);

    // What begins no name.
    private static readonly Meanings Beginnings = Meanings.Of(Meaning.For, Meaning.With, Meaning.By, Meaning.From, Meaning.Who, Meaning.Called);

    public static void Read(Clause clause)
    {
        _ = AfterUsing(clause)
            || AfterCalled(clause)
            || AfterCall(clause)
            || AfterHeading(clause)
            || BeforeColumn(clause)
            || BesideColumn(clause)
            || AfterPreposition(clause)
            || InAtRandom(clause)
            || BeforeAtRandom(clause)
            || BeforeDefinition(clause)
            || BeforeEqualsOfAdded(clause)
            || BeforeEqualsAlone(clause)
            || BeforeFormula(clause)
            || Alone(clause);
    }

    // "using Award as the name of the column".
    private static bool AfterUsing(Clause clause)
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
                clause.TakeName(NameOf(clause, at + 1, to), at, noun + 1);
                return true;
            }
        }
        return false;
    }

    // "called X", "named X".
    private static bool AfterCalled(Clause clause)
    {
        for (var at = 0; at < clause.Count; at++)
            if (clause[at].Is(Meaning.Called)
                && !clause[at].IsCapital
                && !(at > 0 && clause[at].Is(Meaning.Ought) && clause[at - 1].IsAny(Meaning.Row, Meaning.Person, Meaning.All))
                && Take(clause, at, at + 1, anything: true))
                return true;
        return false;
    }

    // "call it X".
    private static bool AfterCall(Clause clause)
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
                if ((next > at + 1 || isRelative || NamesResult(clause, at)) && Take(clause, at, next, anything: true))
                    return true;
            }
        return false;
    }

    // "sum of both, name Q13".
    private static bool NamesResult(Clause clause, int at) =>
        clause.IsSign(at - 1, ",") && clause[at + 1] is { IsCapitalWord: true, IsFiller: false } && clause.HasAny(Results)
        && clause.Book.Alike(clause.Text(at + 1, at + 2)) is null;

    // "heading X", "new header: X".
    private static bool AfterHeading(Clause clause)
    {
        for (var at = 0; at + 1 < clause.Count; at++)
        {
            if (!clause[at].Is(Meaning.Heading) || clause[at].IsCapital || clause.MentionAt(at) is { IsGeneric: false })
                continue;
            var next = at + 1;
            while (next < clause.Count
                && (clause[next].IsSign(":")
                    || !clause[next].IsCapital && (clause[next].IsAny(Meaning.As, Meaning.Be, Meaning.Of) || clause[next].IsFiller)))
                next++;
            // "make the headings bold" names nothing.
            var isObject = clause.Lead < clause.Count && at == clause.Skip(clause.Lead + 1);
            if (next < clause.Count
                && (!isObject || clause[next].IsCapital)
                && (IsFresh(clause, next) || clause[next] is { IsCapital: true, Kind: TokenKind.Word, Number: null })
                && Take(clause, at, next, anything: false))
                return true;
        }
        return false;
    }

    // "I want X as an additional column", "X in a new column".
    private static bool BeforeColumn(Clause clause)
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
                && join - from < LongestName
                && IsFresh(clause, from - 1)
                && !clause[from - 1].IsFiller
                && clause[from - 1].Kind is not TokenKind.Number
                && (clause[from - 1].IsCapital || clause[from - 1].IsQuoted))
                from--;
            if (from < join)
            {
                clause.TakeName(NameOf(clause, from, join), from, at + 1);
                return true;
            }
        }
        return false;
    }

    // "column X", "a X column".
    private static bool BesideColumn(Clause clause)
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
        if (behind < clause.Count && clause[behind].Kind == TokenKind.Word && BeforeEquals(clause, behind) is { } sign)
        {
            clause.TakeName(NameOf(clause, behind, sign), behind, sign);
            return true;
        }
        if (behind < clause.Count && IsPlaced(clause, column, behind) && Take(clause, column, behind, anything: false))
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
            && (IsFresh(clause, next) || clause.Is(column - 1, Meaning.New) && clause[next].IsCapitalWord)
            && Take(clause, column, next, anything: false))
            return true;
        // "a column for Remark".
        return next + 1 < clause.Count
            && clause[next].Is(Meaning.For)
            && (clause[next + 1].Is(Meaning.Filler) || clause[next + 1].IsCapital)
            && clause.Skip(next + 1) is var named
            && named < clause.Count
            && clause[named].IsCapital
            && IsFresh(clause, named)
            && Take(clause, column, named, anything: false);
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
        clause.TakeName(NameOf(clause, 0, column), 0, column);
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
        clause.TakeName(NameOf(clause, from, column), from, column);
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
            && column - from < LongestName)
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
            && to - column <= LongestName)
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

    // Where the sign of equality stands behind a name of few words; null when none does.
    private static int? BeforeEquals(Clause clause, int from)
    {
        for (var at = from + 1; at < clause.Count && at - from <= LongestName; at++)
            if (clause[at].IsSign("="))
                return at;
            else if (clause[at].Kind is not (TokenKind.Word or TokenKind.Number) || clause[at].IsAny(Grammar.NameEnds))
                return null;
        return null;
    }

    // "into X", "in X", "as X".
    private static bool AfterPreposition(Clause clause)
    {
        for (var at = clause.Count - 2; at >= 0; at--)
        {
            if (!clause[at].IsAny(Prepositions) || clause[at].IsCapital || clause[at].Is(Meaning.To) && !clause[at].Is(Meaning.As))
                continue;
            var next = at + 1;
            while (next < clause.Count && (clause[next].IsFiller || clause[next].IsAny(Meaning.New, Meaning.Column)) && !clause[next].IsCapital)
                next++;
            // "as Quiz Mean" names something new, though a word of it speaks of a column.
            if (next < clause.Count
                && (clause[at].IsAny(Meaning.As, Meaning.Into) || clause[at].Is(Meaning.In) && clause.HasAny(Results))
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
                    clause.TakeName(NameOf(clause, next, last), at, last);
                    return true;
                }
            }
            if (next < clause.Count
                && (IsFresh(clause, next) && clause[next] is { Number: null }
                    || clause[next] is { Kind: TokenKind.Number, IsCapital: true } && next + 1 < clause.Count && clause[next + 1].IsCapital)
                && (clause[at].Is(Meaning.Into) || clause[next].IsCapital || !clause[at].Is(Meaning.In) && clause[next].IsUnknown)
                && !HasExpression(clause, next) && Take(clause, at, next, anything: false))
                return true;
        }
        return false;
    }

    // "random marks in Quiz 4".
    private static bool InAtRandom(Clause clause)
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

    // "create Quiz 4 with random results".
    private static bool BeforeAtRandom(Clause clause)
    {
        var from = clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New);
        if (!clause.Leads(Meaning.Add) || !clause.Says(Meaning.Random) || !clause.IsCapitalWord(from) || clause[from].Is(Meaning.Random))
            return false;
        var to = from + 1;
        while (to < clause.Count
            && (clause[to].IsCapitalWord || clause[to] is { Kind: TokenKind.Number, IsPercent: false } && char.IsAsciiDigit(clause[to].Plain[0])))
            to++;
        if (!clause.IsAny(to, Grammar.NameEnds | Meanings.Of(Meaning.Random)) || clause.Book.Alike(clause.Text(from, to)) is not null)
            return false;
        clause.TakeName(clause.Text(from, to), from, to);
        return true;
    }

    // "add Quiz 1 Percent which is Quiz 1 multiplied by 10".
    private static bool BeforeDefinition(Clause clause)
    {
        var from = clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New);
        if (!clause.LeadsAny(Meaning.Add, Meaning.Show, Meaning.Formula) || from >= clause.Count || !clause[from].IsCapital)
            return false;
        var joiner = from + 1;
        while (joiner < clause.Count
            && joiner - from <= LongestName
            && !(clause[joiner] is { IsCapital: false } token && (token.IsAny(Meaning.ThatIs, Meaning.By, Meaning.As) || token.IsSign("=", ":"))))
            joiner++;
        var to = joiner;
        while (to > from && clause[to - 1].IsSign(","))
            to--;
        if (joiner >= clause.Count
            || to <= from
            || !Enumerable.Range(from, to - from).All(at => IsOfDefinedName(clause[at]))
            || clause.Book.Alike(clause.Text(from, to)) is not null
            || new FormulaReader(clause).Find(joiner + 1) is null)
            return false;
        clause.TakeName(clause.Text(from, to), from, to);
        return true;
    }

    private static bool IsOfDefinedName(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Column || token.Kind == TokenKind.Word && (token.IsCapital || token.IsFiller || token.Is(Meaning.Of));

    // "add Test 2 Points = Test 2 Score / 100".
    private static bool BeforeEqualsOfAdded(Clause clause)
    {
        var from = clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New);
        if (!clause.Leads(Meaning.Add)
            || from >= clause.Count
            || clause.FindIndex(from, token => token.IsSign("=")) is var to && (to <= from || to - from > LongestName)
            || !clause[from].IsCapital
            || !Enumerable.Range(from, to - from).All(at => clause[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Column)
            || clause.Book.Alike(clause.Text(from, to)) is not null)
            return false;
        clause.TakeName(clause.Text(from, to), from, to);
        return true;
    }

    // "Total = CA1 + CA2".
    private static bool BeforeEqualsAlone(Clause clause)
    {
        if (clause.Count <= 2
            || BeforeEquals(clause, 0) is not { } sign
            || !clause.Tokens.Take(sign).All(token =>
                token.IsUnknown || token.IsMended || token.IsCapital && (sign == 1 || !token.IsAny(Grammar.Leads)))
            || clause.Mentions.Exists(mention => mention.From < sign && mention.Kind != MentionKind.Unclear))
            return false;
        clause.TakeName(NameOf(clause, 0, sign), 0, sign);
        return true;
    }

    // "create X as", "make X:", "compute X =", "calculate X by".
    private static bool BeforeFormula(Clause clause)
    {
        for (var at = 1; at < clause.Count; at++)
        {
            var token = clause[at];
            if (!(token.IsSign("=", ":") || token.IsAny(Meaning.As, Meaning.By, Meaning.ThatIs, Meaning.Be)))
                continue;
            if (IsBeforeExpression(clause, at))
                return true;
            if (token.Is(Meaning.Be) && !token.Is(Meaning.ThatIs))
                continue;
            var from = at;
            while (from > 0 && IsFresh(clause, from - 1) && !clause[from - 1].IsAny(Grammar.Articles))
                from--;
            if (from < at
                && (from == 0 || clause[from - 1].IsAny(Grammar.Articles) || clause[from - 1].IsAny(Grammar.Leads))
                && (from > 0 || token.IsSign("="))
                && (clause.HasAny(Meaning.Add, Meaning.Formula, Meaning.New) || token.IsSign("=")))
            {
                clause.TakeName(NameOf(clause, from, at), from, at);
                return true;
            }
        }
        return false;
    }

    // "Composite should be 20% of CA1 and ...", "add Improvement, which is test 3 minus test 1".
    private static bool IsBeforeExpression(Clause clause, int joiner)
    {
        var to = joiner;
        while (to > 0 && (clause[to - 1].IsSign(",") || clause[to - 1].Is(Meaning.That) && clause[joiner].Is(Meaning.Be)))
            to--;
        var from = to;
        while (from > 0
            && to - from < LongestName
            && clause[from - 1] is { Kind: TokenKind.Word or TokenKind.Quoted, IsCapital: true, Number: null } or { Kind: TokenKind.Word, Means.IsEmpty: true }
            && (clause.MentionAt(from - 1) is null || to - from > 0 || clause[joiner].IsSign("=") || clause.MentionAt(from - 1) is { IsGeneric: true })
            && !(clause[from - 1].IsAny(Grammar.Leads) && from == 1))
            from--;
        if (from == to || clause.Book.Alike(clause.Text(from, to)) is not null || new FormulaReader(clause).Find(joiner + 1) is null)
            return false;
        clause.TakeName(NameOf(clause, from, to), from, joiner + 1);
        return true;
    }

    // "add a blank X" says only the name; so does ", X," beside the word for column.
    private static bool Alone(Clause clause)
    {
        // "add Campus and set it to North".
        if (clause.Leads(Meaning.Add)
            && clause.Has(Meaning.It)
            && clause.Says(Meaning.Fill)
            && clause.Skip(clause.Lead + 1) is var own
            && own < clause.Count
            && clause[own] is { Kind: TokenKind.Word, IsCapital: true, Number: null }
            && clause.MentionAt(own) is null
            && !clause.Says(Meaning.Random))
        {
            var to = own + 1;
            while (clause.IsCapitalWord(to))
                to++;
            clause.TakeName(clause.Text(own, to), own, to);
            return true;
        }
        if (clause.Tokens.FirstOrDefault(token => token.IsQuoted) is { } quoted
            && (clause.Has(Meaning.Column) || clause.Leads(Meaning.Add) && clause.FindIndex(0, token => token.IsQuoted) == clause.Skip(clause.Lead + 1))
            && clause.Book.Alike(quoted.Content!) is null)
        {
            var at = clause.FindIndex(0, token => token.IsQuoted);
            if (clause.IsAny(at - 1, Meaning.Fill, Meaning.With, Meaning.Value, Meaning.To, Meaning.Contains))
                return false;
            clause.TakeName(quoted.Content!, at, at + 1);
            return true;
        }
        return false;
    }

    private static bool Take(Clause clause, int from, int at, bool anything)
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
        clause.TakeName(NameOf(clause, at, end), from, end);
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

    // A word that is no part of a column there is, nor one that the grammar reads.
    private static bool IsFresh(Clause clause, int at)
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

    // "in a column Mean Mark", "grades of quiz 1, column Quiz Grade", though a word of it speaks of another column.
    private static bool IsPlaced(Clause clause, int column, int at)
    {
        if (at != column + 1
            || clause[at] is not { Kind: TokenKind.Word, IsCapital: true, Number: null }
            || clause.Skip(0) == column
            || !(clause[column - 1].IsAny(Prepositions) || column > 1 && clause[column - 1].IsFiller && clause[column - 2].IsAny(Prepositions)
                || clause.IsSign(column - 1, ",") && clause.HasAny(Results)))
            return false;
        var last = at + 1;
        while (clause.IsCapitalWord(last))
            last++;
        return clause.Book.Alike(clause.Text(at, last)) is null;
    }

    private static bool HasExpression(Clause clause, int at) => clause[at].IsSign("(");

    private static string NameOf(Clause clause, int from, int to) =>
        to - from == 1 && clause[from].Content is { } content ? content : clause.Text(from, to).Trim().Trim('"', '\'', ',', '.');
}
