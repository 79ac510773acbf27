namespace Mlj.Agent.Phrases;

/// <summary>Finds the name that a clause gives to a new column, and takes its tokens out of the clause.</summary>
internal static class NameReader
{
    private const int LongestName = 8;

    // What makes a column of results, whose name then stands behind "in".
    private static readonly Meanings Results = Meanings.Of(Meaning.Sum, Meaning.Average, Meaning.Max, Meaning.Min, Meaning.Median, Meaning.Combine, Meaning.Grade, Meaning.PassFail, Meaning.Rank, Meaning.Bonus);

    private static readonly Meanings Prepositions = Meanings.Of(Meaning.Into, Meaning.In, Meaning.As, Meaning.To);

    public static void Read(Clause clause)
    {
        _ = AfterUsing(clause) || AfterCalled(clause) || AfterCall(clause) || AfterHeading(clause) || BeforeColumn(clause) || BesideColumn(clause) || AfterPreposition(clause) || BeforeFormula(clause) || Alone(clause);
    }

    // "using Award as the name of the column".
    private static bool AfterUsing(Clause clause)
    {
        for (var at = 0; at + 3 < clause.Count; at++)
        {
            if (!clause.Tokens[at].Is(Meaning.Using) || clause.Tokens[at].IsCapital && at > 0)
                continue;
            var to = at + 1;
            while (to < clause.Count && (clause.Tokens[to] is { Kind: TokenKind.Word, IsCapital: true } || clause.Tokens[to].Kind == TokenKind.Quoted))
                to++;
            if (to > at + 1 && to < clause.Count && clause.Tokens[to].Is(Meaning.As) && clause.Skip(to + 1, Meaning.New, Meaning.Column) is var noun && noun < clause.Count && clause.Tokens[noun].Means.HasAny(Meanings.Of(Meaning.Heading, Meaning.Call, Meaning.Name)) | clause.Tokens[noun - 1].Is(Meaning.Column) && clause.Book.Alike(clause.Text(at + 1, to)) is null)
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
            if (clause.Tokens[at].Is(Meaning.Called) && !clause.Tokens[at].IsCapital && !(at > 0 && clause.Tokens[at].Is(Meaning.Ought) && clause.Tokens[at - 1].Means.HasAny(Meanings.Of(Meaning.Row, Meaning.Person, Meaning.All))) && Take(clause, at, at + 1, anything: true))
                return true;
        return false;
    }

    // "call it X".
    private static bool AfterCall(Clause clause)
    {
        for (var at = 0; at + 1 < clause.Count; at++)
            if (clause.Tokens[at].Is(Meaning.Call) && !clause.Tokens[at].IsMended)
            {
                var next = at + 1;
                while (next < clause.Count && (clause.Tokens[next].Is(Meaning.It) || clause.Tokens[next].Is(Meaning.Them) || clause.Tokens[next].Is(Meaning.As) || clause.Tokens[next].Is(Meaning.Column) && !clause.Tokens[next].IsCapital || Clause.IsFiller(clause.Tokens[next]) && !clause.Tokens[next].IsCapital))
                    next++;
                // "a column wey dem go call Seat": the name stands right behind.
                var isRelative = next == at + 1 && at > clause.Lead && next < clause.Count && (clause.Tokens[next].IsCapital || clause.Tokens[next].Kind == TokenKind.Quoted) && clause.IndexOf(Meaning.Column) is >= 0 and var column && column < at && !clause.Tokens[at].Is(Meaning.Name);
                if ((next > at + 1 || isRelative) && Take(clause, at, next, anything: true))
                    return true;
            }
        return false;
    }

    // "heading X", "new header: X".
    private static bool AfterHeading(Clause clause)
    {
        for (var at = 0; at + 1 < clause.Count; at++)
        {
            if (!clause.Tokens[at].Is(Meaning.Heading) || clause.Tokens[at].IsCapital || clause.MentionAt(at) is { IsGeneric: false })
                continue;
            var next = at + 1;
            while (next < clause.Count && (clause.Tokens[next].IsSign(":") || !clause.Tokens[next].IsCapital && (clause.Tokens[next].Means.HasAny(Meanings.Of(Meaning.As, Meaning.Be, Meaning.Of)) || Clause.IsFiller(clause.Tokens[next]))))
                next++;
            if (next < clause.Count && (IsFresh(clause, next) || clause.Tokens[next] is { IsCapital: true, Kind: TokenKind.Word, Number: null }) && Take(clause, at, next, anything: false))
                return true;
        }
        return false;
    }

    // "I want X as an additional column", "X in a new column".
    private static bool BeforeColumn(Clause clause)
    {
        for (var at = 2; at < clause.Count; at++)
        {
            if (!(clause.Tokens[at].Is(Meaning.Column) || clause.Tokens[at].Is(Meaning.Heading)) || clause.MentionAt(at) is { IsGeneric: false })
                continue;
            var join = at - 1;
            while (join > 0 && clause.Tokens[join].Means.HasAny(Grammar.Articles) && !clause.Tokens[join].IsCapital)
                join--;
            if (join == at - 1 || join == 0 || !(clause.Tokens[join].Is(Meaning.As) || clause.Tokens[join].Is(Meaning.In) && Enumerable.Range(join, at - join).Any(index => clause.Tokens[index].Is(Meaning.New))))
                continue;
            var label = at + 1 < clause.Count && clause.Tokens[at + 1].Is(Meaning.Heading) ? at + 2 : at + 1;
            if (label < clause.Count && (clause.Tokens[label].Means.HasAny(Meanings.Of(Meaning.Called, Meaning.Call)) || clause.Tokens[label] is { IsCapital: true } or { Kind: TokenKind.Quoted }))
                continue;
            var from = join;
            while (from > 0 && join - from < LongestName && IsFresh(clause, from - 1) && !Clause.IsFiller(clause.Tokens[from - 1]) && clause.Tokens[from - 1].Kind is not TokenKind.Number && (clause.Tokens[from - 1].IsCapital || clause.Tokens[from - 1].Kind == TokenKind.Quoted))
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
        {
            var token = clause.Tokens[at];
            if (!token.Is(Meaning.Column) || token.Is(Meaning.Heading) && token.Is(Meaning.Call))
                continue;
            // "put in a Term column", "a column Final Mark", though a word of it speaks of another column.
            if (Wished(clause, at) is var (wished, wishedEnd))
            {
                clause.TakeName(clause.Text(wished, wishedEnd), wished, wishedEnd);
                return true;
            }
            if (at + 1 < clause.Count && clause.Tokens[at + 1].Kind == TokenKind.Word && BeforeEquals(clause, at + 1) is { } sign)
            {
                clause.TakeName(NameOf(clause, at + 1, sign), at + 1, sign);
                return true;
            }
            if (at + 1 < clause.Count && IsPlaced(clause, at, at + 1) && Take(clause, at, at + 1, anything: false))
                return true;
            if (clause.MentionAt(at) is { IsGeneric: false, Kind: MentionKind.One })
                continue;
            var next = at + 1;
            while (next < clause.Count && (clause.Tokens[next].IsSign(",") || clause.Tokens[next].IsSign(":") || !clause.Tokens[next].IsCapital && (clause.Tokens[next].Is(Meaning.Blank) || clause.Tokens[next].Is(Meaning.New) || clause.Tokens[next].Is(Meaning.Be) && next + 1 < clause.Count && clause.Tokens[next + 1].IsCapital || Clause.IsFiller(clause.Tokens[next]) && next + 1 < clause.Count && clause.Tokens[next + 1].IsSign(":"))))
                next++;
            // "a new column Oral 2", beside a column Oral.
            if (at > 0 && clause.Tokens[at - 1].Means.HasAny(Grammar.Articles) && next == at + 1 && next + 1 < clause.Count && clause.Tokens[next] is { Kind: TokenKind.Word, IsCapital: true } && clause.Tokens[next + 1] is { Kind: TokenKind.Number, IsPercent: false } && (next + 2 == clause.Count || clause.Tokens[next + 2].Kind == TokenKind.Sign || clause.Tokens[next + 2].Means.HasAny(Grammar.NameEnds)))
            {
                clause.TakeName(clause.Text(next, next + 2), at, next + 2);
                return true;
            }
            // "Centre column: Lagos for all" says the name before.
            var isBefore = at > 0 && clause.Lead == clause.Count && next > at + 1 && clause.Tokens[at + 1].Kind == TokenKind.Sign && IsOwnWord(clause, at - 1);
            if (!isBefore && next < clause.Count && (IsFresh(clause, next) || at > 0 && clause.Tokens[at - 1].Is(Meaning.New) && clause.Tokens[next] is { IsCapital: true, Kind: TokenKind.Word }) && Take(clause, at, next, anything: false))
                return true;
            // "a column for Remark".
            if (next + 1 < clause.Count && clause.Tokens[next].Is(Meaning.For) && (clause.Tokens[next + 1].Is(Meaning.Filler) || clause.Tokens[next + 1].IsCapital) && clause.Skip(next + 1) is var named && named < clause.Count && clause.Tokens[named].IsCapital && IsFresh(clause, named) && Take(clause, at, named, anything: false))
                return true;
            var from = at;
            while (from > 0 && at - from < 4 && IsOwnWord(clause, from - 1))
                from--;
            // "Session column, 2025/2026 for everyone".
            if (at is > 0 and < 4 && at + 1 < clause.Count && clause.Tokens[at + 1] is { Kind: TokenKind.Sign, Plain: ":" or "," or "(" or "-" } && clause.Tokens.Take(at).All(each => each is { Kind: TokenKind.Word, Number: null } && !Clause.IsFiller(each) && !each.Is(Meaning.New)) && clause.Tokens[0].IsCapital && (!clause.Tokens[0].Means.HasAny(Grammar.Leads) || clause.Tokens[0].Plain.Contains(' ') && clause.Tokens[at + 1].IsSign(":")) && clause.MentionAt(0) is null or { IsGeneric: true })
            {
                clause.TakeName(NameOf(clause, 0, at), 0, at);
                return true;
            }
            if (from < at && (from == 0 && clause.Lead == clause.Count || from > 0 && (clause.Tokens[from - 1].Means.HasAny(Grammar.Articles) || clause.Tokens[from - 1].Is(Meaning.Add) || clause.Tokens[from - 1].Is(Meaning.In)) || clause.Tokens[from].Kind == TokenKind.Quoted))
            {
                clause.TakeName(NameOf(clause, from, at), from, at);
                return true;
            }
        }
        return false;
    }

    // The capitals beside the word for column in a wish for a new one, unless they are a heading that there is.
    private static (int From, int To)? Wished(Clause clause, int column)
    {
        if (!(clause.Leads(Meaning.Add) || clause.Leads(Meaning.Formula) || clause.Leads(Meaning.Random)) && !(column > 0 && clause.Tokens[column - 1].Is(Meaning.New)) || column < clause.Lead && clause.Lead < clause.Count || clause.Tokens[column].IsCapital)
            return null;
        var from = column;
        while (from > 0 && (clause.Tokens[from - 1] is { Kind: TokenKind.Word, IsCapital: true, Number: null } || from == column && from > 1 && clause.Tokens[from - 1] is { Kind: TokenKind.Number, IsPercent: false } && clause.Tokens[from - 2] is { Kind: TokenKind.Word, IsCapital: true }) && column - from < LongestName)
            from--;
        if (from < column && from > 0 && clause.Tokens[from - 1].Means.HasAny(Grammar.Articles) && clause.Book.Alike(clause.Text(from, column)) is null)
            return (from, column);
        var to = column + 1;
        while (to < clause.Count && (clause.Tokens[to] is { Kind: TokenKind.Word, IsCapital: true } || to > column + 1 && clause.Tokens[to].Kind == TokenKind.Number && char.IsAsciiDigit(clause.Tokens[to].Plain[0]) && to + 1 < clause.Count && clause.Tokens[to + 1].IsCapital || to == column + 1 && clause.Tokens[to].Kind == TokenKind.Column && to + 1 < clause.Count && clause.Tokens[to + 1] is { IsCapital: true, Kind: TokenKind.Word }) && to - column <= LongestName)
            to++;
        // "one more column at the end please: X".
        if (to == column + 1)
        {
            var colon = column + 1;
            while (colon < clause.Count && colon - column < 7 && clause.Tokens[colon] is { Kind: TokenKind.Word, IsCapital: false })
                colon++;
            var end = colon + 1;
            while (end < clause.Count && clause.Tokens[end] is { Kind: TokenKind.Word, IsCapital: true })
                end++;
            return colon > column + 1 && colon < clause.Count && clause.Tokens[colon].IsSign(":") && end > colon + 1 && clause.Book.Alike(clause.Text(colon + 1, end)) is null ? (colon + 1, end) : null;
        }
        return to > column + 1 && (to == clause.Count || clause.Tokens[to].Kind == TokenKind.Sign && clause.Tokens[to].Plain is "," or ":" or "=" or "(" or "." or "?" or "!" || clause.Tokens[to].Kind == TokenKind.Word && !clause.Tokens[to].Means.IsEmpty) && clause.Book.Alike(clause.Text(column + 1, to)) is null ? (column + 1, to) : null;
    }

    // Where the sign of equality stands behind a name of few words; null when none does.
    private static int? BeforeEquals(Clause clause, int from)
    {
        for (var at = from + 1; at < clause.Count && at - from <= LongestName; at++)
            if (clause.Tokens[at].IsSign("="))
                return at;
            else if (clause.Tokens[at].Kind is not (TokenKind.Word or TokenKind.Number) || clause.Tokens[at].Means.HasAny(Grammar.NameEnds))
                return null;
        return null;
    }

    // "into X", "in X", "as X".
    private static bool AfterPreposition(Clause clause)
    {
        for (var at = clause.Count - 2; at >= 0; at--)
        {
            if (!clause.Tokens[at].Means.HasAny(Prepositions) || clause.Tokens[at].IsCapital || clause.Tokens[at].Is(Meaning.To) && !clause.Tokens[at].Is(Meaning.As))
                continue;
            var next = at + 1;
            while (next < clause.Count && (Clause.IsFiller(clause.Tokens[next]) || clause.Tokens[next].Is(Meaning.New) || clause.Tokens[next].Is(Meaning.Column)) && !clause.Tokens[next].IsCapital)
                next++;
            // "as Quiz Mean" names something new, though a word of it speaks of a column.
            if (next < clause.Count && (clause.Tokens[at].Is(Meaning.As) || clause.Tokens[at].Is(Meaning.Into) || clause.Tokens[at].Is(Meaning.In) && clause.Tokens.Any(each => each.Means.HasAny(Results))) && clause.Tokens[next] is { Kind: TokenKind.Word, IsCapital: true, Number: null } && clause.MentionAt(next) is { Kind: MentionKind.One, IsGeneric: false })
            {
                var last = next + 1;
                while (last < clause.Count && clause.Tokens[last] is { IsCapital: true, Kind: TokenKind.Word })
                    last++;
                var isAlone = (last == clause.Count || clause.Tokens[last].Kind == TokenKind.Sign || clause.Tokens[last].Means.HasAny(Grammar.NameEnds)) && clause.Mentions.Exists(mention => mention.To <= at && mention.Kind is MentionKind.One or MentionKind.Many or MentionKind.Unclear && mention.Columns.Any(column => column.IsTest || column.IsScore || !column.IsText)) && !clause.Says(Meaning.Rename);
                if ((last - next > 1 || isAlone) && clause.Book.Alike(clause.Text(next, last)) is null)
                {
                    clause.TakeName(NameOf(clause, next, last), at, last);
                    return true;
                }
            }
            if (next < clause.Count && (IsFresh(clause, next) && clause.Tokens[next] is { Number: null } || clause.Tokens[next] is { Kind: TokenKind.Number, IsCapital: true } && next + 1 < clause.Count && clause.Tokens[next + 1].IsCapital) && (clause.Tokens[at].Is(Meaning.Into) || clause.Tokens[next].IsCapital || !clause.Tokens[at].Is(Meaning.In) && clause.Tokens[next].Means.IsEmpty)
                && !HasExpression(clause, next) && Take(clause, at, next, anything: false))
                return true;
        }
        return false;
    }

    // "create X as", "make X:", "compute X =", "calculate X by".
    private static bool BeforeFormula(Clause clause)
    {
        // "random marks in Quiz 4".
        if (clause.Says(Meaning.Random) && Enumerable.Range(0, Math.Max(0, clause.Count - 2)).FirstOrDefault(at => clause.Tokens[at].Is(Meaning.In) && clause.Tokens[at + 1] is { Kind: TokenKind.Word, IsCapital: true } && clause.Tokens[at + 2] is { Kind: TokenKind.Number, IsPercent: false } && (at + 3 == clause.Count || clause.Tokens[at + 3].Kind == TokenKind.Sign) && clause.Book.Alike(clause.Text(at + 1, at + 3)) is null, -1) is >= 0 and var place)
        {
            clause.TakeName(clause.Text(place + 1, place + 3), place, place + 3);
            return true;
        }
        // "create Quiz 4 with random results".
        if (clause.Leads(Meaning.Add) && clause.Says(Meaning.Random) && clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New) is var first && first < clause.Count && clause.Tokens[first] is { IsCapital: true, Kind: TokenKind.Word } && !clause.Tokens[first].Is(Meaning.Random))
        {
            var to = first + 1;
            while (to < clause.Count && (clause.Tokens[to] is { Kind: TokenKind.Word, IsCapital: true } || clause.Tokens[to] is { Kind: TokenKind.Number, IsPercent: false } && char.IsAsciiDigit(clause.Tokens[to].Plain[0])))
                to++;
            if (to < clause.Count && clause.Tokens[to].Means.HasAny(Grammar.NameEnds | Meanings.Of(Meaning.Random)) && clause.Book.Alike(clause.Text(first, to)) is null)
            {
                clause.TakeName(clause.Text(first, to), first, to);
                return true;
            }
        }
        // "add Quiz 1 Percent which is Quiz 1 multiplied by 10".
        if ((clause.Leads(Meaning.Add) || clause.Leads(Meaning.Show) || clause.Leads(Meaning.Formula)) && clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New) is var named && named < clause.Count && clause.Tokens[named].IsCapital)
        {
            var joiner = named + 1;
            while (joiner < clause.Count && joiner - named <= LongestName && !(clause.Tokens[joiner] is { IsCapital: false } token && (token.Means.HasAny(Meanings.Of(Meaning.ThatIs, Meaning.By, Meaning.As)) || token.IsSign("=") || token.IsSign(":"))))
                joiner++;
            var to = joiner;
            while (to > named && clause.Tokens[to - 1].IsSign(","))
                to--;
            if (joiner < clause.Count && to > named && Enumerable.Range(named, to - named).All(at => clause.Tokens[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Column && (clause.Tokens[at].Kind != TokenKind.Word || clause.Tokens[at].IsCapital || Clause.IsFiller(clause.Tokens[at]) || clause.Tokens[at].Is(Meaning.Of)))
                && clause.Book.Alike(clause.Text(named, to)) is null && new FormulaReader(clause).Find(joiner + 1) is not null)
            {
                clause.TakeName(clause.Text(named, to), named, to);
                return true;
            }
        }
        // "add Test 2 Points = Test 2 Score / 100".
        if (clause.Leads(Meaning.Add) && clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New) is var begin && begin < clause.Count && clause.Tokens.ToList().FindIndex(begin, token => token.IsSign("=")) is var equal && equal > begin && equal - begin <= LongestName && clause.Tokens[begin].IsCapital
            && Enumerable.Range(begin, equal - begin).All(at => clause.Tokens[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Column) && clause.Book.Alike(clause.Text(begin, equal)) is null)
        {
            clause.TakeName(clause.Text(begin, equal), begin, equal);
            return true;
        }
        if (clause.Count > 2 && BeforeEquals(clause, 0) is { } sign && clause.Tokens.Take(sign).All(token => token.Means.IsEmpty || token.IsMended || token.IsCapital && (sign == 1 || !token.Means.HasAny(Grammar.Leads))) && !clause.Mentions.Exists(mention => mention.From < sign && mention.Kind != MentionKind.Unclear))
        {
            clause.TakeName(NameOf(clause, 0, sign), 0, sign);
            return true;
        }
        for (var at = 1; at < clause.Count; at++)
        {
            var token = clause.Tokens[at];
            if (!(token.IsSign("=") || token.IsSign(":") || token.Is(Meaning.As) || token.Is(Meaning.By) || token.Is(Meaning.ThatIs) || token.Is(Meaning.Be)))
                continue;
            if (IsBeforeExpression(clause, at))
                return true;
            if (token.Is(Meaning.Be) && !token.Is(Meaning.ThatIs))
                continue;
            var from = at;
            while (from > 0 && IsFresh(clause, from - 1) && !clause.Tokens[from - 1].Means.HasAny(Grammar.Articles))
                from--;
            if (from < at && (from == 0 || clause.Tokens[from - 1].Means.HasAny(Grammar.Articles) || clause.Tokens[from - 1].Means.HasAny(Grammar.Leads)) && (from > 0 || token.IsSign("=")) && (clause.Has(Meaning.Add) || clause.Has(Meaning.Formula) || clause.Has(Meaning.New) || token.IsSign("=")))
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
        while (to > 0 && (clause.Tokens[to - 1].IsSign(",") || clause.Tokens[to - 1].Is(Meaning.That) && clause.Tokens[joiner].Is(Meaning.Be)))
            to--;
        var from = to;
        while (from > 0 && to - from < LongestName && clause.Tokens[from - 1] is { Kind: TokenKind.Word or TokenKind.Quoted, IsCapital: true, Number: null } or { Kind: TokenKind.Word, Means.IsEmpty: true } && (clause.MentionAt(from - 1) is null || to - from > 0 || clause.Tokens[joiner].IsSign("=") || clause.MentionAt(from - 1) is { IsGeneric: true })
            && !(clause.Tokens[from - 1].Means.HasAny(Grammar.Leads) && from == 1))
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
        if (clause.Leads(Meaning.Add) && clause.Has(Meaning.It) && clause.Says(Meaning.Fill) && clause.Skip(clause.Lead + 1) is var own && own < clause.Count && clause.Tokens[own] is { Kind: TokenKind.Word, IsCapital: true, Number: null } && clause.MentionAt(own) is null && !clause.Says(Meaning.Random))
        {
            var to = own + 1;
            while (to < clause.Count && clause.Tokens[to] is { Kind: TokenKind.Word, IsCapital: true })
                to++;
            clause.TakeName(clause.Text(own, to), own, to);
            return true;
        }
        if (clause.Tokens.FirstOrDefault(token => token.Kind == TokenKind.Quoted) is { } quoted && (clause.Has(Meaning.Column) || clause.Leads(Meaning.Add) && clause.Tokens.ToList().IndexOf(quoted) == clause.Skip(clause.Lead + 1)) && clause.Book.Alike(quoted.Content!) is null)
        {
            var at = clause.Tokens.ToList().IndexOf(quoted);
            if (at > 0 && clause.Tokens[at - 1].Means.HasAny(Meanings.Of(Meaning.Fill, Meaning.With, Meaning.Value, Meaning.To, Meaning.Contains)))
                return false;
            clause.TakeName(quoted.Content!, at, at + 1);
            return true;
        }
        return false;
    }

    private static bool Take(Clause clause, int from, int at, bool anything)
    {
        while (at < clause.Count && (clause.Tokens[at].IsSign(":") || clause.Tokens[at].IsSign("=") || clause.Tokens[at] is { IsCapital: false, Kind: TokenKind.Word } && clause.Tokens[at].Is(Meaning.Be) && at + 1 < clause.Count && clause.Tokens[at + 1] is { IsCapital: true } or { Kind: TokenKind.Quoted }))
            at++;
        if (at >= clause.Count || clause.Tokens[at].Kind == TokenKind.Sign)
            return false;
        if (clause.Tokens[at].Kind is TokenKind.Quoted || clause.Tokens[at].Kind is TokenKind.Column && !(at + 1 < clause.Count && clause.Tokens[at + 1] is { Kind: TokenKind.Word, IsCapital: true }))
        {
            clause.TakeName(clause.Tokens[at].Content!, from, at + 1);
            return true;
        }
        if (anything && Clause.IsFiller(clause.Tokens[at]) && !clause.Tokens[at].IsCapital && at + 1 < clause.Count && clause.Tokens[at + 1].Kind != TokenKind.Sign)
            at++;
        var end = at + 1;
        while (end < clause.Count && end - at < LongestName && !Ends(clause, at, end))
            end++;
        while (end - at > 1 && !clause.Tokens[end - 2].IsSign("-") && clause.Tokens[end - 1] is { IsCapital: false } last && (Clause.IsFiller(last) || last.Is(Meaning.Instead) || last.Is(Meaning.Also)))
            end--;
        clause.TakeName(NameOf(clause, at, end), from, end);
        return true;
    }

    private static bool Ends(Clause clause, int first, int at)
    {
        var token = clause.Tokens[at];
        if (token.Kind is TokenKind.Sign)
            return !(token.Plain is "-" or "#" or "&" or "/" or "'" or "+" && at + 1 < clause.Count && token.Start == clause.Tokens[at - 1].End && clause.Tokens[at + 1].Start == token.End) && token.Plain != "#";
        if (token.Kind is TokenKind.Quoted or TokenKind.Column)
            return true;
        if (token.Means.HasAny(Grammar.NameEnds) && !token.IsMended && !token.IsCapital)
            return true;
        // A name in capitals ends before words that say what to do.
        return clause.Tokens[first].IsCapital && !(clause.Tokens[at - 1].IsSign("-") && clause.Tokens[at - 1].End == token.Start) && !token.IsCapital && !token.IsMended && !token.Means.IsEmpty && token.Number is null && !token.Is(Meaning.Of) && !token.Is(Meaning.Score);
    }

    // A word that is no part of a column there is, nor one that the grammar reads.
    private static bool IsFresh(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.Kind is TokenKind.Quoted)
            return clause.Book.Alike(token.Content!) is null;
        if (token.Kind is not (TokenKind.Word or TokenKind.Number) || token.Kind == TokenKind.Number && !token.IsCapital)
            return false;
        if (clause.MentionAt(at) is { Kind: MentionKind.One, IsGeneric: false } mention && !(mention.To < clause.Count && clause.Tokens[mention.To] is { IsCapital: true, Kind: TokenKind.Word }))
            return false;
        if (clause.MentionAt(at) is { Kind: MentionKind.Unknown } or { Kind: MentionKind.Many })
            return false;
        return token.IsCapital && !(at == 0) || token.Means.IsEmpty || token.IsMended && !token.Means.HasAny(Grammar.NameEnds);
    }

    private static bool IsOwnWord(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (at == 0 && token.Is(Meaning.New))
            return false;
        if (token is { Kind: TokenKind.Word, IsCapital: true, Number: null } && clause.Leads(Meaning.Add) && at > clause.Lead && clause.Tokens[at + 1].Is(Meaning.Column) && clause.Book.Alike(clause.Text(at, at + 1)) is null)
            return true;
        return token.Kind == TokenKind.Quoted || token.Kind == TokenKind.Word && (at > 0 || clause.Lead == clause.Count && token.IsCapital) && (token.IsCapital && clause.Tokens.Any(each => !each.IsCapital) || token.Means.IsEmpty) && clause.MentionAt(at) is not { Kind: MentionKind.One, IsGeneric: false };
    }

    // "in a column Mean Mark", though a word of it speaks of another column.
    private static bool IsPlaced(Clause clause, int column, int at)
    {
        if (at != column + 1 || clause.Tokens[at] is not { Kind: TokenKind.Word, IsCapital: true, Number: null } || clause.Skip(0) == column || !(clause.Tokens[column - 1].Means.HasAny(Prepositions) || column > 1 && Clause.IsFiller(clause.Tokens[column - 1]) && clause.Tokens[column - 2].Means.HasAny(Prepositions)))
            return false;
        var last = at + 1;
        while (last < clause.Count && clause.Tokens[last] is { IsCapital: true, Kind: TokenKind.Word })
            last++;
        return clause.Book.Alike(clause.Text(at, last)) is null;
    }

    private static bool HasExpression(Clause clause, int at) => clause.Tokens[at].IsSign("(");

    private static string NameOf(Clause clause, int from, int to) =>
        to - from == 1 && clause.Tokens[from].Content is { } content ? content : clause.Text(from, to).Trim().Trim('"', '\'', ',', '.');
}
