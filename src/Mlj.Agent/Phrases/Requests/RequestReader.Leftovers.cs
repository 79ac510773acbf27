using System.Globalization;
using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What was said and not understood.</summary>
internal sealed partial class RequestReader
{
    private static readonly Meanings Besides = Meanings.Of(
        Meaning.Rank, Meaning.Bonus, Meaning.Random, Meaning.PassFail, Meaning.Alphabetical, Meaning.Descending, Meaning.Ascending);

    // A name or a number that became no part of the steps was meant for something: it is asked about, never left out.
    private Trouble? Leftover(Clause clause, int before)
    {
        var steps = _steps.Skip(before).ToList();
        if (steps.Count == 0)
            return null;
        if (steps.TrueForAll(step => step.Action is "filter_data" or "remove_column") && AsksBesides(clause))
            return new Trouble("what_to_do");
        if (AskedBesides(clause, steps) is >= 0 and var besides)
            return new Trouble("only_part", clause.Text(besides, besides + 1));
        var texts = steps.SelectMany(step => Values(step.Params)).Select(text => Tokeniser.Plain(text)).ToList();
        var computes = steps.Exists(TakesNumbers);
        for (var at = 0; at < clause.Count; at++)
        {
            var token = clause[at];
            if (IsUsed(clause, at))
                continue;
            if (IsLeftName(clause, at) && !texts.Exists(text => text.Contains(token.Plain, StringComparison.Ordinal)))
                return new Trouble("unknown_column", clause.Text(at, at + 1)) { Columns = clause.Book.Columns };
            if (!computes && IsLeftNumber(clause, token) && !texts.Exists(text => HoldsNumber(text, token)))
                return new Trouble("which_value", clause.Text(at, at + 1));
        }
        return null;
    }

    // Rows were chosen or columns taken away, and the words ask for more besides.
    private static bool AsksBesides(Clause clause) => clause.Places.Any(at =>
        clause[at] is { Kind: TokenKind.Word, IsCapital: false, IsMended: false, IsFiller: false } token
        && token.IsAny(Besides) && !token.IsAny(Meaning.OrMore, Meaning.OrLess) && clause.MentionAt(at) is null && !clause.Book.HasWord(token.Plain));

    // What the words for results are made by.
    private static readonly (Meaning Said, string[] Actions)[] Makers =
    [
        (Meaning.Rank, ["add_rank"]), (Meaning.Grade, ["add_grades"]), (Meaning.Bonus, ["calculate_bonus"]), (Meaning.Random, ["add_random_scores"]),
        (Meaning.PassFail, ["add_pass_fail"]), (Meaning.Sort, ["sort_data"]), (Meaning.Rename, ["rename_column"]),
    ];

    // "..., and add a rank": what is joined to the wish is done too, or asked about; -1 when nothing is left.
    private static int AskedBesides(Clause clause, List<StepDraft> steps)
    {
        for (var at = 1; at < clause.Count; at++)
        {
            // A comma of no width joins what only says more.
            if (!clause[at].Is(Meaning.And) && !clause[at].IsSign(",", "&", "+") || clause[at].Start == clause[at].End || clause.IsTaken(at) || clause.MentionAt(at) is not null)
                continue;
            var next = clause.Skip(at + 1, Meaning.Also, Meaning.Add, Meaning.Show, Meaning.New);
            if (next < clause.Count && clause[next] is { Kind: TokenKind.Word, IsCapital: false, IsMended: false } token
                && !clause.IsTaken(next) && clause.MentionAt(next) is null && !clause.Book.HasWord(token.Plain)
                && (Makers.FirstOrDefault(maker => token.Is(maker.Said)) is { Actions: { } actions } && !steps.Exists(step => actions.Contains(step.Action))
                    || token.Is(Meaning.High) && steps.Exists(step => step.Action == "drop_lowest")))
                return next;
        }
        return -1;
    }

    private bool TakesNumbers(StepDraft step) =>
        step.Action is "add_formula_column" || catalog.Find(step.Action)?.Parameters.Any(parameter => parameter.Type == typeof(IReadOnlyList<decimal>)) == true;

