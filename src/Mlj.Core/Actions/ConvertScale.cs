using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds a column with scores on another scale: points as percent, percent as points, as marks of 10 or 20, or by the bands of a scale as
/// grade points or letters. Scores are compared with bands exactly, not rounded; linear scales are not rounded at all.
/// </summary>
[Action("convert_scale", "Adds a column with scores on another scale: percent, points, marks of 10 or 20, grade points or letters.")]
public sealed record ConvertScale : TableAction
{
    /// <summary>The scores to convert: points for the scale percent, otherwise percent.</summary>
    [Parameter("The scores to convert: points when 'to' is 'percent', otherwise percent.", Names = ParameterSubject.NumberColumn)]
    public required string ScoreColumn { get; init; }

    /// <summary>The scale.</summary>
    [Parameter("The scale: 'percent', 'points', 'ten_point' and 'twenty_point' are linear; 'four_point', 'four_point_plus_minus', 'five_point' (Nigerian universities) and 'waec' go by bands.")]
    public required ScoreScale To { get; init; }

    /// <summary>The maximum in points, above 0; needed for percent and points, and for these only.</summary>
    [Parameter("The maximum in points, above 0; needed for 'percent' and 'points', and for these only.")]
    public decimal? Maximum { get; init; }

    /// <summary>Whether a scale of bands gives its letters (A, B+, C4) instead of its points; not by default.</summary>
    [Parameter("Whether a scale of bands gives its letters (A, B+, C4) instead of its points.")]
    public bool AsLetters { get; init; }

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Converted Score";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var column = (Column.Numbers)table.Find(ScoreColumn)!;
        var cells = column.Cells;
        NoteStrays(table.Order, cells, context);
        if (GradeBands.Of(To) is { } bands)
        {
            // So that nobody reads 90.00 beside a B.
            var shown = column.Format;
            foreach (var (from, _, _) in bands)
                shown = shown.WithBoundary(from);
            var result = table.With(column.Formatted(shown));
            return AsLetters
                ? result.With(new Column.Texts(ResultColumn, Array.ConvertAll(cells, score => score is { } value ? GradeBands.Find(bands, value).Letter : null)) { Role = ColumnRole.Grade })
                : result.With(new Column.Numbers(ResultColumn, Array.ConvertAll(cells, score => score is { } value ? GradeBands.Find(bands, value).Points : (decimal?)null))
                {
                    Format = new NumberFormat(To == ScoreScale.FourPointPlusMinus ? 1 : 0),
                });
        }
        return table.With(new Column.Numbers(ResultColumn, Array.ConvertAll(cells, score => score is { } value ? Linear(value) : (decimal?)null))
        {
            Format = new NumberFormat(2) { Boundaries = [0, Most] },
        });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        var needsMaximum = To is ScoreScale.Percent or ScoreScale.Points;
        if (needsMaximum && Maximum is null)
            yield return $"'{SnakeCase.Of(To.ToString())}' needs 'maximum'. Give the most points that there can be.";
        if (Maximum <= 0)
            yield return "'maximum' is not above 0. Give the most points that there can be.";
        if (!needsMaximum && Maximum is not null)
            yield return $"'maximum' has no meaning for '{SnakeCase.Of(To.ToString())}', which takes percent. Leave it out.";
        if (AsLetters && GradeBands.Of(To) is null)
            yield return $"'{SnakeCase.Of(To.ToString())}' has no letters. Leave 'as_letters' out, or choose a scale of bands.";
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (((Column.Numbers)before.Find(ScoreColumn)!).Number(stored) is not { } score)
            return $"{ScoreColumn} is missing, so there is nothing to convert.";
        if (GradeBands.Of(To) is { } bands)
        {
            var (from, letter, points) = GradeBands.Find(bands, score);
            var isLast = from == bands[^1].From;
            var limit = isLast ? bands[^2].From : from;
            return string.Create(CultureInfo.InvariantCulture,
                $"{ScoreColumn} {Rounding.HonestText(score, 2, [limit])} is {(isLast ? "below" : "at or above")} {limit}: {letter}, {points} point{(points == 1 ? "" : "s")}.");
        }
        var formula = To == ScoreScale.Percent ? $"{Text(score)} / {Text(Maximum!.Value)} * 100" : $"{Text(score)} / 100 * {Text(Most)}";
        return $"{formula} = {Text(Linear(score))}.";
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var scores = (Column.Numbers)before.Find(ScoreColumn)!;
        var score = scope.Cell(scores);
        if (GradeBands.Of(To) is not { } bands)
        {
            var maximum = scope.Number("Scale_maximum", To == ScoreScale.Percent ? Maximum!.Value : Most, $"The most that there can be of {(To == ScoreScale.Percent ? ScoreColumn : ResultColumn)}.");
            return $"IF(ISNUMBER({score}),{score}{(To == ScoreScale.Percent ? $"*100/{maximum}" : $"*{maximum}/100")},\"\")";
        }
        for (var stored = 0; stored < scores.Count; stored++)
            scope.LeaveNear(stored, scores.Number(stored), bands.Select(band => band.From));
        var (from, gives) = scope.Scale("Scale", $"{ResultColumn}: by the lowest {ScoreColumn} of each", bands.Select(band => (band.From, AsLetters ? Cell.Of(band.Letter) : Cell.Of(band.Points))));
        // What is below all bands belongs to the last.
        return $"IF(ISNUMBER({score}),LOOKUP(MAX({FormulaScope.Round(score)},MIN({from})),{from},{gives}),\"\")";
    }

    /// <summary>The most on the linear scales.</summary>
    private decimal Most => To switch { ScoreScale.TenPoint => 10, ScoreScale.TwentyPoint => 20, ScoreScale.Points => Maximum!.Value, _ => 100 };

    // Percentages of thirds are not exact: 66.66…67 percent of 3 points are 2 points.
    private decimal Linear(decimal score) => To == ScoreScale.Percent ? new Score(score, Maximum!.Value).Percentage : ExactMean.Freed(score * Most / 100);

    /// <summary>A column in another unit than the scale takes shows in numbers that are out of range.</summary>
    private void NoteStrays(RowOrder order, decimal?[] cells, RunContext context)
    {
        var most = To == ScoreScale.Percent ? Maximum!.Value : 100;
        var strays = 0;
        for (var row = 0; row < order.Count; row++)
            if (cells[order[row]] is { } score && (score < 0 || score > most))
                strays++;
        if (strays > 0)
            context.Add(new Note(NoteLevel.Review, "out_of_range", string.Create(CultureInfo.InvariantCulture, $"{ScoreColumn}: {strays} of {order.Count} cells are below 0 or above {most}. They are converted by the same rule; check that the column is in {(To == ScoreScale.Percent ? "points of this maximum" : "percent")}.")));
    }

    private static string Text(decimal number) => Rounding.HalfAwayFromZero(number, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
