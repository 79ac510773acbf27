using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>
/// How many points everybody must get for the mean to reach a target, although scores stop at a bound. The sum of the bounded scores rises
/// with the points in straight pieces: doubles find the piece, decimals the point on it.
/// </summary>
internal static class CurveTarget
{
    /// <summary>The points to add.</summary>
    /// <param name="order">The rows that count.</param>
    /// <param name="cells">The scores.</param>
    /// <param name="target">The sum to reach; between those of all lower and all upper bounds.</param>
    /// <param name="bounds">The lowest and highest that a score may become; null for no upper bound.</param>
    public static decimal Points(RowOrder order, decimal?[] cells, decimal target, Func<decimal, (decimal Low, decimal? High)> bounds)
    {
        var scores = new List<(decimal Score, decimal Low, decimal? High)>(order.Count);
        var rough = new List<(double Score, double Low, double High)>(order.Count);
        double least = 0, most = 0;
        foreach (var stored in order.Stored)
            if (cells[stored] is { } score)
            {
                var (low, high) = bounds(score);
                scores.Add((score, low, high));
                rough.Add(((double)score, (double)low, high is { } bound ? (double)bound : double.PositiveInfinity));
                least = Math.Min(least, (double)(low - score));
                most = Math.Max(most, high is { } end ? (double)(end - score) : 0);
            }
        var open = (double)target / Math.Max(1, rough.Count);
        // Without a bound the mean moves by as much as the points.
        if (rough.Exists(each => double.IsInfinity(each.High)))
            most = Math.Max(most, open + rough.Max(each => Math.Abs(each.Score)) + 1);
        for (var round = 0; round < 60 && most - least > 1e-9 * Math.Max(1, Math.Abs(most)); round++)
        {
            var middle = (least + most) / 2;
            double sum = 0;
            foreach (var (score, low, high) in rough)
                sum += Math.Clamp(score + middle, low, high);
            if (sum < (double)target)
                least = middle;
            else
                most = middle;
        }
        var points = (decimal)((least + most) / 2);
        for (var round = 0; round < 20; round++)
        {
            decimal rest = target;
            var moving = 0;
            foreach (var (score, low, high) in scores)
                if (score + points < low)
                    rest -= low;
                else if (high is { } bound && score + points > bound)
                    rest -= bound;
                else
                {
                    rest -= score;
                    moving++;
                }
            var next = moving == 0 ? points : ExactMean.Of(rest, moving);
            if (next == points)
                break;
            points = next;
        }
        return points;
    }
}