    private static bool IsUsed(Clause clause, int at) =>
        clause.IsTaken(at) || clause.MentionAt(at) is not null || clause[at].Ordinal is not null || clause[at].Settings.Count > 0 || IsAside(clause, at);

    // "... for Kofi", "... with JSS2": a name of which nothing is known.
    private bool IsLeftName(Clause clause, int at)
    {
        var token = clause[at];
        if (token is not { Kind: TokenKind.Word, Number: null } || token.Plain.Length == 1 && clause.Says(Meaning.Sort))
            return false;
        var reads = token.IsCapital && at > 0 && !BeginsSentence(token) || token.Plain.Any(char.IsAsciiDigit);
        var isStrange = token.IsUnknown || token.IsMended && !token.IsAny(Grammar.Leads);
        return reads && isStrange && !clause.Book.HasWord(token.Plain) && !(GradeBounds.Letter(clause, at) is not null && Grades(clause));
    }

    private static bool IsLeftNumber(Clause clause, Token token) =>
        token is { Kind: TokenKind.Number, Number: not null } && char.IsAsciiDigit(token.Plain[0])
        && !(token.Number <= 5 && Ranks(clause)) && !(token.Number == 1 && clause.Says(Meaning.Sort));

    private static bool HoldsNumber(string text, Token token) =>
        text.Contains(token.Plain, StringComparison.Ordinal)
        || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == token.Number;

    private bool BeginsSentence(Token token) => message.AsSpan(0, token.Start).TrimEnd() is [] or [.., '.' or '!' or '?' or ';' or ':'];

    // ", GDPR!!", "for the EWO": words behind everything else, which no verb, no column and no number stands among.
    private static bool IsAside(Clause clause, int at)
    {
        var from = at;
        while (from > 0 && IsOfAside(clause[from - 1]))
            from--;
        return clause.Count - from < 4 && clause.IsSign(from - 1, ",")
            && Enumerable.Range(from, clause.Count - from).All(index => IsSaidAside(clause, index));
    }

    private static bool IsOfAside(Token token) =>
        !token.IsSign(",") && (token.Kind == TokenKind.Word && (token.IsUnknown || token.IsFiller) || token.Is(Meaning.For));

    private static bool IsSaidAside(Clause clause, int at) =>
        clause[at] is { Number: null, Kind: TokenKind.Word or TokenKind.Sign } token
        && !token.IsAny(Doing) && !clause.IsTaken(at) && clause.MentionAt(at) is null;

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject values => values.SelectMany(each => Values(each.Value).Append(each.Key)),
        JsonArray list => list.SelectMany(Values),
        null => [],
        _ => [node.ToString()],
    };

    // What the grammar has a word for, and can be asked about.
    private static readonly Meanings Known = Meanings.Of(
        Meaning.Vague, Meaning.It, Meaning.Them, Meaning.Table, Meaning.Score, Meaning.Test, Meaning.Person, Meaning.Column, Meaning.Sort,
        Meaning.Rank, Meaning.Grade, Meaning.Rename, Meaning.Remove, Meaning.Show, Meaning.Keep, Meaning.Change, Meaning.Half, Meaning.Formula,
        Meaning.Sum, Meaning.Average, Meaning.Median, Meaning.Combine, Meaning.PassFail, Meaning.Bonus, Meaning.Random, Meaning.Same, Meaning.High,
        Meaning.Low);

    // What is about results is asked about, what is about something else refused.
    private static Trouble NotUnderstood(Clause clause)
    {
        var isKnown = clause.HasAny(Known) || clause.HasNumber() || clause.Mentions.Count > 0;
        var strange = clause.Tokens.Count(token => IsStrange(clause, token));
        var words = clause.Tokens.Count(token => token.Kind != TokenKind.Sign && !token.IsFiller);
        return isKnown && strange * 2 <= words || words == 0 && strange == 0 ? new Trouble("what_to_do") : new Trouble("out_of_scope") { IsRefusal = true };
    }

    private static bool IsStrange(Clause clause, Token token) =>
        token is { Kind: TokenKind.Word, IsUnknown: true, Number: null, Ordinal: null } && !clause.Book.HasWord(token.Plain);
}
