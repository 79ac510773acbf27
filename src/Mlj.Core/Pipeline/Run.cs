using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>A plan carried out that nobody has accepted yet: every table on the way, and the difference they make. Immutable.</summary>
public sealed class Run
{
    private readonly Lazy<TableDiff> _diff;

    internal Run(Plan plan, Table start, IReadOnlyList<Step> steps, IReadOnlyList<PlanProblem> problems)
    {
        Plan = plan;
        Start = start;
        Steps = steps;
        Problems = problems;
        _diff = new Lazy<TableDiff>(() => TableDiff.Between(Start, Result));
    }

    /// <summary>What was carried out: the plan, with the columns' names as the table has them and without the steps that were left out. Its steps count anew.</summary>
    public Plan Plan { get; }

    /// <summary>The table before the first step.</summary>
    public Table Start { get; }

    /// <summary>The steps done; none when a problem stopped the run.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>Why the plan cannot be done; none when it was.</summary>
    public IReadOnlyList<PlanProblem> Problems { get; }

    /// <summary>Columns that the plan names otherwise than the table does; none unless <see cref="RunOptions.MapColumns"/>.</summary>
    public IReadOnlyList<ColumnMapping> Mappings { get; internal init; } = [];

    /// <summary>Steps that were left out, by their places in the original plan; none unless <see cref="RunOptions.SkipMisfits"/>.</summary>
    public IReadOnlyList<SkippedStep> Skipped { get; internal init; } = [];

    /// <summary>Whether the steps were done, all of them but <see cref="Skipped"/>.</summary>
    public bool IsDone => Problems.Count == 0;

    /// <summary>The table after the last step; the start when a problem stopped the run.</summary>
    public Table Result => Steps.Count > 0 ? Steps[^1].After : Start;

    /// <summary>What the plan changes from start to result: the preview.</summary>
    public TableDiff Diff => _diff.Value;

    /// <summary>How a cell of the result came about, told by the step that made its column; null when no step did or it has nothing to tell.</summary>
    /// <param name="column">The column's name in the result.</param>
    /// <param name="stored">The row's stored index.</param>
    public string? Explain(string column, int stored)
    {
        if (Result.Find(column) is not { } found)
            return null;
        for (var index = Steps.Count - 1; index >= 0; index--)
        {
            var step = Steps[index];
            // A step that only renames or formats a column has not made it.
            if (step.Before.Columns.Any(before => before.SharesCells(found)))
                continue;
            var name = step.After.Columns.First(after => after.SharesCells(found)).Name;
            if (step.Action.Explain(step.Before, name, stored) is { } words)
                return words;
            // A step that changed other cells of the column leaves the word to the one before it.
            if (step.Before.Find(name) is not { } former)
                return null;
            found = former;
        }
        return null;
    }
}
