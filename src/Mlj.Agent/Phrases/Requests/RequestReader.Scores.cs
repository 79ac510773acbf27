using System.Globalization;
using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Formulas;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What makes new columns of scores.</summary>
internal sealed partial class RequestReader
{
    private static readonly string[] Methods = ["sum", "average", "max", "min", "median"];

    private Trouble? Grade(Clause clause)
    {
        var thresholds = GradeBounds.Of(clause, out var taken);
        // Numbers that no grade is known for are asked about, never left out.
        var spoken = taken;
        if (Setting(clause, "add_grades", "scale") is null
            && clause.Places.Count(at =>
                clause[at] is { Number: not null, Kind: TokenKind.Number }
                    && !clause.IsTaken(at)
                    && !spoken.Contains(at)
                    && clause.MentionAt(at) is null) > (thresholds is null ? 1 : 0))
            return new Trouble("which_grades");
        var (column, trouble) = ScoreColumn(clause, fits: mention => !spoken.Contains(mention.From) && !IsGradeWord(clause, mention));
        if (column is null)
            return trouble;
        var step = new JsonObject { ["score_column"] = column.Name, ["grade_column"] = clause.NewName ?? Default("add_grades", "grade_column") };
        var scale = Setting(clause, "add_grades", "scale");
        if (thresholds is not null && scale is null)
            step["thresholds"] = thresholds;
        else
            step["scale"] = scale ?? Default("add_grades", "scale");
        return Make("add_grades", "grade_column", step, ColumnRole.Grade, isText: true, topic: column, clause);
    }

    private static bool IsGradeWord(Clause clause, Mention mention) =>
        mention.To - mention.From == 1 && clause[mention.From].Is(Meaning.Grade) && (mention.IsGeneric || mention.Columns[0].Words.Length > 1)
        || mention.Kind == MentionKind.One && mention.Columns[0].Role == ColumnRole.Grade;

    private Trouble? PassFail(Clause clause)
    {
        var (column, trouble) = ScoreColumn(clause, fits: mention => !(mention.IsGeneric && IsJudgement(clause, mention))
            && !(mention.Kind == MentionKind.One && mention.Columns[0].Role == ColumnRole.Status && !mention.Columns[0].IsMade));
        if (column is null)
            return trouble;
        var numbers = clause.Places
            .Where(at => !clause.IsTaken(at)
            && !clause[at].Is(Meaning.Person)
            && clause.MentionAt(at) is null or { IsGeneric: true }
            && (clause[at].Number is not null && (clause[at].Ordinal is null || clause[at].Kind == TokenKind.Number) || clause[at].Is(Meaning.Half)))
            .Select(at => clause[at].Number ?? 50).Distinct().ToList();
        if (numbers.Count > 1)
            return new Trouble("which_threshold");
        var step = new JsonObject
        {
            ["score_column"] = column.Name,
            ["result_column"] = clause.NewName ?? Default("add_pass_fail", "result_column"),
            ["threshold"] = numbers.Count == 1 ? numbers[0] : Default("add_pass_fail", "threshold"),
        };
        return Make("add_pass_fail", "result_column", step, ColumnRole.Status, isText: true, topic: column, clause);
    }

    // "passing score", "needed marks": no column is meant.
    private static bool IsJudgement(Clause clause, Mention mention) =>
        clause.Under(mention).HasAny(Meaning.Threshold, Meaning.Half)
        || mention.From > 0 && clause[mention.From - 1].IsAny(Meaning.Pass, Meaning.Threshold, Meaning.Half)
        || clause.Is(mention.To, Meaning.Threshold) || !clause[mention.From].Is(Meaning.Score) && clause[mention.From].Is(Meaning.Status);

    private Trouble? Rank(Clause clause)
    {
        var (column, trouble) = ScoreColumn(clause,
            fits: mention => !(mention.Kind == MentionKind.One && mention.Columns[0].IsText && mention.Columns[0].Name == clause.NewName));
        if (column is null)
            return trouble;
        var step = new JsonObject
        {
            ["score_column"] = column.Name,
            ["rank_column"] = clause.NewName ?? Default("add_rank", "rank_column"),
            ["ascending"] = RowOrder.Ascending(clause) ?? _isLowBest,
            ["method"] = Setting(clause, "add_rank", "method") ?? Default("add_rank", "method"),
        };
        return Make("add_rank", "rank_column", step, ColumnRole.None, isText: false, topic: column, clause);
    }

