using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>What can be said of the scores that a table shows; missing ones do not count.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Lowest">The lowest; 0 when there is none.</param>
/// <param name="Highest">The highest; 0 when there is none.</param>
internal readonly record struct ScoreStatistics(int Count, decimal Sum, decimal Lowest, decimal Highest)
{
    public decimal Mean => Count == 0 ? 0 : ExactMean.Of(Sum, Count);

    public static ScoreStatistics Of(RowOrder order, decimal?[] cells)
    {
        decimal sum = 0, lowest = decimal.MaxValue, highest = decimal.MinValue;
        var count = 0;
        for (var row = 0; row < order.Count; row++)
            if (cells[order[row]] is { } score)
            {
                count++;
                sum += score;
                if (score < lowest)
                    lowest = score;
                if (score > highest)
                    highest = score;
            }
        return count == 0 ? default : new(count, sum, lowest, highest);
    }

    public override string ToString() => Count == 0 ? "no score" : string.Create(CultureInfo.InvariantCulture,
        $"mean {Rounding.HalfAwayFromZero(Mean, 2):0.00}, lowest {Rounding.HalfAwayFromZero(Lowest, 2):0.00}, highest {Rounding.HalfAwayFromZero(Highest, 2):0.00}");
}
