using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Conditions;
using Mlj.Agent.Phrases.Words;
using Mlj.Questions;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>Which rows a question counts or lists. What is not understood of it is asked about: a number that counts others would be false.</summary>
internal sealed partial class RequestReader
{
    // What can be said where everybody is counted.
    private static readonly Meanings Everybody = Meanings.Of(
        Meaning.HowMany, Meaning.What, Meaning.Who, Meaning.List, Meaning.Show, Meaning.Person, Meaning.Row, Meaning.Table, Meaning.All, Meaning.Be, Meaning.In,
        Meaning.Of, Meaning.On, Meaning.With, Meaning.For, Meaning.That, Meaning.It, Meaning.Them, Meaning.Then, Meaning.Overall, Meaning.And, Meaning.Asks);

    private static readonly Meanings Naming = Meanings.Of(Meaning.Called, Meaning.Call, Meaning.Name, Meaning.Contains, Meaning.Starts, Meaning.Ends, Meaning.With, Meaning.Except, Meaning.List);

    private static readonly Meanings Away = Everybody | Meanings.Of(Meaning.Missed);

    private (List<Condition> Conditions, Trouble? Trouble) Asked(Clause clause)
    {
        if (Scores(clause).Count > 0 && JudgedIn(clause) is { } marked)
            return marked;
        if (Judged(clause) is { } judged)
            return judged.Trouble is null ? ([judged.Condition!], null) : ([], judged.Trouble);
        if (clause.Has(Meaning.Pass) != clause.Has(Meaning.Fail) && !IsCompared(clause))
            return ([], new Trouble("which_rows"));
        var reader = new ConditionReader(clause, _topic);
        var conditions = reader.Read();
        if (reader.Trouble is not null || reader.HasOr)
            return ([], reader.Trouble ?? new Trouble("cannot_or"));
        // "how many Lagos students are there?" names no column, and nobody.
        if (conditions is [{ Operator: "contains", Column.Role: ColumnRole.Name }] && !clause.HasSpecificMention && !clause.HasAny(Naming))
            return ([], new Trouble("which_rows"));
        return (conditions.Count == 0 && IsAway(clause) ? [.. Tests(clause).Select(test => new Condition(test, "is_empty", null))] : conditions, null);
    }

    // "how many were absent?" names no test: in none is there a score.
    private static bool IsAway(Clause clause) =>
        clause.Has(Meaning.Missed)
        && clause.Tokens.All(token => token.Kind == TokenKind.Sign || token.IsFiller || token.IsAny(Away) && !token.IsMended && !token.Is(Meaning.Not));

    private static IEnumerable<KnownColumn> Tests(Clause clause) => clause.Book.Columns.Where(column => column.IsTest && !column.IsMade);

    // "who passed test 2?", by the column that says so of this test, or from the mark that was said.
    private (List<Condition> Conditions, Trouble? Trouble)? JudgedIn(Clause clause)
    {
        var passes = clause.Has(Meaning.Pass);
        if (passes == clause.Has(Meaning.Fail) || IsCompared(clause) || Scores(clause) is not { Count: > 0 } scores)
            return null;
        var holds = passes != clause.Has(Meaning.Not);
        if (Verdict(clause, scores) is { } verdict)
            return ([new Condition(verdict, "starts_with", JsonValue.Create(holds ? "pass" : "fail"))], null);
        var marks = clause.Places.Where(at => !clause.IsTaken(at) && clause.MentionAt(at) is null or { IsGeneric: true }
            && (clause[at] is { Number: not null, Ordinal: null } || clause[at].Is(Meaning.Half))).Select(at => clause[at].Number ?? 50).Distinct().ToList();
        if (marks is not [var mark])
            return ([], marks.Count > 1 ? new Trouble("which_threshold") : WhichMark(scores));
        if (!holds && scores.Count > 1)
            return ([], new Trouble("cannot_negate"));
        return ([.. scores.Select(score => new Condition(score, holds ? "greater_equal" : "less", JsonValue.Create(mark)))], null);
    }

    private static bool IsCompared(Clause clause) =>
        clause.HasAny(Grammar.Comparisons) || clause.HasAny(Meaning.OrMore, Meaning.OrLess, Meaning.Between) || clause.HasSign(">", "<", ">=", "<=");

    private static List<KnownColumn> Scores(Clause clause) =>
        [.. clause.Mentions.Where(mention => mention.Kind is MentionKind.One or MentionKind.Many).SelectMany(mention => mention.Columns)
            .Where(column => !column.IsText && column.Role != ColumnRole.TestsTaken).Distinct()];

    // The column that says who passed: that of the test alone, or of the whole where the whole is spoken of.
    private static KnownColumn? Verdict(Clause clause, List<KnownColumn> scores)
    {
        if (scores is not [var score])
            return null;
        var verdicts = clause.Book.Columns.Where(column => column.Role == ColumnRole.Status || column.IsText && column.Means.HasAny(Judgements | Meanings.Of(Meaning.Status)));
        return verdicts.Where(column => score.Number is null ? column.Number is null && score.Role == ColumnRole.Average : column.Number == score.Number).ToList() is [var only] ? only : null;
    }

    private Trouble WhichMark(List<KnownColumn> scores) => new("which_pass_mark", string.Join(", ", scores.Select(score => score.Name)))
    {
        Offers = Default("add_pass_fail", "threshold") is { } mark ? [new Offer("pass_mark_of", mark.ToString())] : [],
    };

    // Words of the question that its conditions leave out.
    private static Trouble? NotHeeded(Clause clause, List<Condition> conditions, QuestionSubject subject)
    {
        var texts = conditions.SelectMany(condition => Values(condition.Value)).Select(text => Tokeniser.Plain(text)).ToList();
        var strange = clause.Places.Where(at => clause[at] is { Kind: TokenKind.Word, Number: null, Ordinal: null, IsUncertain: true, IsFiller: false } token
            && clause.MentionAt(at) is null && !clause.Book.HasWord(token.Plain) && !texts.Exists(text => text.Contains(token.Plain, StringComparison.Ordinal))).ToList();
        if (conditions.Count == 0)
        {
            if (strange.Exists(at => clause[at].IsUnknown))
                return clause.HasAny(Meaning.Person, Meaning.Row, Meaning.Score, Meaning.Test) ? new Trouble("which_rows") : new Trouble("out_of_scope") { IsRefusal = true };
            var isForAll = clause.Tokens.All(token =>
                token.Kind == TokenKind.Sign || token.IsFiller || token.IsAny(Everybody) && !token.IsMended && !(token.Is(Meaning.Column) && !token.Is(Meaning.It)));
            return strange.Count > 0 || !isForAll || subject == QuestionSubject.List && !clause.Has(Meaning.List) || !clause.HasAny(Meaning.Person, Meaning.Row, Meaning.Table, Meaning.HowMany)
                ? new Trouble("which_rows")
                : null;
        }
        // "how many missed at least one test?" counts none of those who took one.
        var isMissed = clause.Has(Meaning.Missed) && !conditions.Exists(condition => condition.Operator is "is_empty" or "not_equals");
        var isJudged = clause.HasAny(Meaning.Pass, Meaning.Fail) && conditions.Exists(condition => condition.Column.Role == ColumnRole.TestsTaken);
        return strange.Count > 0 || isMissed || isJudged || clause.Has(Meaning.Group) ? new Trouble("which_rows") : null;
    }
}
