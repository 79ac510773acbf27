using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What is to be done once more with other columns: "the same for test 2".</summary>
internal sealed partial class RequestReader
{
    private static readonly string[] Subjects = ["score_column", "column", "column_name"];

    private static readonly Meanings Repeaters = Meanings.Of(
        Meaning.Same, Meaning.Also, Meaning.And, Meaning.For, Meaning.On, Meaning.With, Meaning.By, Meaning.To, Meaning.In, Meaning.Using, Meaning.It,
        Meaning.Filler, Meaning.Column);

    private static bool IsSameAgain(Clause clause) =>
        clause.Says(Meaning.Same) && clause.Mentions.Exists(mention => mention.Kind is MentionKind.One or MentionKind.Many)
        && clause.Places.All(at =>
            clause.MentionAt(at) is { Kind: MentionKind.One or MentionKind.Many }
                || clause[at].Kind == TokenKind.Sign
                || clause[at].IsAny(Repeaters));

    private Trouble? Again(Clause clause)
    {
        foreach (var column in clause.Mentions.SelectMany(mention => mention.Columns).Distinct())
            if (Repeat(column, clause) is { } trouble)
                return trouble;
        return null;
    }

    // The last step, on another column; what it makes gets the name that is the rule.
    private Trouble? Repeat(KnownColumn column, Clause clause)
    {
        var last = _steps[^1];
        if (catalog.Find(last.Action) is not { } action
            || action.Parameters.FirstOrDefault(parameter =>
                Subjects.Contains(parameter.Name) && parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn) is not { } subject)
            return new Trouble("what_to_do");
        var step = (JsonObject)last.Params.DeepClone();
        step[subject.Name] = column.Name;
        if (last.Action == "remove_column")
        {
            Done(new StepDraft(last.Action, step), _book.Without(column.Name), null);
            return null;
        }
        if (action.Parameters.FirstOrDefault(parameter => parameter.Names == ParameterSubject.NewColumn) is not { } made)
        {
            Done(new StepDraft(last.Action, step), _book, column);
            return null;
        }
        var former = _book.Find((string)step[made.Name]!);
        step[made.Name] = Default(last.Action, made.Name);
        return Make(last.Action, made.Name, step, former?.Role ?? ColumnRole.None, former?.IsText ?? false, topic: column, clause);
    }

    // "by test 1 or test 2" leaves open which, "descending or ascending" how.
    private static Trouble? Chooses(Clause clause)
    {
        // "whichever is higher, test 1 or test 2" chooses by the marks.
        if (clause.SaysAny(Meaning.Max, Meaning.Min))
            return null;
        var orders = clause.LeadsAny(Meaning.Rank, Meaning.Sort, Meaning.Grade);
        for (var at = 1; at + 1 < clause.Count; at++)
        {
            if (orders
                && clause[at].Is(Meaning.Or)
                && clause[at].Kind == TokenKind.Word
                && !clause.IsTaken(at)
                && !clause.Tokens.Any(token =>
                    token.Number is not null && token.Kind == TokenKind.Number
                        || token.IsAny(Grammar.Comparisons)
                        || token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.Otherwise))
                && clause.MentionAt(at) is null)
                return new Trouble("which_column") { Columns = clause.Book.Scores };
            if (!clause[at].Is(Meaning.Or) || clause.IsTaken(at))
                continue;
            if (clause[at - 1].IsAny(Meaning.Ascending, Meaning.Descending) && clause[clause.Skip(at + 1)].IsAny(Meaning.Ascending, Meaning.Descending))
                return new Trouble("sort_by_what");
            // "test one or two", "the first test or the second".
            if (clause[clause.Skip(at + 1) is var nth && nth < clause.Count ? nth : at].Ordinal is not null
                && clause.Mentions.Exists(mention => mention.To == at && mention.Columns.Any(column => column.IsTest)))
                return new Trouble("which_column") { Columns = [.. clause.Book.Columns.Where(column => column.IsTest)] };
            if (clause[at + 1].Number is > 0 and <= 30
                && clause.MentionTo(at) is { Kind: MentionKind.One, IsGeneric: false } numbered
                && numbered.Columns[0].IsTest
                && clause[at - 1].Number is not null)
                return new Trouble("which_column") { Columns = [.. clause.Book.Columns.Where(column => column.IsTest)] };
            var (one, other) = (clause.MentionTo(at), clause.MentionFrom(clause.Skip(at + 1, Meaning.By, Meaning.On)));
            if (one is { Kind: MentionKind.One, IsGeneric: false }
                && other is { IsSpecific: true }
                && one.Columns[0] != other.Columns[0]
                && !clause.HasAny(Grammar.Comparisons))
                return new Trouble("which_column") { Columns = [one.Columns[0], other.Columns[0]], Gap = clause.Stretch(one.From, other.To) };
        }
        return null;
    }
}
