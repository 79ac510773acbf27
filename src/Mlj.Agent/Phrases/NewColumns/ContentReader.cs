using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Finds what a new column is to hold in every row: "with value Present", "put 12 in every row", "set it to Second Term".</summary>
internal static class ContentReader
{
    private const int LongestSpread = 6;

    private static readonly Meanings Across = Meanings.Of(Meaning.For, Meaning.In, Meaning.On, Meaning.To, Meaning.At, Meaning.With);
    private static readonly Meanings Whole = Meanings.Of(Meaning.Person, Meaning.Row, Meaning.Them, Meaning.Name, Meaning.Table);
    private static readonly Meanings Marks = Meanings.Of(Meaning.Fill, Meaning.Value, Meaning.With, Meaning.Contains, Meaning.Starts);
    private static readonly Meanings Ends = Meanings.Of(Meaning.For, Meaning.In, Meaning.Then, Meaning.On);

    // What can stand between the word that promises a value and the value.
    private static readonly Meanings Helpers = Meanings.Of(
        Meaning.New, Meaning.Fill, Meaning.Value, Meaning.With, Meaning.Contains, Meaning.It, Meaning.Them, Meaning.To, Meaning.As, Meaning.Of,
        Meaning.Be, Meaning.ThatIs, Meaning.Person, Meaning.All, Meaning.Row, Meaning.In, Meaning.At, Meaning.Starts, Meaning.Receive);

    /// <summary>A text or a number; null when the clause gives none.</summary>
    public static JsonNode? Read(Clause clause) =>
        StaysBlank(clause) ? "" : Spread(clause) ?? Told(clause) ?? ForEverybody(clause) ?? (clause.Says(Meaning.Blank) ? "" : null);

    // "leave it blank", whatever is said of who fills it later.
    private static bool StaysBlank(Clause clause) =>
        clause.Tokens.Any(token => token is { IsCapital: false, Kind: TokenKind.Word } && token.Is(Meaning.Blank) && token.Plain.Contains(' '));

    // "Paid against everyone", "11 all the way down", "No for each row": what stands before the words for all rows.
    private static JsonNode? Spread(Clause clause)
    {
        for (var at = 1; at < clause.Count; at++)
        {
            if (clause.IsTaken(at) || !IsAllRows(clause, at) && !(clause[at].IsAny(Across) && IsAllRows(clause, clause.Skip(at + 1))))
                continue;
            var from = at;
            while (from > 0 && at - from < LongestSpread && !clause.IsTaken(from - 1) && IsPlainValue(clause[from - 1], from < at))
                from--;
            while (from < at && clause[from] is { IsCapital: false, IsFiller: true })
                from++;
            if (from < at)
                return ValueOf(clause, from, at);
        }
        return null;
    }

    // "everyone", "all students", "every row", "all the way down".
    private static bool IsAllRows(Clause clause, int at)
    {
        if (at >= clause.Count || clause.IsTaken(at) || clause[at] is not { IsCapital: false, Kind: TokenKind.Word } token)
            return false;
        return token.Is(Meaning.Row) && (token.Plain.Contains(' ') || token.Is(Meaning.All))
            || token.Is(Meaning.Person) && clause.IsAny(at - 1, Across)
            || token.Is(Meaning.All) && clause.IsAny(clause.Skip(at + 1, Meaning.Of), Whole);
    }

    private static bool IsPlainValue(Token token, bool isWithin) => token.Kind switch
    {
        TokenKind.Quoted or TokenKind.Number => true,
        TokenKind.Sign => isWithin && token.IsSign("/", "-", "&", "."),
        TokenKind.Word => !token.IsAny(Meaning.Add, Meaning.Fill) && (token.IsCapital || token.IsUncertain || IsResult(token)),
        _ => false,
    };

