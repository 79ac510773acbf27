using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds the weighted mean of scores, sum of weight * score over sum of weights, in percent and not rounded. A column whose weight is not
/// above 0 is skipped, with a note. To weigh tests by their maxima, give the maxima as weights.
/// </summary>
[Action("weighted_average", "Adds a column with the weighted mean of each participant's scores.")]
public sealed record WeightedAverage : TableAction
{
    /// <summary>The weights, one for each column, in their order; a column whose weight is not above 0 is skipped.</summary>
    [Parameter("The weight of each column, in the order of the columns. A column whose weight is not above 0 is skipped.")]
    public required IReadOnlyList<decimal> Weights { get; init; }

    /// <summary>The columns to average; all columns of scores when left out.</summary>
    [Parameter("The columns to average, in percent. All columns of scores when left out.", Names = ParameterSubject.NumberColumn)]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <summary>What a missing score counts; it is left out together with its weight by default.</summary>
    [Parameter("What a missing score counts: 'leave_out' (its weight too) or 'as_zero'.")]
    public MissingScore Missing { get; init; } = MissingScore.LeaveOut;

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Weighted Average";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scores = Scores(table, ScoreColumns);
        var total = Weights.Where(weight => weight > 0).Sum();
        var (sums, without) = (new decimal[table.StoredCount], new decimal[table.StoredCount]);
        foreach (var (column, weight) in scores.Zip(Weights).Where(each => each.Second > 0))
        {
            var cells = column.Cells;
            for (var stored = 0; stored < sums.Length; stored++)
                if (cells[stored] is { } score)
                    sums[stored] += score * weight;
                else if (Missing == MissingScore.LeaveOut)
                    without[stored] += weight;
        }
        var result = new decimal?[sums.Length];
        for (var stored = 0; stored < result.Length; stored++)
            if (total > without[stored])
                result[stored] = ExactMean.Of(sums[stored], total - without[stored]);
        var skipped = scores.Zip(Weights).Where(each => each.Second <= 0).Select(each => each.First.Name).ToList();
        if (skipped.Count > 0)
            context.Add(new Note(NoteLevel.Information, "weight_skipped", $"{string.Join(", ", skipped)}: the weight is not above 0, so the scores do not count."));
        return table.With(new Column.Numbers(ResultColumn, result) { Role = ColumnRole.Average, Format = NumberFormat.Percentage });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        var scores = Scores(table, ScoreColumns);
        foreach (var problem in ColumnChecks.Scores(scores))
            yield return problem;
        if (scores.Count == 0)
            yield break;
        foreach (var problem in ColumnChecks.OneEach(Weights, scores, "weights"))
            yield return problem;
        if (Weights.Count > 0 && Weights.All(weight => weight <= 0))
            yield return "No weight in 'weights' is above 0, so no score would count. Give at least one that is.";
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var terms = Scores(before, ScoreColumns).Zip(Weights).Where(each => each.Second > 0)
            .Select((each, index) => (Cell: scope.Cell(each.First), Weight: scope.Number(string.Create(CultureInfo.InvariantCulture, $"Weight_{index + 1}"), each.Second, $"The weight of {each.First.Name} in {ResultColumn}."))).ToList();
        // N makes a 0 of a missing cell.
        var sum = string.Join('+', terms.Select(term => $"N({term.Cell})*{term.Weight}"));
        var total = string.Join('+', terms.Select(term => Missing == MissingScore.AsZero ? term.Weight : $"ISNUMBER({term.Cell})*{term.Weight}"));
        return $"IF(({total})=0,\"\",({sum})/({total}))";
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var terms = new List<string>();
        decimal sum = 0, total = 0;
        foreach (var (column, weight) in Scores(before, ScoreColumns).Zip(Weights).Where(each => each.Second > 0))
        {
            if (column.Number(stored) is null && Missing == MissingScore.LeaveOut)
                continue;
            sum += (column.Number(stored) ?? 0) * weight;
            total += weight;
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"{(column.Number(stored) is null ? "0 (missing)" : column.Show(stored))} x {weight:0.####}"));
        }
        return terms.Count == 0
            ? "No score with a weight, so no average."
            : string.Create(CultureInfo.InvariantCulture, $"({string.Join(" + ", terms)}) / {total:0.####} = {Rounding.HalfAwayFromZero(ExactMean.Of(sum, total), 4):0.####}.");
    }
}
