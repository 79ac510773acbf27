using Mlj.Recognition.Responses;
using Mlj.Values;

namespace Mlj.Recognition.Scores;

/// <summary>The maximum that nobody wrote, and that percentages beside the points speak for.</summary>
internal static class InferredMaximum
{
    /// <summary>The whole number out of which the points of nearly all rows are their percentages; null when there is none.</summary>
    public static decimal? Of(ResponseRows rows, ReadScores points, ReadScores percentages)
    {
        var counts = new Dictionary<(int Points, int Percentage), int>();
        for (var row = 0; row < rows.Count; row++)
            if (rows.Span[row].IsAttempt && points.Cells.Number(row) is >= 0 and var number && percentages.Cells.Number(row) is >= 0 and var beside)
                counts[(number, beside)] = counts.GetValueOrDefault((number, beside)) + 1;
        var pairs = (from both in counts
                     let raw = percentages.Cells.Cells[both.Key.Percentage]
                     let share = percentages.Read(raw).Points
                     let reached = points.Read(points.Cells.Cells[both.Key.Points])
                     where share is not null && reached is { Points: not null, Maximum: null, IsPercentage: false }
                     select (Points: reached.Points!.Value, Share: share.Value, Raw: raw, Rows: both.Value)).ToList();
        // Rounding moves the percentage of many points least, so these speak loudest.
        var maximum = pairs.Where(pair => pair is { Points: > 0, Share: >= 0.01m }).GroupBy(pair => Rounding.HalfAwayFromZero(pair.Points * 100 / pair.Share, 0), pair => pair.Points * pair.Rows)
            .OrderByDescending(group => group.Sum()).ThenBy(group => group.Key).FirstOrDefault()?.Key;
        return maximum > 0 && pairs.Where(pair => ReadScores.Agrees(pair.Points * 100 / maximum.Value, pair.Share, pair.Raw)).Sum(pair => pair.Rows) * 10 >= pairs.Sum(pair => pair.Rows) * 9
            ? maximum
            : null;
    }
}