    private Trouble? Bonus(Clause clause)
    {
        var (column, trouble) = ScoreColumn(clause, mayGuess: true, mention => !IsParticipation(clause, mention));
        if (column is null)
            return trouble;
        if (HasOwnShare(clause) || IsForSomethingElse(clause))
            return new Trouble("bonus_is_fixed");
        var counts = clause.Book.OfRole(ColumnRole.TestsTaken);
        if (counts.Count == 0)
            return new Trouble("no_tests_taken");
        var step = new JsonObject
        {
            ["score_column"] = column.Name,
            ["test_count_column"] = counts[0].Name,
            ["bonus_column"] = clause.NewName ?? Default("calculate_bonus", "bonus_column"),
        };
        return Make("calculate_bonus", "bonus_column", step, ColumnRole.None, isText: false, topic: null, clause);
    }

    // Its shares are fixed: another number is asked about, never left out.
    private static bool HasOwnShare(Clause clause) => clause.Places.Any(at =>
        clause[at] is { Kind: TokenKind.Number }
        && !(clause[at].Is(Meaning.Person) && clause.Is(at - 1, Meaning.All))
        && !clause.IsTaken(at)
        && clause.MentionAt(at) is null);

    // "a bonus for good handwriting".
    private static bool IsForSomethingElse(Clause clause) =>
        clause.IndexOf(Meaning.For) is >= 0 and var cause && clause.MentionFrom(clause.Skip(cause + 1)) is null
        && clause.Tokens.Skip(cause).Take(4).Any(token => token is { IsUnknown: true, IsCapital: false, Kind: TokenKind.Word });

    // The tests that a bonus is for are not the scores that it is added to.
    private static bool IsParticipation(Clause clause, Mention mention) =>
        mention.IsGeneric && !(mention.From > 1 && clause[mention.From - 1].IsFiller && clause[mention.From - 2].Is(Meaning.On))
        || mention.Kind == MentionKind.One && mention.Columns[0].Role == ColumnRole.TestsTaken
        || clause.Under(mention).Has(Meaning.Participation)
        || clause.Under(mention).All(token => token.Is(Meaning.Bonus));

    private Trouble? Random(Clause clause)
    {
        if (RandomRange.Of(clause) is not var (low, high))
            return new Trouble("which_range");
        var step = new JsonObject
        {
            ["column_name"] = clause.NewName ?? Default("add_random_scores", "column_name"),
            ["min_score"] = low is null ? Default("add_random_scores", "min_score") : low,
            ["max_score"] = high is null ? Default("add_random_scores", "max_score") : high,
        };
        return Make("add_random_scores", "column_name", step, ColumnRole.Synthetic, isText: false, topic: null, clause);
    }

    private Trouble? Collate(Clause clause)
    {
        if (clause.UnknownMention is { } unknown)
            return Unknown(clause, unknown.From, unknown.To, []);
        if (clause.Mentions.Find(mention => mention is { Kind: MentionKind.Unclear, IsGeneric: true } && clause.Under(mention).HasNumber()) is { } miscounted)
            return new Trouble("count_of_tests", clause.Text(miscounted.From, miscounted.To), miscounted.Columns.Count.ToString(CultureInfo.InvariantCulture));
        var step = new JsonObject
        {
            ["score_columns"] = Names(CollatedScores.Columns(clause)),
            ["result_column"] = clause.NewName ?? Default("collate_scores", "result_column"),
            ["method"] = CollatedScores.MethodAt(clause)?.Method ?? Methods[0],
        };
        return Make("collate_scores", "result_column", step, ColumnRole.None, isText: false, topic: null, clause);
    }

    // "compute A + B + C as X" is a sum of columns; what is written with "=" stays as it is written.
    private static IReadOnlyList<string>? IsSum(Clause clause, string formula) =>
        !clause.HasSign("=", ":") && !clause.Has(Meaning.Column) && Formula.TryParse(formula, out var parsed, out _) && parsed.Columns.Distinct().Count() > 1 && formula == string.Join(" + ", parsed.Columns.Select(name => $"[{name}]"))
            ? [.. parsed.Columns] : null;

    private Trouble? CollateSum(Clause clause, IReadOnlyList<string> columns) => Make("collate_scores", "result_column",
        new JsonObject
        {
            ["score_columns"] = new JsonArray([.. columns.Select(name => (JsonNode)name)]),
            ["result_column"] = clause.NewName ?? Default("collate_scores", "result_column"),
            ["method"] = "sum"
        }, ColumnRole.None, isText: false, topic: null, clause);

