using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds a column with curved scores beside the scores as they were. A curve never lowers a score and never goes beyond the maximum unless
/// told; it never puts anybody before somebody who was better. What it goes by (highest, lowest, mean) is that of the rows shown.
/// </summary>
[Action("curve", "Adds a column with curved scores: more points for everybody, by one rule, that never lowers a score unless told.")]
public sealed record Curve : TableAction
{
    /// <summary>The scores to curve.</summary>
    [Parameter("The scores to curve.", Names = ParameterSubject.NumberColumn)]
    public required string ScoreColumn { get; init; }

    /// <summary>The rule.</summary>
    [Parameter("The rule: 'flat' adds 'points', 'linear_to_top' makes the highest score the maximum, 'linear_to_range' spreads from 'low' to 'high', 'square_root' takes the root of the share, 'target_mean' adds as many points as the mean needs to reach 'target'.")]
    public required CurveMethod Method { get; init; }

    /// <summary>What <see cref="CurveMethod.Flat"/> adds, in the unit of the column.</summary>
    [Parameter("What 'flat' adds, in the unit of the column; for this rule only.")]
    public decimal? Points { get; init; }

    /// <summary>What the lowest score becomes with <see cref="CurveMethod.LinearToRange"/>.</summary>
    [Parameter("What the lowest score becomes with 'linear_to_range'; for this rule only.")]
    public decimal? Low { get; init; }

    /// <summary>What the highest score becomes with <see cref="CurveMethod.LinearToRange"/>; the maximum when left out.</summary>
    [Parameter("What the highest score becomes with 'linear_to_range'; the maximum when left out; for this rule only.")]
    public decimal? High { get; init; }

    /// <summary>The mean to reach with <see cref="CurveMethod.TargetMean"/>.</summary>
    [Parameter("The mean to reach with 'target_mean'; for this rule only.")]
    public decimal? Target { get; init; }

    /// <summary>The most that a score can be, above 0, in the unit of the column; 100 by default.</summary>
    [Parameter("The most that a score can be, above 0, in the unit of the column.")]
    public decimal Maximum { get; init; } = 100;

    /// <summary>Whether scores may become lower, though not below 0; not by default.</summary>
    [Parameter("Whether scores may become lower, though not below 0.")]
    public bool MayLower { get; init; }

