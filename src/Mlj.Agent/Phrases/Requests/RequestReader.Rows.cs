using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Conditions;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What filters and sorts rows.</summary>
internal sealed partial class RequestReader
{
    private Trouble? Sort(Clause clause)
    {
        var mentions = clause.Mentions.Where(mention => !RowOrder.IsOnlyOrder(clause, mention)).ToList();
        KnownColumn? column = null;
        if (mentions.Find(mention => mention.Kind == MentionKind.Unknown) is { } unknown)
            return Unknown(clause, unknown.From, unknown.To, clause.Book.Columns);
        if (mentions.Where(mention => mention.Kind == MentionKind.One).Select(mention => mention.Columns[0]).Distinct().ToList() is { Count: > 0 } ones)
        {
            // Of several the one behind "by" is sorted by.
            var by = clause.IndexOf(Meaning.By);
            column = ones.Count == 1 ? ones[0] : mentions.Find(mention => by >= 0 && mention.From > by && mention.From <= clause.Skip(by + 1))?.Columns[0];
            if (column is null
                || ones.Count > 1
                    && clause.Mentions.Exists(mention =>
                        mention.Kind == MentionKind.One
                            && mention.Columns[0] != column
                            && mention.From > 0
                            && clause[mention.From - 1].IsAny(Meaning.And, Meaning.Then, Meaning.Also)
                            || clause.Tokens.Count(token => token.Is(Meaning.By)) > 1))
                return SortAll(clause, mentions);
        }
        else if (mentions.Count > 0
            && !(clause.Has(Meaning.It) && _topic is not null)
            && !(clause[Math.Max(0, mentions[0].From - 1)].IsAny(Meaning.High, Meaning.Low)
                && clause[mentions[0].From].Is(Meaning.TestsWord)
                && clause.Book.Columns.Any(each => each.Role == ColumnRole.TestsTaken)))
            return Which(clause, mentions[0]);
        if (clause.IndexOf(Meaning.By) is >= 0 and var behind
            && clause.Skip(behind + 1) is var first
            && first < clause.Count
            && clause.MentionAt(first) is null
            && clause[first] is { Kind: TokenKind.Word, Number: null } strange
            && strange.IsUncertain
            && column is not null
            && clause.Mentions.TrueForAll(mention => mention.To <= behind))
            return Unknown(clause, first, first + 1, clause.Book.Columns);
        if (column is null && Stranger(clause) is var (from, to))
            return Unknown(clause, from, to, clause.Book.Columns);
        if (column is null && clause.Says(Meaning.Alphabetical) && clause.Book.OfRole(ColumnRole.Name) is [var name])
            column = name;
        // "who did the most tests first".
        if (clause.Book.OfRole(ColumnRole.TestsTaken) is [var taken]
            && Enumerable.Range(1, clause.Count - 1).Any(at => clause[at].Is(Meaning.TestsWord) && (clause[at - 1].IsAny(Meaning.High, Meaning.Low))))
            column ??= taken;
        column ??= _topic is { } topic && (_steps.Count > 0 || clause.HasAny(Meaning.It, Meaning.Them)) ? clause.Book.Find(topic.Name) : null;
        if (column is null)
            return new Trouble("sort_by_what") { Columns = clause.Book.Columns };
        Done(new StepDraft("sort_data", new JsonObject { ["column"] = column.Name, ["ascending"] = RowOrder.Ascending(clause) ?? true }), _book, column.IsText ? null : column);
        return null;
    }

    // By one column, then by others: sorting is stable, so the last is sorted by first.
    private Trouble? SortAll(Clause clause, List<Mention> mentions)
    {
        var columns = mentions.Where(mention => mention.Kind == MentionKind.One).Select(mention => mention.Columns[0]).Distinct().ToList();
        if (RowOrder.Ascending(clause) is not null || columns.Count > 3)
            return new Trouble("sort_by_what") { Columns = columns, Gap = (clause[mentions[0].From].Start, clause[mentions[^1].To - 1].End) };
        foreach (var column in Enumerable.Reverse(columns))
            Done(new StepDraft("sort_data", new JsonObject { ["column"] = column.Name, ["ascending"] = true }), _book, column);
        return null;
    }

