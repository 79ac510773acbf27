using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Safety;
using Mlj.Agent.Phrases.Words;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>Reads a message clause by clause into steps, or into what is unclear about it. Used once, by one thread.</summary>
/// <param name="catalog">The actions that there are.</param>
/// <param name="message">The message.</param>
/// <param name="book">The columns at the start.</param>
/// <param name="topic">The column that "it" means at the start; null for none.</param>
internal sealed partial class RequestReader(ActionCatalog catalog, string message, ColumnBook book, KnownColumn? topic)
{
    private const int MostSteps = 20;

    private readonly List<StepDraft> _steps = [];
    private ColumnBook _book = book;
    private KnownColumn? _topic = topic;

    // What "there" means.
    private KnownColumn? _place;

    // Whether the clause only asked what the next one wishes, and whether the one before did.
    private bool _leadsOn;

    // Whether a remark said that less is better.
    private bool _isLowBest;
    private bool _isAsked;

    // The columns that the step just read is for too: "by test 1 and also by test 2".
    private List<KnownColumn> _others = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<StepDraft> Steps => _steps;

    /// <summary>The question about the table; null when there is none.</summary>
    public TableQuestion? Question { get; private set; }

    /// <summary>Looks at what is said around the wish: it may name what "there" means, and what must be refused is refused.</summary>
    public Trouble? Heed(IReadOnlyList<List<Token>> remarks)
    {
        foreach (var tokens in remarks)
        {
            var remark = new Clause(message, tokens, _book);
            if (Refusals.Of(remark) is { } trouble)
                return trouble;
            _place = remark.Mentions.Find(mention => mention.IsSpecific && !mention.Columns[0].IsText)?.Columns[0] ?? _place;
            // "Company is confidential, so take that column off".
            if (_topic is null && remark.Mentions.FindAll(mention => mention.IsSpecific) is [var about])
                (_topic, _leadsOn) = (about.Columns[0], true);
        }
        return null;
    }

    /// <summary>Reads all clauses.</summary>
    /// <returns>What stands in the way of the steps; null when nothing does.</returns>
    public Trouble? Read(IReadOnlyList<List<Token>> clauses)
    {
        if (TakesBack(clauses))
            return UnsafeLater(clauses, -1) ?? new Trouble("what_instead");
        for (var index = 0; index < clauses.Count; index++)
        {
            if (_steps.Count > MostSteps)
                return new Trouble("too_many_steps");
            var clause = new Clause(message, clauses[index], _book);
            if (Refusals.Of(clause) is { } refusal)
                return refusal;
            if (AsksNothing(clause, clauses, index) || TakesTopic(clause, clauses, index) || IsOccasion(clause, clauses, index))
                continue;
            if (IsForbidden(clause))
            {
                if (index + 1 == clauses.Count && _steps.Count == 0)
                    return new Trouble("what_instead");
                continue;
            }
            var before = _steps.Count;
            (_isAsked, _leadsOn) = (_leadsOn, false);
            if (ReadClause(clause, clauses, index) is { } trouble)
                return UnsafeLater(clauses, index) ?? trouble;
            if (Question is not null)
                return _steps.Count > 0 || index + 1 < clauses.Count && !IsIdle(clauses[index + 1]) ? UnsafeLater(clauses, index) ?? new Trouble("question_or_change") : null;
            if (before == _steps.Count && !IsIdle(clauses[index]) && !_leadsOn)
                return UnsafeLater(clauses, index) ?? NotUnderstood(clause);
        }
        return _steps.Count == 0 ? NotUnderstood(new Clause(message, [.. clauses.SelectMany(each => each)], _book)) : null;
    }

    // "remove Exam, no wait, CA1": who takes words back in one breath is asked.
    private static bool TakesBack(IReadOnlyList<List<Token>> clauses)
    {
        var tokens = clauses.SelectMany(each => each).ToList();
        return Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(at => tokens[at] is { Kind: TokenKind.Word, IsMended: false, IsCapital: false } token
            && token.Is(Meaning.No)
            && !token.IsAny(Meaning.Number, Meaning.Without)
            // "the wrong title".
            && !(tokens.IsFiller(at - 1) && tokens.IsAny(at + 1, Meaning.Heading, Meaning.Call)));
    }

    // What must be refused is refused, though something before it is unclear.
    private Trouble? UnsafeLater(IReadOnlyList<List<Token>> clauses, int index) =>
        clauses.Skip(index + 1).Select(tokens => Refusals.Of(new Clause(message, tokens, _book))).FirstOrDefault(trouble => trouble is not null);

    private Trouble? ReadClause(Clause clause, IReadOnlyList<List<Token>> clauses, int index)
    {
        if (IsMereQuestion(clause, clauses[index]))
        {
            if (!LeadsOn(clause, clauses, index))
                return Ask(clause);
            _topic = clause.Mentions.Find(mention => mention.Kind == MentionKind.One)?.Columns[0] ?? _topic;
            _leadsOn = true;
            return null;
        }
        var before = _steps.Count;
        if (Do(clause) is { } trouble)
            return trouble;
        foreach (var other in _others)
            Repeat(other, clause);
        _others = [];
        return Leftover(clause, before);
    }

    // A question before a wish about the same only leads to it.
    private static bool LeadsOn(Clause clause, IReadOnlyList<List<Token>> clauses, int index) =>
        index + 1 < clauses.Count && clauses[index + 1].HasAny(Grammar.Verbs) && !clause.Has(Meaning.HowMany);

    private void Done(StepDraft step, ColumnBook book, KnownColumn? topic)
    {
        // What was said twice is done once.
        if (_steps is [.., var last]
            && last.Action == step.Action
            && step.Action is "sort_data" or "filter_data"
            && JsonNode.DeepEquals(last.Params, step.Params))
            return;
        _steps.Add(step);
        _book = book;
        _topic = topic ?? _topic;
    }

    private static Trouble Which(Clause clause, Mention mention) =>
        new("which_column")
        {
            Columns = mention.Columns,
            Gap = clause.Stretch(mention.From, mention.To),
            // "drop the highest and the lowest score" speaks of no column of scores.
            IsOfMeant = mention.Kind == MentionKind.Unclear && !clause.Places.Any(at => !mention.Covers(at) && clause[at].IsAny(Meaning.High, Meaning.Low) && !clause.IsColumnAt(at)),
        };

    private static Trouble Unknown(Clause clause, int from, int to, IEnumerable<KnownColumn> columns) =>
        new("unknown_column", clause.Text(from, to)) { Columns = [.. columns], Gap = clause.Stretch(from, to) };

    private static JsonArray Names(IEnumerable<KnownColumn> columns) => [.. columns.Select(column => (JsonNode)column.Name)];
}