    /// <summary>Whether scores may go beyond the maximum; not by default. One that was beyond it stays.</summary>
    [Parameter("Whether scores may go beyond the maximum.")]
    public bool MayExceedMaximum { get; init; }

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Curved Score";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var column = (Column.Numbers)table.Find(ScoreColumn)!;
        var cells = column.Cells;
        var before = ScoreStatistics.Of(table.Order, cells);
        var points = PointsFor(table.Order, cells, before);
        var result = new decimal?[cells.Length];
        for (var stored = 0; stored < result.Length; stored++)
            if (cells[stored] is { } score)
                result[stored] = Curved(score, before, points);
        context.Add(new Note(NoteLevel.Information, "curved", Tell(table.Order, cells, result, before, points)));
        return table.With(new Column.Numbers(ResultColumn, result) { Format = column.Format });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var (name, value, method) in new[] { ("points", Points, CurveMethod.Flat), ("low", Low, CurveMethod.LinearToRange), ("high", High, CurveMethod.LinearToRange), ("target", Target, CurveMethod.TargetMean) })
            if (value is null && method == Method && name != "high")
                yield return $"The method '{SnakeCase.Of(Method.ToString())}' needs '{name}'. Give it.";
            else if (value is not null && method != Method)
                yield return $"'{name}' is for the method '{SnakeCase.Of(method.ToString())}'; this one is '{SnakeCase.Of(Method.ToString())}'. Leave it out, or change the method.";
        if (Maximum <= 0)
            yield return "'maximum' is not above 0. Give the most that a score can be.";
        if (Method == CurveMethod.Flat && Points < 0 && !MayLower)
            yield return "'points' is below 0, which lowers scores. Give points from 0, or set 'may_lower'.";
        if (Low > Top)
            yield return string.Create(CultureInfo.InvariantCulture, $"'low' {Low} is above 'high' {Top}, which would turn the order around. Give a low that is not above the high.");
        if (High > Maximum && !MayExceedMaximum)
            yield return string.Create(CultureInfo.InvariantCulture, $"'high' {High} is above the maximum {Maximum}. Give a lower one, or set 'may_exceed_maximum'.");
        var column = (Column.Numbers)table.Find(ScoreColumn)!;
        var scores = ScoreStatistics.Of(table.Order, column.Cells);
        if (Method is not (CurveMethod.Flat or CurveMethod.SquareRoot) && scores.Count == 0)
            yield return $"'{ScoreColumn}' has no score in the rows shown, so there is nothing to go by. Name another column.";
        else if (Method == CurveMethod.LinearToTop && scores.Highest <= 0)
            yield return $"No score of '{ScoreColumn}' is above 0, so none can be brought to the maximum in proportion. Take the method 'flat'.";
        else if (Method == CurveMethod.LinearToRange && scores.Lowest == scores.Highest)
            yield return $"All scores of '{ScoreColumn}' are equal, so there is no range to spread. Take the method 'flat'.";
        else if (Method == CurveMethod.TargetMean && Target is { } target && Maximum > 0)
            foreach (var problem in Reach(target, table.Order, column.Cells, scores))
                yield return problem;
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        ArgumentNullException.ThrowIfNull(before);
        var column = (Column.Numbers)before.Find(ScoreColumn)!;
        if (column.Number(stored) is not { } score)
            return $"{ScoreColumn} is missing, so there is no curved score.";
        var scores = ScoreStatistics.Of(before.Order, column.Cells);
        var points = PointsFor(before.Order, column.Cells, scores);
        var (plain, bounded) = (Plain(score, scores, points), Curved(score, scores, points));
        var formula = Method switch
        {
            CurveMethod.LinearToTop => $"{Text(score)} * {Text(Maximum)} / {Text(scores.Highest)}",
            CurveMethod.LinearToRange => $"{Text(Low!.Value)} + ({Text(score)} - {Text(scores.Lowest)}) * ({Text(Top)} - {Text(Low.Value)}) / ({Text(scores.Highest)} - {Text(scores.Lowest)})",
            CurveMethod.SquareRoot when score < 0 => Text(score),
            CurveMethod.SquareRoot => $"{Text(Maximum)} * sqrt({Text(score)} / {Text(Maximum)})",
            _ => $"{Text(score)} {(points < 0 ? "-" : "+")} {Text(Math.Abs(points))}",
        };
        var end = bounded == plain ? "" : $", but {(bounded < plain ? "at most" : "not below")} {Text(bounded)}";
        return $"{formula} = {Text(plain)}{end}.";
    }

    private decimal Top => High ?? Maximum;

    /// <summary>The points that everybody gets, for the two methods that give any.</summary>
    private decimal PointsFor(RowOrder order, decimal?[] cells, ScoreStatistics scores) => Method switch
    {
        CurveMethod.Flat => Points!.Value,
        CurveMethod.TargetMean => CurveTarget.Points(order, cells, Target!.Value * scores.Count, Bounds),
        _ => 0,
    };

    private decimal Plain(decimal score, ScoreStatistics scores, decimal points) => Method switch
    {
        CurveMethod.LinearToTop => ExactMean.Freed(score * Maximum / scores.Highest),
        CurveMethod.LinearToRange => ExactMean.Freed(Low!.Value + (score - scores.Lowest) * (Top - Low.Value) / (scores.Highest - scores.Lowest)),
        CurveMethod.SquareRoot => score < 0 ? score : ExactMean.Freed(Root(score * Maximum)),
        _ => score + points,
    };

    private decimal Curved(decimal score, ScoreStatistics scores, decimal points)
    {
        var plain = Plain(score, scores, points);
        var (low, high) = Bounds(score);
        return plain < low ? low : plain > high ? high.Value : plain;
    }

    /// <summary>The lowest and the highest that a score may become.</summary>
    private (decimal Low, decimal? High) Bounds(decimal score) => (
        MayLower ? Math.Min(score, 0) : score,
        MayExceedMaximum ? null : MayLower ? Maximum : Math.Max(score, Maximum));

    private IEnumerable<string> Reach(decimal target, RowOrder order, decimal?[] cells, ScoreStatistics scores)
    {
        decimal least = 0, most = 0;
        foreach (var stored in order.Stored)
            if (cells[stored] is { } score)
            {
                var (low, high) = Bounds(score);
                least += low;
                most += high ?? 0;
            }
        if (target * scores.Count < least)
            yield return string.Create(CultureInfo.InvariantCulture, $"The mean of '{ScoreColumn}' is {Rounding.HonestText(scores.Mean, 2, [target])}; to bring it to {target} would lower scores {(MayLower ? "below 0. Give a higher 'target'." : "as they are. Give a higher 'target', or set 'may_lower'.")}");
        else if (!MayExceedMaximum && target * scores.Count > most)
            yield return string.Create(CultureInfo.InvariantCulture, $"A mean of {target} is beyond the maximum {Maximum}. Give a lower 'target', or set 'may_exceed_maximum'.");
    }

    private string Tell(RowOrder order, decimal?[] before, decimal?[] after, ScoreStatistics statistics, decimal points)
    {
        int raised = 0, lowered = 0;
        for (var row = 0; row < order.Count; row++)
            if (before[order[row]] is { } score && after[order[row]] is { } curved)
            {
                if (curved > score)
                    raised++;
                else if (curved < score)
                    lowered++;
            }
        return string.Create(CultureInfo.InvariantCulture,
            $"{ScoreColumn} before: {statistics}. {ResultColumn}: {ScoreStatistics.Of(order, after)}. Of {statistics.Count} scores {raised} rose, {lowered} fell, {statistics.Count - raised - lowered} stayed{(Method == CurveMethod.TargetMean ? $"; everybody got {Text(points)} points" : "")}.");
    }

    /// <summary>The root to 28 digits: what a double knows of it, and one step of Newton's, which doubles the digits.</summary>
    private static decimal Root(decimal value)
    {
        var root = (decimal)Math.Sqrt((double)value);
        return root == 0 ? 0 : (root + value / root) / 2;
    }

    private static string Text(decimal number) => Rounding.HalfAwayFromZero(number, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
