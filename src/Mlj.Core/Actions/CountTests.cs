using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>Adds a column with the number of tests that each participant has a score for; a score of 0 is a test taken.</summary>
[Action("count_tests", "Adds a column with the number of tests that each participant has taken.")]
public sealed record CountTests : TableAction
{
    /// <summary>The columns to count; all columns of scores when left out.</summary>
    [Parameter("The columns to count. All columns of scores when left out.", Names = ParameterSubject.NumberColumn, Examples = ["Test 1 Score"])]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Tests Taken";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        Column.Numbers[] scores = [.. Scores(table, ScoreColumns)];
        var counts = new decimal?[table.StoredCount];
        for (var stored = 0; stored < counts.Length; stored++)
            counts[stored] = Count(scores, stored);
        return table.With(new Column.Numbers(ResultColumn, counts) { Role = ColumnRole.TestsTaken, Format = new NumberFormat(0) });
    }

    private static int Count(Column.Numbers[] scores, int stored)
    {
        var taken = 0;
        foreach (var column in scores)
            if (column.Number(stored) is not null)
                taken++;
        return taken;
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Scores(before, ScoreColumns) is { Count: > 0 } scores ? $"COUNT({scope.Cells(scores)})" : null;
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var scores = Scores(before, ScoreColumns);
        var taken = scores.Where(score => score.Number(stored) is not null).Select(score => score.Name).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{taken.Count} of {scores.Count}: {(taken.Count == 0 ? "none" : string.Join(", ", taken))}.");
    }
}
