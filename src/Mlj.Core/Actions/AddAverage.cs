using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>Adds the mean of scores, in percent and not rounded; what a missing score counts is a parameter.</summary>
[Action("add_average", "Adds a column with the mean of each participant's scores.")]
public sealed record AddAverage : TableAction
{
    /// <summary>The columns to average; all columns of tests and of assignment scores when left out.</summary>
    [Parameter("The columns to average, in percent. All columns of scores and of assignment scores when left out.", Names = ParameterSubject.NumberColumn, Examples = ["Test 1 Score"])]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <summary>What a missing score counts; it is left out by default.</summary>
    [Parameter("What a missing score counts: 'leave_out' or 'as_zero'.")]
    public MissingScore Missing { get; init; } = MissingScore.LeaveOut;

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Final Average";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var scores = Columns(table);
        var result = new decimal?[table.StoredCount];
        for (var stored = 0; stored < result.Length; stored++)
            result[stored] = Mean(scores, stored);
        return table.With(new Column.Numbers(ResultColumn, result) { Role = ColumnRole.Average, Format = NumberFormat.Percentage });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) =>
        Columns(table).Length == 0 ? ["There is no column of scores. Name the columns in 'score_columns'."] : [];

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var scores = Columns(before);
        var terms = scores.Where(score => score.Number(stored) is not null || Missing == MissingScore.AsZero)
            .Select(score => score.Number(stored) is null ? "0 (missing)" : score.Show(stored)).ToList();
        return terms.Count == 0 || Mean(scores, stored) is not { } mean
            ? "No score, so no average."
            : string.Create(CultureInfo.InvariantCulture, $"({string.Join(" + ", terms)}) / {terms.Count} = {Rounding.HalfAwayFromZero(mean, 4):0.####}.");
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var scores = Columns(before);
        var cells = scope.Cells(scores);
        return Missing == MissingScore.AsZero
            ? string.Create(CultureInfo.InvariantCulture, $"SUM({cells})/{scores.Length}")
            : $"IF(COUNT({cells})=0,\"\",AVERAGE({cells}))";
    }

    private decimal? Mean(Column.Numbers[] scores, int stored)
    {
        decimal sum = 0;
        var count = 0;
        foreach (var column in scores)
            if (column.Number(stored) is { } score)
            {
                sum += score;
                count++;
            }
        return Missing == MissingScore.AsZero ? ExactMean.Of(sum, scores.Length) : count > 0 ? ExactMean.Of(sum, count) : null;
    }

    private Column.Numbers[] Columns(Table table) => ScoreColumns.Count > 0
        ? [.. Scores(table, ScoreColumns)]
        : [.. table.Columns.OfType<Column.Numbers>().Where(column => column.Role is ColumnRole.Score or ColumnRole.Assignment)];
}
