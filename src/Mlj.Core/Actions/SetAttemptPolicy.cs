using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Changes which attempt counts where somebody sat a test more than once. Only a merged table knows the attempts; one that was read from a
/// sheet is refused, and so is one whose scores were changed or already used by other steps.
/// </summary>
[Action("set_attempt_policy", "Changes which attempt counts where somebody sat a test more than once; for merged tables.", Risk = ActionRisk.Destructive)]
public sealed record SetAttemptPolicy : TableAction
{
    private static readonly ColumnRole[] Computed = [ColumnRole.Assignment, ColumnRole.Average, ColumnRole.Grade, ColumnRole.Status];

    /// <summary>Which attempt counts.</summary>
    [Parameter("Which attempt counts: 'best', 'latest', 'first', or 'average' for the mean of all.")]
    public required AttemptRule Policy { get; init; }

    /// <summary>The columns of the tests; all columns of scores when left out.</summary>
    [Parameter("The columns of the tests. All columns of scores when left out.", Names = ParameterSubject.NumberColumn)]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var result = table;
        foreach (var column in Scores(table, ScoreColumns))
        {
            var cells = column.Cells;
            var scores = table.Provenance!.ScoresOf(column.Test!.Value, Policy)!;
            var others = scores.Cells;
            var changed = 0;
            for (var row = 0; row < table.RowCount; row++)
                if (cells[table.Order[row]] != others[table.Order[row]])
                    changed++;
            context.Add(new Note(NoteLevel.Information, "attempts_changed", $"{column.Name}: {changed} of {table.RowCount} scores changed, because {Counts(Policy)} counts."));
            if (!scores.SharesCells(column))
                result = result.With(((Column.Numbers)scores.Renamed(column.Name)).Formatted(column.Format));
        }
        if (Policy != table.Provenance!.Rule)
            context.Add(new Note(NoteLevel.Review, "attempts_differ_from_merge",
                $"By the policy of the merge {Counts(table.Provenance.Rule)} counts, and the ledger and the list of retakes still tell of that. To have them say the same, merge with the policy '{SnakeCase.Of(Policy.ToString())}'."));
        return result;
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Provenance is not { } provenance)
        {
            yield return "This table does not know the attempts behind its scores: it was not merged here but read from a sheet, or its people were redacted. Merge the tests' files with the attempt policy that should hold.";
            yield break;
        }
        var scores = Scores(table, ScoreColumns);
        foreach (var problem in ColumnChecks.Scores(scores))
            yield return problem;
        foreach (var column in scores)
            if (column.Test is not { } test || provenance.ScoresOf(test, Policy) is null)
                yield return $"'{column.Name}' is not the score of a merged test. Name columns of tests in 'score_columns'.";
            else if (!Enum.GetValues<AttemptRule>().Any(rule => provenance.ScoresOf(test, rule)!.SharesCells(column)))
                yield return $"The scores of '{column.Name}' were changed by an earlier step, which would be lost. Put 'set_attempt_policy' before it.";
        if (table.Columns.Where(column => Computed.Contains(column.Role)).Select(column => column.Name).ToList() is { Count: > 0 } computed)
            yield return $"The table has results of the scores as they are: {string.Join(", ", computed)}. Put 'set_attempt_policy' before the steps that compute them, or remove them first.";
    }

    /// <inheritdoc />
    public override string? Explain(Table before, string column, int stored)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before.Find(column) is { Test: { } test } ? before.Provenance!.Tell(stored, test, Policy) : null;
    }

    private static string Counts(AttemptRule rule) => rule == AttemptRule.Average ? "the mean of all attempts" : $"the {SnakeCase.Of(rule.ToString())} attempt";
}