    private static bool IsResult(Token token) => token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.No, Meaning.Status) && !token.Is(Meaning.Without);

    // "with value Present", "set it to Second Term", "where everyone has Lagos": what stands behind the words that promise a value.
    private static JsonNode? Told(Clause clause)
    {
        for (var at = 0; at < clause.Count; at++)
        {
            if (!Promises(clause, at))
                continue;
            var from = at + 1;
            while (from < clause.Count && IsHelper(clause, from))
                from++;
            if (from >= clause.Count || clause.IsTaken(from) || clause[from].Kind == TokenKind.Sign || clause[from] is { IsCapital: false } noun && noun.Is(Meaning.Column))
                continue;
            if (clause[from] is { IsCapital: false } first && first.Is(Meaning.Blank))
                return "";
            if (clause[from].Content is { } content)
                return content;
            var to = from + 1;
            while (to < clause.Count && Continues(clause, to))
                to++;
            return ValueOf(clause, from, to);
        }
        return null;
    }

    private static bool Promises(Clause clause, int at)
    {
        if (clause.IsTaken(at) || clause.HasLead && at < clause.Lead)
            return false;
        var token = clause[at];
        var isPut = IsPut(clause, at);
        if (at == clause.Lead && !isPut && !token.Is(Meaning.Fill))
            return false;
        // "everyone is in Section A".
        var isAll = (token.Is(Meaning.Person) || clause.Is(at - 1, Meaning.All)) && (at > clause.Lead || !clause.HasLead)
            && clause.IsAny(clause.Skip(at + 1), Meaning.Be, Meaning.With, Meaning.Starts, Meaning.Receive);
        var isCalled = token.Is(Meaning.Called) && clause.IsAny(at - 1, Meaning.Row, Meaning.Person, Meaning.All);
        return isPut || isAll || isCalled || token.IsAny(Marks) || token.IsSign("=", ":");
    }

    // "and put Paid".
    private static bool IsPut(Clause clause, int at) =>
        at > 0 && at + 1 < clause.Count && clause[at].Is(Meaning.Add)
        && (clause[at + 1].Number is not null || clause[at + 1].IsQuoted || clause[at + 1].IsCapital)
        && !clause[at + 1].Is(Meaning.Person) && !clause.Is(at + 2, Meaning.Column);

    private static bool IsHelper(Clause clause, int at)
    {
        var token = clause[at];
        if (clause.IsTaken(at) || token.IsCapital || token.IsQuoted || token.Number is not null && !token.Is(Meaning.New))
            return false;
        return token.IsAny(Helpers) || token.IsFiller || token.IsSign("=", ":") || token.Is(Meaning.For) && clause.Is(at + 1, Meaning.All);
    }

    private static bool Continues(Clause clause, int at)
    {
        var token = clause[at];
        if (clause.IsTaken(at) || !token.IsCapital && (token.IsFiller || token.IsAny(Ends)))
            return false;
        if (token.Kind != TokenKind.Sign)
            return true;
        // "2025/2026", "Dr. Whitcomb".
        var isInner = token.IsSign("/", "-") && at + 1 < clause.Count && token.Start == clause[at - 1].End && clause[at + 1].Start == token.End;
        return isInner || token.IsSign(".") && clause[at - 1].Is(Meaning.Abbreviation) && at + 1 < clause.Count;
    }

    private static JsonNode? ForEverybody(Clause clause)
    {
        for (var at = 1; at < clause.Count; at++)
            if (BeforeEverybody(clause, at) is { } before)
                return before;
            else if (BehindEverybody(clause, at) is { } behind)
                return behind;
        return null;
    }

    // ", 2025/2026 for everyone".
    private static JsonNode? BeforeEverybody(Clause clause, int at)
    {
        if (!IsForEverybody(clause, at))
            return null;
        var from = at - 1;
        while (from > 0 && IsOfValue(clause, from - 1))
            from--;
        return from > 0 && Holds(clause, from) ? ValueOf(clause, from, at) : null;
    }

    // ", everybody Yes".
    private static JsonNode? BehindEverybody(Clause clause, int at)
    {
        if (IsForEverybody(clause, at) || !clause[at].IsAny(Meaning.Person, Meaning.All) || clause[at - 1].Kind != TokenKind.Sign)
            return null;
        var from = clause.Skip(at + 1);
        return from < clause.Count && (clause[from].IsCapital || clause[from].Number is not null) && Holds(clause, from) ? ValueOf(clause, from, clause.Count) : null;
    }

    private static bool IsForEverybody(Clause clause, int at) =>
        clause[at].Is(Meaning.For) && clause.IsAny(clause.Skip(at + 1), Meaning.All, Meaning.Person, Meaning.Row);

    private static bool Holds(Clause clause, int at) => IsOfValue(clause, at) && !clause[at].IsAny(Meaning.Blank, Meaning.Column);

    private static bool IsOfValue(Clause clause, int at) =>
        !clause.IsTaken(at)
        && (clause[at] is { Kind: TokenKind.Number or TokenKind.Quoted } or { IsCapital: true } or { Kind: TokenKind.Word, IsUnknown: true }
            || clause[at].IsSign("/", "-"));

    private static JsonNode ValueOf(Clause clause, int from, int to) =>
        to - from > 1 ? clause.Text(from, to)
        : clause[from] is { Kind: TokenKind.Number, IsPercent: false, Number: { } number } ? number
        : clause[from].Content ?? clause.Text(from, to);
}