    private Trouble? Remove(Clause clause)
    {
        var mentions = clause.Mentions.Where(mention =>
            !(mention.IsGeneric && mention.Kind != MentionKind.Many && clause.Under(mention).All(token => token.Is(Meaning.Column)))
            && !CollatedScores.IsTold(clause, mention)).ToList();
        var isAboutRows = clause.HasAny(Meaning.Row, Meaning.Who, Meaning.Without, Meaning.Missed, Meaning.MailHost) || clause.HasAny(Grammar.Comparisons)
            || clause.Places.Any(at => clause[at].Is(Meaning.Person) && clause.MentionAt(at) is null or { Kind: not MentionKind.One })
            || clause.Mentions.Exists(mention => HoldsCode(clause, mention));
        if (isAboutRows && !clause.Has(Meaning.Column))
            return Filter(clause, isNegative: true);
        if (mentions.Find(mention => mention.Kind == MentionKind.Unknown) is { } unknown)
            return Unknown(clause, unknown.From, unknown.To, clause.Book.Columns);
        if (mentions.Find(mention =>
            mention.Kind == MentionKind.Unclear
                || mention is { Kind: MentionKind.Many, IsGeneric: true }
                    && !clause.Under(mention).Any(token => token.Is(Meaning.All) || token.Number is not null)) is { } unclear
            && !(unclear.IsGeneric && mentions.Exists(mention => mention.Kind == MentionKind.One)))
            return Which(clause, unclear);
        var columns = mentions.Where(mention => mention.Kind is MentionKind.One or MentionKind.Many && !CollatedScores.IsLeftOut(clause, mention))
            .SelectMany(mention => mention.Columns).Except(mentions.Where(mention => CollatedScores.IsLeftOut(clause, mention)).SelectMany(mention => mention.Columns)).ToList();
        if (columns.Count == 0 && (clause.HasAny(Meaning.It, Meaning.Them)) && _topic is { } topic && _book.Find(topic.Name) is { } made)
            columns = [made];
        // "lose it, nobody reads it": what follows the columns and names none says why.
        var reason = mentions.Count == 0 ? -1 : clause.FindIndex(mentions[^1].To, token => token.IsSign(",") || token.IsSign("-"));
        // "the column that holds the averages".
        var begin = clause.HasLead
            && clause.IndexOf(Meaning.Column, clause.Lead) is > 0 and var noun
            && clause.Is(noun + 1, Meaning.That)
            && mentions.Count > 0
            ? Math.Max(clause.Lead, mentions[0].From)
            : clause.Lead;
        var strange = Enumerable.Range(begin, (reason < 0 ? clause.Count : reason) - begin is > 0 and var rest ? rest : 0).FirstOrDefault(at =>
            clause[at].Kind is TokenKind.Word or TokenKind.Quoted
                && (clause[at].IsUnknown
                    || clause[at].IsMended && !clause[at].IsFiller && !clause[at].IsAny(Grammar.Leads) && !clause[at].Is(Meaning.Column))
                && clause[at].Number is null
                && clause.MentionAt(at) is null, -1);
        if (strange >= 0)
            return Unknown(clause, strange, strange + 1, clause.Book.Columns);
        if (columns.Count == 0 && mentions.Count == 0 && clause.FindIndex(clause.Lead + 1, token => token.IsAny(Topics) && !token.IsFiller && !token.IsAny(Meaning.Score, Meaning.Test)) is >= 0 and var named)
            return Unknown(clause, named, named + 1, clause.Book.Columns);
        if (columns.Count == 0)
            return new Trouble("remove_what") { Columns = clause.Book.Columns, Join = "" };
        if (clause.Has(Meaning.Except) && !mentions.Exists(mention => CollatedScores.IsLeftOut(clause, mention)) || columns.Count >= clause.Book.Columns.Count)
            return new Trouble("remove_what") { Columns = clause.Book.Columns, Gap = (clause[mentions[0].From].Start, clause[^1].End) };
        foreach (var column in columns)
            Done(new StepDraft("remove_column", new JsonObject { ["column_name"] = column.Name }), _book.Without(column.Name), null);
        return null;
    }