    // "five extra marks in test 3 for everybody": they go into a column of their own, the marks stay as they are.
    private (KnownColumn Column, decimal Amount)? Raised(Clause clause)
    {
        var numbers = clause.Places.Where(at =>
            !clause.IsTaken(at)
                && clause[at] is { Number: > 0, Ordinal: null, IsPercent: false }
                && clause.MentionAt(at) is not { Kind: MentionKind.One }).ToList();
        if (numbers is not [var number]
            || !clause.HasAny(Meaning.Person, Meaning.All)
            || clause.Has(Meaning.Who)
            || clause.SaysAny(Meaning.Percent, Meaning.Random)
            || clause.Says(Meaning.Column)
            || clause.Tokens.Any(token =>
                token.IsAny(Grammar.Comparisons)
                    || token.IsAny(Meaning.OrMore, Meaning.OrLess, Meaning.Pass, Meaning.Fail, Meaning.Threshold, Meaning.Between)))
            return null;
        var isMore = clause.HasAny(Meaning.Extra, Meaning.Plus)
            || clause.Leads(Meaning.Add)
                && clause.Skip(number + 1, Meaning.Score) is var to
                && clause.IsAny(to, Meaning.To, Meaning.On)
                && !(clause[clause.Skip(to + 1) is var target && target < clause.Count ? target : to] is { IsOwner: false } whom
                    && whom.Is(Meaning.Person))
            || clause.Leads(Meaning.Tamper) && clause.Is(number - 1, Meaning.By);
        var columns = clause.Mentions.Where(mention => mention.IsSpecific).SelectMany(mention => mention.Columns).Distinct().ToList();
        if (!isMore
            || columns.Count > 1
            || columns.Exists(column => column.IsText)
            || clause.Mentions.Exists(mention => mention.Kind != MentionKind.One && !mention.IsGeneric))
            return null;
        return (columns is [var only]
            ? only
            : clause.Mentions.Exists(mention => mention.Columns.Count > 1 && !mention.Covers(clause.Skip(number + 1, Meaning.Extra)))
            ? null
            : _place) is { } column
            ? (column, clause[number].Number!.Value)
            : null;
    }

    private Trouble? AddFormula(Clause clause, string formula) => Make("add_formula_column", "column_name",
        new JsonObject { ["column_name"] = clause.NewName ?? Default("add_formula_column", "column_name"), ["formula"] = formula }, ColumnRole.None, isText: false,
        topic: null, clause);

    // What stands behind "=" or "formula" in the language of formulas; calls that it does not have are refused.
    private bool TryWrittenFormula(Clause clause, out Trouble? trouble)
    {
        trouble = null;
        var at = clause.Places.FirstOrDefault(index => clause[index].IsSign("=") || clause[index].Is(Meaning.Formula) && index > clause.Lead, -1);
        var calls = Enumerable.Range(0, Math.Max(0, clause.Count - 1)).Any(index =>
            clause[index + 1].IsSign("(") && clause[index].Kind == TokenKind.Word && clause[index].End == clause[index + 1].Start);
        if (at < 0 || at + 1 >= clause.Count || clause.Says(Meaning.Grade))
        {
            trouble = calls && !clause.Mentions.Exists(mention => clause.Text(mention.From, mention.To).Contains('('))
                ? new Trouble("formula_refused") { IsRefusal = true }
                : null;
            return trouble is not null;
        }
        while (at + 1 < clause.Count && (clause[at + 1].IsSign("=", ":") || clause[at + 1].Is(Meaning.Be)))
            at++;
        if (at + 1 >= clause.Count)
            return false;
        var text = message[clause[at + 1].Start..clause[^1].End].Trim().TrimEnd('.', '?', '!');
        if (Formula.TryParse(text, out var formula, out _) && formula.Columns.Count > 0)
        {
            trouble = formula.Columns.FirstOrDefault(name => clause.Book.Find(name) is null) is { } missing
                ? new Trouble("unknown_column", missing)
                : AddFormula(clause, text);
            return true;
        }
        trouble = calls || text.Contains('.') && text.Contains('(') ? new Trouble("formula_refused") { IsRefusal = true } : null;
        return trouble is not null;
    }

    /// <summary>Adds a step that makes a column, once its name is free.</summary>
    private Trouble? Make(string action, string name, JsonObject step, ColumnRole role, bool isText, KnownColumn? topic, Clause clause)
    {
        var made = (string)step[name]!;
        if (_book.Find(made) is not null)
        {
            // A name that nobody chose gives way to the one that is there.
            if (clause.NewName is not null)
                return new Trouble("name_taken", made);
            for (var number = 2; ; number++)
                if (_book.Find($"{made} {number}") is null)
                {
                    step[name] = made = string.Create(CultureInfo.InvariantCulture, $"{made} {number}");
                    break;
                }
        }
        var book = _book.With(made, role, isText);
        Done(new StepDraft(action, step), book, topic ?? book.Find(made));
        return null;
    }

    private JsonNode? Default(string action, string parameter) => catalog.Find(action)?.Parameters.FirstOrDefault(each => each.Name == parameter)?.Default switch
    {
        string text => text,
        decimal number => number,
        int number => number,
        bool flag => flag,
        Enum choice => Snake(choice.ToString()),
        _ => null,
    };

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string? Setting(Clause clause, string action, string parameter)
    {
        var start = $"{action}.{parameter}=";
        return clause.Tokens.SelectMany(token => token.Settings).FirstOrDefault(setting =>
            setting.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
    }
}
