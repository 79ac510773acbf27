using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>
/// Adds a verdict: passed from the threshold, failed below it, not applicable where the score is missing. The exact score is compared,
/// not the rounded one that is shown; the score's column then shows as many digits as it takes to see why.
/// </summary>
[Action("add_pass_fail", "Adds a column that says who passed: from the threshold, by the exact score.")]
public sealed record AddPassFail : TableAction
{
    /// <summary>The column of scores to judge.</summary>
    [Parameter("The column of scores to judge.", Names = ParameterSubject.NumberColumn, Examples = ["Final Average"])]
    public required string ScoreColumn { get; init; }

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Status";

    /// <summary>The lowest score that passes, in the unit of the column; 60 by default.</summary>
    [Parameter("The lowest score that passes, in the unit of the column; 0 or more.", Minimum = 0, Examples = ["50", "60"])]
    public decimal Threshold { get; init; } = 60;

    /// <summary>What is written for those who passed.</summary>
    [Parameter("What is written for those who passed.")]
    public string PassedText { get; init; } = "PASSED";

    /// <summary>What is written for those who failed.</summary>
    [Parameter("What is written for those who failed.")]
    public string FailedText { get; init; } = "FAILED";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var scores = (Column.Numbers)table.Find(ScoreColumn)!;
        var verdicts = new string?[table.StoredCount];
        for (var stored = 0; stored < verdicts.Length; stored++)
            verdicts[stored] = scores.Number(stored) is not { } score ? NotApplicable.Text : score >= Threshold ? PassedText : FailedText;
        return table
            .With(scores.Formatted(scores.Format.WithBoundary(Threshold)))
            .With(new Column.Texts(ResultColumn, verdicts) { Role = ColumnRole.Status });
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var scores = (Column.Numbers)before.Find(ScoreColumn)!;
        for (var stored = 0; stored < scores.Count; stored++)
            scope.LeaveNear(stored, scores.Number(stored), [Threshold]);
        var (score, mark) = (scope.Cell(scores), scope.Number("Pass_mark", Threshold, $"The lowest {ScoreColumn} that gives '{PassedText}' in {ResultColumn}."));
        return $"IF(ISNUMBER({score}),IF({FormulaScope.Round(score)}>={mark},{scope.Text(PassedText)},{scope.Text(FailedText)}),{scope.Text(NotApplicable.Text)})";
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var scores = (Column.Numbers)before.Find(ScoreColumn)!;
        if (scores.Number(stored) is not { } score)
            return $"{ScoreColumn} is missing, so there is no verdict.";
        var shown = scores.Formatted(scores.Format.WithBoundary(Threshold)).Show(stored);
        return string.Create(CultureInfo.InvariantCulture, $"{ScoreColumn} {shown} is {(score >= Threshold ? "at or above" : "below")} {Threshold:0.####}.");
    }
}