    // "form 2A".
    private static bool HoldsCode(Clause clause, Mention mention) =>
        mention is { IsSpecific: true, Columns: [{ IsScore: false, Role: ColumnRole.None }] }
        && mention.To < clause.Count && clause[mention.To].IsCode && clause.MentionAt(mention.To) is null;

    private Trouble? Filter(Clause clause, bool isNegative)
    {
        var except = clause.IndexOf(Meaning.Except);
        if (except > clause.Lead)
            isNegative = !isNegative;
        if (Judged(clause) is { } judged)
            return judged.Trouble ?? Apply([judged.Condition!], isNegative);
        var reader = new ConditionReader(clause, _topic);
        var conditions = reader.Read(except >= 0 ? except : 0);
        if ((reader.Trouble is not null || conditions.Count == 0) && TopRows.Of(clause) is { } top)
            return top;
        if (reader.Trouble is not null)
            return reader.Trouble;
        if (conditions.Count == 0)
            return JudgedIn(clause) is not { } marked || !clause.HasSpecificMention ? NoCondition(clause)
                : marked.Trouble ?? Apply(marked.Conditions, isNegative);
        if (Misplaced(clause, conditions) is { } misplaced)
            return misplaced;
        // "so nobody below sixty is left".
        if (clause.Tokens.Any(token => token.Is(Meaning.Nobody) && !token.Is(Meaning.Only)))
            isNegative = !isNegative || except < 0;
        if (reader.HasOr)
            return Either(conditions, isNegative);
        return isNegative && reader.HasOthers ? ApplyEach(conditions) : Apply(conditions, isNegative);
    }

    // "filter on parish, St Andrew only" speaks of a column that there is not, and of nobody's name.
    private static Trouble? Misplaced(Clause clause, List<Condition> conditions) =>
        conditions is [{ Operator: "contains", Column.Role: ColumnRole.Name }]
        && !clause.HasSpecificMention
        && Stranger(clause) is var (from, to)
        && !clause[from].IsCapital ? Unknown(clause, from, to, clause.Book.Columns) : null;

    private static Trouble NoCondition(Clause clause)
    {
        if (clause.HasNumber())
            return new Trouble("which_column_to_compare") { Join = "in", Columns = clause.Book.Scores };
        var isAbout = clause.HasAny(Meaning.Person, Meaning.Row, Meaning.Score, Meaning.Test, Meaning.Table, Meaning.It, Meaning.Them, Meaning.Vague,
            Meaning.Only, Meaning.Column)
            || clause.Mentions.Count > 0;
        var strange = clause.Tokens.Count(token => token.Kind == TokenKind.Word && token.IsUnknown && !clause.Book.HasWord(token.Plain));
        return isAbout || strange == 0 ? new Trouble("which_rows") : new Trouble("out_of_scope") { IsRefusal = true };
    }

    private Trouble? Apply(List<Condition> conditions, bool isNegative)
    {
        if (isNegative && conditions.Count > 1)
            return new Trouble("cannot_negate");
        foreach (var condition in conditions)
        {
            var meant = isNegative ? condition.Opposite : condition;
            if (meant is null)
                return new Trouble("cannot_negate");
            Done(meant.Step(), _book, meant.Column.IsText ? null : meant.Column);
        }
        return null;
    }

    // "group A or group B" is one of them; other choices between conditions are not one filter.
    private Trouble? Either(List<Condition> conditions, bool isNegative)
    {
        if (isNegative)
            return ApplyEach(conditions);
        if (conditions.Select(condition => condition.Column).Distinct().Count() > 1 || conditions.Any(condition => condition.Operator != "equals"))
            return new Trouble("cannot_or");
        Done(new StepDraft("filter_data",
            new JsonObject
            {
                ["column"] = conditions[0].Column.Name,
                ["operator"] = "one_of",
                ["value"] = new JsonArray([.. conditions.Select(condition => condition.Value!.DeepClone())])
            }), _book, null);
        return null;
    }

