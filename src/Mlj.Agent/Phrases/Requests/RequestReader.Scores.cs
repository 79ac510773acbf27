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
        var thresholds = Thresholds(clause, out var taken);
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

    // "A from 85, B 70, C >= 55, otherwise F".
    private static JsonObject? Thresholds(Clause clause, out HashSet<int> taken)
    {
        taken = [];
        var bounds = new List<(string Grade, decimal From)>();
        for (var at = 0; at < clause.Count; at++)
        {
            if (Letter(clause, at) is not { } letter)
                continue;
            var next = at + letter.Length;
            while (next < clause.Count
                && (clause[next].IsAny(Meaning.From, Meaning.Be, Meaning.At, Meaning.Starts, Meaning.ThatIs, Meaning.Threshold, Meaning.Ought,
                    Meaning.GreaterEqual, Meaning.Greater, Meaning.For, Meaning.Equals, Meaning.Filler)
                    || clause[next].IsSign(":", "=", ">=", ">", "-", "(")))
                next++;
            if (next < clause.Count && clause[next].Number is { } number)
            {
                bounds.Add((letter.Text, number));
                taken.UnionWith(Enumerable.Range(at, next + 1 - at));
                at = next;
            }
            else if (bounds.Count > 0
                && (clause.Is(at - 1, Meaning.Otherwise)
                    || clause.Tokens.Skip(at).Take(5).HasAny(Meaning.Otherwise, Meaning.Less)
                    || clause.Is(at - 2, Meaning.Otherwise)))
                bounds.Add((letter.Text, 0));
        }
        if (bounds.Count < 2)
            (bounds, taken) = InParallel(clause);
        if (bounds.Count < 2)
            (bounds, taken) = NumbersFirst(clause);
        if (bounds.Count < 2)
            (bounds, taken) = Worded(clause);
        if (bounds.Count < 2)
            return null;
        var ordered = bounds.DistinctBy(each => each.Grade).OrderByDescending(each => each.From).ToList();
        if (ordered[^1].From > 0 && !ordered.Exists(each => each.Grade == "F"))
            ordered.Add(("F", 0));
        return new JsonObject(ordered.Select(each => KeyValuePair.Create(each.Grade, (JsonNode?)each.From)));
    }

    // "93 / 85 / 77 / 70 for A / B / C / D, anything lower is an F".
    private static (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken) InParallel(Clause clause)
    {
        var letters = clause.Places.Where(at => Letter(clause, at) is not null).ToList();
        var numbers = clause.Places.Where(at => clause[at] is { Kind: TokenKind.Number, Number: not null } && clause.MentionAt(at) is null).ToList();
        var isList = letters.Count > 2
            && letters.Zip(letters.Skip(1)).Take(Math.Max(2, numbers.Count) - 1).All(pair =>
                clause.Tokens.Skip(pair.First + 1).Take(pair.Second - pair.First - 1).All(token =>
                    token.Kind == TokenKind.Sign || token.Is(Meaning.And)));
        if (!isList || numbers.Count < 2 || letters.Count != numbers.Count && letters.Count != numbers.Count + 1)
            return ([], []);
        var bounds = letters.Zip(numbers, (letter, number) => (Letter(clause, letter)!.Value.Text, clause[number].Number!.Value)).ToList();
        if (letters.Count > numbers.Count)
            bounds.Add((Letter(clause, letters[^1])!.Value.Text, 0));
        return (bounds, [.. letters, .. numbers]);
    }

    // "75+ A, 60 and above B, the rest F".
    private static (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken) NumbersFirst(Clause clause)
    {
        var bounds = new List<(string, decimal)>();
        var taken = new HashSet<int>();
        for (var at = 1; at < clause.Count; at++)
        {
            if (Letter(clause, at) is not { } letter)
                continue;
            var before = at - 1;
            while (before > 0
                && clause[before].Number is null
                && (clause[before].IsAny(Meaning.Show, Meaning.Add, Meaning.With, Meaning.Called, Meaning.Receive, Meaning.It, Meaning.Be,
                    Meaning.OrMore, Meaning.As, Meaning.For, Meaning.Fill, Meaning.ThatIs, Meaning.Filler, Meaning.Score)
                    || clause[before].IsSign("+", "=", ":", "-", ">")))
                before--;
            if (clause[before].Number is { } number && !taken.Contains(before))
            {
                bounds.Add((letter.Text, number));
                taken.UnionWith(Enumerable.Range(before, at + 1 - before));
            }
            else if (bounds.Count > 0 && Enumerable.Range(before, at - before).Any(index => clause[index].IsAny(Meaning.Otherwise, Meaning.Less)))
                bounds.Add((letter.Text, 0));
        }
        return (bounds, taken);
    }

    // "Distinction from 75, Merit from 60, otherwise Fail": only where it is said what the rest gets.
    private static (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken) Worded(Clause clause)
    {
        var bounds = new List<(string, decimal)>();
        var taken = new HashSet<int>();
        var hasRest = false;
        for (var at = 1; at < clause.Count; at++)
        {
            if (!clause[at].IsCapital || clause[at].Kind != TokenKind.Word || clause.IsTaken(at) || clause.MentionAt(at) is { IsGeneric: false })
                continue;
            var number = at + 1;
            while (number < clause.Count && (clause[number].IsAny(Meaning.From, Meaning.At, Meaning.Starts, Meaning.GreaterEqual) || clause.IsSign(number, ":", ">=")))
                number++;
            if (number > at + 1 && number < clause.Count && clause[number].Number is { } from)
            {
                bounds.Add((clause.Text(at, at + 1), from));
                taken.UnionWith([at, number]);
            }
            else if (bounds.Count > 1 && clause.Tokens.Skip(at - 3).Take(3).Has(Meaning.Otherwise))
            {
                bounds.Add((clause.Text(at, at + 1), 0));
                taken.Add(at);
                hasRest = true;
            }
        }
        return hasRest ? (bounds, taken) : ([], []);
    }

    private static (string Text, int Length)? Letter(Clause clause, int at)
    {
        var token = clause[at];
        if (token.Kind != TokenKind.Word || token.End - token.Start > 2 || !char.IsUpper(clause.Message[token.Start]))
            return null;
        var text = clause.Text(at, at + 1);
        var isGrade = text[0] is >= 'A' and <= 'F' && (text.Length == 1 || char.IsAsciiDigit(text[1]));
        if (!isGrade)
            return null;
        var hasSign = at + 1 < clause.Count && clause[at + 1].Start == token.End && clause[at + 1].IsSign("+", "-");
        return hasSign ? (text + clause[at + 1].Plain, 2) : (text, 1);
    }

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
            ["ascending"] = Direction(clause) ?? _isLowBest,
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
        var numbers = clause.Places.Where(at =>
            !clause.IsTaken(at)
                && clause[at].Number is not null
                && clause.MentionAt(at) is null or { IsGeneric: true } or { Kind: MentionKind.Unknown }
                && !(clause[at].Is(Meaning.Person)
                    && clause.Tokens.Count(each => each.Number is not null) > 1
                    && !(clause.IsAny(at - 1, Meaning.From, Meaning.Between, Meaning.To, Meaning.Min)))
                && !(clause[at].Is(Meaning.Person) && clause.IsAny(at + 1, Meaning.For, Meaning.All))).ToList();
        decimal? low = null, high = null;
        foreach (var at in numbers)
        {
            var number = clause[at].Number;
            var before = clause.Tokens.Skip(Math.Max(0, at - 2)).Take(Math.Min(2, at)).Aggregate(default(Meanings), (all, token) => all | token.Means);
            if (number is null)
                continue;
            // "nothing under 55 and nothing over 75".
            var isNone = clause.Tokens.Skip(Math.Max(0, at - 4)).Take(Math.Min(4, at)).HasAny(Meaning.Not, Meaning.Without, Meaning.Nobody, Meaning.Blank);
            if (isNone && before.HasAny(Meanings.Of(Meaning.Less, Meaning.Greater)))
            {
                if (before.Has(Meaning.Less))
                    low = number;
                else
                    high = number;
                continue;
            }
            if (numbers.Count == 1 || before.HasAny(Meanings.Of(Meaning.LessEqual, Meaning.Max, Meaning.Less)))
                if (before.HasAny(Meanings.Of(Meaning.GreaterEqual, Meaning.Min, Meaning.Greater))
                    && !before.HasAny(Meanings.Of(Meaning.LessEqual, Meaning.Max)))
                    low = number;
                else
                    high = number;
            else if (low is null)
                low = number;
            else
                high ??= number;
        }
        if (numbers.Count > 2
            || low > high
            || low != (low is null ? null : decimal.Truncate(low.Value))
            || high != (high is null ? null : decimal.Truncate(high.Value)))
            return new Trouble("which_range");
        var step = new JsonObject
        {
            ["column_name"] = clause.NewName ?? Default("add_random_scores", "column_name"),
            ["min_score"] = low is null ? Default("add_random_scores", "min_score") : (int)low,
            ["max_score"] = high is null ? Default("add_random_scores", "max_score") : (int)high,
        };
        return Make("add_random_scores", "column_name", step, ColumnRole.Synthetic, isText: false, topic: null, clause);
    }

    private static bool Collates(Clause clause) =>
        !clause.HasSign(">", "<", ">=", "<=")
        && (MethodAt(clause) is not null && (Collated(clause).Count >= 2 || clause.Mentions.Exists(mention => mention.Kind == MentionKind.Unknown))
            || AddsUp(clause)
            || clause.Says(Meaning.Combine) && Collated(clause).Count >= 2);

    // "add CA1 and CA2" adds scores, where "add a column" makes one.
    private static bool AddsUp(Clause clause) =>
        clause.Leads(Meaning.Add)
        && !clause.Has(Meaning.New)
        && clause.Mentions.Count > 1
        && clause.Mentions[0].From == clause.Skip(clause.Lead + 1)
        && clause.Mentions.TrueForAll(mention => mention.Kind == MentionKind.One
        && !mention.Columns[0].IsText
        && mention.Columns[0].Role is ColumnRole.None or ColumnRole.Score or ColumnRole.Assignment)
        && clause.Skip(clause.Mentions[0].To) is var join
            && join < clause.Count
            && (clause[join].IsAny(Meaning.And, Meaning.To) || clause[join].IsSign(",", "&"));

    private static (string Method, int At)? MethodAt(Clause clause)
    {
        (string, int)? found = null;
        for (var at = 0; at < clause.Count; at++)
        {
            if (clause.IsTaken(at) || clause[at].Kind == TokenKind.Column)
                continue;
            var token = clause[at];
            var method = token.Is(Meaning.Median)
                ? "median"
                : token.Is(Meaning.Average)
                ? "average"
                : token.Is(Meaning.Max)
                ? "max"
                : token.Is(Meaning.Min)
                ? "min"
                : token.Is(Meaning.Sum)
                ? "sum"
                : null;
            if (method is not null && (found is null || found is ("sum", _) && method != "sum" && clause.Says(Meaning.Combine)))
                found = (method, at);
        }
        return found;
    }

    // The columns of scores that the clause speaks of, without the word for how they are made one.
    private static List<KnownColumn> Collated(Clause clause)
    {
        var method = MethodAt(clause)?.At ?? -1;
        var columns = new List<KnownColumn>();
        var leftOut = new List<KnownColumn>();
        foreach (var mention in clause.Mentions)
            if (IsTold(clause, mention) || mention is { Kind: MentionKind.One, Columns: [{ Role: ColumnRole.Name or ColumnRole.Email }] })
                continue;
            else if (IsLeftOut(clause, mention))
                leftOut.AddRange(mention.Columns);
            else if (mention is { Kind: MentionKind.Unclear, IsGeneric: false }
                && mention.Columns.All(column => column.IsTest)
                && clause.Has(Meaning.All)
                && clause.Under(mention).All(token => token.Number is null))
                columns.AddRange(mention.Columns);
            else if (mention.Kind == MentionKind.Many
                || mention.Kind == MentionKind.One
                    && !(mention.Covers(method) && mention.To - mention.From == 1 && !IsLiteral(clause, mention))
                    && mention.Columns[0] is { IsText: false } or { Role: ColumnRole.None })
                columns.AddRange(mention.Columns);
            else if (mention is { Kind: MentionKind.Unclear, IsGeneric: true }
                && mention.Columns.All(column => column.IsTest)
                && clause.Under(mention).All(token => token.Number is null))
                columns.AddRange(mention.Columns);
            else if (mention is { Kind: MentionKind.Unclear, IsGeneric: true }
                && clause.Under(mention).Has(Meaning.Test)
                && clause.Under(mention).All(token => token.Number is null))
                columns.AddRange(clause.Book.Columns.Where(column => column.IsTest && !column.IsMade));
        return [.. columns.Distinct().Except(leftOut)];
    }

    // ", test 2 leaked on the internet", "(quiz 2 was a disaster)": of such a column something is told besides.
    private static bool IsTold(Clause clause, Mention mention)
    {
        var before = mention.From - 1;
        while (clause.IsFiller(before))
            before--;
        return clause.IsSign(before, ",", "(", "-") && clause.Mentions[0] != mention && mention.To < clause.Count
            && clause[mention.To] is { Kind: TokenKind.Word, IsCapital: false } next && (next.Is(Meaning.Be) || next.IsUnknown);
    }

    // "the e-mail is not needed but the exam is".
    private static bool IsNeeded(Clause clause, Mention mention) =>
        clause.Is(mention.To, Meaning.Be) && !clause[mention.To].IsAny(Meaning.Remove, Meaning.Called)
        && (mention.To + 1 == clause.Count || clause[mention.To + 1].Kind == TokenKind.Sign);

    // "quiz 1 to quiz 4 except quiz 3", "but not the exam and the average".
    private static bool IsLeftOut(Clause clause, Mention mention)
    {
        if (IsNeeded(clause, mention))
            return true;
        for (var at = mention.From - 1; at >= 0; at--)
            if (clause.IsAny(at, Meaning.Not, Meaning.Except))
                return true;
            else if (clause.MentionTo(at + 1) is { } other)
                at = other.From;
            else if (!clause.IsFiller(at) && !clause.IsAny(at, Meaning.And, Meaning.Column) && !clause.IsSign(at, ","))
                return false;
        return false;
    }

    private static bool IsLiteral(Clause clause, Mention mention) =>
        mention.Columns[0].Words.Length == 1 && clause.Mentions.Count > 1 && mention.From > 0 && clause[mention.From - 1].Is(Meaning.And);

    private Trouble? Collate(Clause clause)
    {
        if (clause.UnknownMention is { } unknown)
            return Unknown(clause, unknown.From, unknown.To, []);
        if (clause.Mentions.Find(mention => mention is { Kind: MentionKind.Unclear, IsGeneric: true } && clause.Under(mention).HasNumber()) is { } miscounted)
            return new Trouble("count_of_tests", clause.Text(miscounted.From, miscounted.To), miscounted.Columns.Count.ToString(CultureInfo.InvariantCulture));
        var step = new JsonObject
        {
            ["score_columns"] = Names(Collated(clause)),
            ["result_column"] = clause.NewName ?? Default("collate_scores", "result_column"),
            ["method"] = MethodAt(clause)?.Method ?? Methods[0],
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