    // Whoever is to go for one reason or another stays only if neither holds.
    private Trouble? ApplyEach(List<Condition> conditions)
    {
        foreach (var condition in conditions)
            if (Apply([condition], isNegative: true) is { } trouble)
                return trouble;
        return null;
    }

    // "those who passed", by the column that says so.
    private (Condition? Condition, Trouble? Trouble)? Judged(Clause clause)
    {
        var passes = clause.Has(Meaning.Pass);
        if (passes == clause.Has(Meaning.Fail) || clause.HasNumberOrComparison())
            return null;
        var columns = clause.Book.OfRole(ColumnRole.Status);
        if (columns.Count != 1)
            return (null, new Trouble("who_passed"));
        // "Verdict is FAILED" gives the text itself.
        if (clause.Mentions.Find(mention => mention.Kind == MentionKind.One && mention.Columns[0] == columns[0]) is { } status
            && clause.Skip(status.To, Meaning.Be, Meaning.Equals) is var value
            && value > status.To
            && value < clause.Count
            && clause.Text(value, value + 1) is var text
            && text.Length > 3
            && text.All(char.IsUpper)
            && clause.Message.Any(char.IsLower))
            return (new Condition(columns[0], "equals", JsonValue.Create(text)), null);
        var isNot = clause.Has(Meaning.Not);
        if (columns[0].IsMade && _steps.Find(step => step.Action == "add_pass_fail" && (string?)step.Params["result_column"] == columns[0].Name) is not null)
            return (new Condition(columns[0], "equals",
                    JsonValue.Create((string)(Default("add_pass_fail", passes != clause.Has(Meaning.Not) ? "passed_text" : "failed_text") ?? "")!)),
                null);
        return (new Condition(columns[0], "starts_with", JsonValue.Create(passes != isNot ? "pass" : "fail")), null);
    }

    // Without a verb: "people who took all tests", "final average between 50 and 60 only".
    private Trouble? Conditional(Clause clause)
    {
        // A sum is no condition, and what should become of whom is no filter.
        if (clause.Says(Meaning.Ought) || clause.Tokens.Any(token => token.IsSign("+") || token.IsSign("*")))
            return null;
        var except = clause.IndexOf(Meaning.Except);
        var reader = new ConditionReader(clause, _topic);
        var conditions = reader.Read(Math.Max(0, except));
        var isSaid = clause.Tokens.Any(token =>
            token.IsAny(Grammar.Comparisons)
                || token.IsAny(Meaning.OrMore, Meaning.OrLess, Meaning.Between, Meaning.Starts, Meaning.Ends, Meaning.Contains, Meaning.Missed,
                    Meaning.Without, Meaning.Missing, Meaning.Only, Meaning.TookAll, Meaning.Except)
                || token.IsSign(">", "<", ">=", "<="));
        isSaid |= clause.IndexOf(Meaning.Took) > clause.Skip(0);
        isSaid |= conditions.Count > 0 && (clause.Has(Meaning.Not) || clause.HasSign("=") || clause.Tokens.Any(token => token.Is(Meaning.Equals) && !token.Is(Meaning.Be)));
        isSaid |= conditions.Count > 0 && clause.HasAny(Meaning.Who, Meaning.Max, Meaning.Min) && clause.Has(Meaning.Person);
        isSaid |= conditions is [{ Operator: "greater_equal" }, { Operator: "less_equal" }] && conditions[0].Column == conditions[1].Column;
        if (!isSaid
            || clause.Leads(Meaning.Tamper)
                && !clause.Leads(Meaning.Show)
                && !((clause.HasAny(Meaning.Who, Meaning.Only)) && clause.Has(Meaning.Person)))
            return null;
        if (reader.Trouble is not null)
            return reader.Trouble;
        // "fewer than two tests? out." does not say who stays.
        if (conditions.Count > 0 && clause.HasSign("?") && !clause.HasLead && !clause.HasAny(Meaning.Who, Meaning.Person))
            return new Trouble("which_rows");
        return conditions.Count == 0 ? null : reader.HasOr ? Either(conditions, except >= 0) : Apply(conditions, except >= 0);
    }
}
