using Mlj.Tables;

namespace Mlj.Tests.Tables;

public class ColumnStatisticsTests
{
    [Fact]
    public void Of_AColumn_CountsOnlyTheRowsShown()
    {
        var column = new Column.Numbers("A", [2, 4, 4, 4, 5, 5, 7, 9, null, 100]);
        Assert.Equal(new ColumnStatistics(8, 1, 5, 2, 9, 2.13808993529940m), ColumnStatistics.Of(column, RowOrder.All(9)));
        Assert.Equal(new ColumnStatistics(1, 0, 2, 2, 2, null), ColumnStatistics.Of(column, RowOrder.Of([0])));
        Assert.Equal(new ColumnStatistics(0, 1, null, null, null, null), ColumnStatistics.Of(column, RowOrder.Of([8])));
    }

    [Fact]
    public void Of_TheGreatestNumbers_DoesNotOverflow()
    {
        var statistics = ColumnStatistics.Of(new Column.Numbers("A", [decimal.MaxValue, decimal.MaxValue]), RowOrder.All(2));
        Assert.Equal((2, decimal.MaxValue, decimal.MaxValue), (statistics.Count, statistics.Minimum, statistics.Maximum));
        Assert.InRange(statistics.Mean!.Value, decimal.MaxValue - 2, decimal.MaxValue);
    }

    [Fact]
    public void Of_AnyNumbers_IsWhatThePlainWayGives()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            decimal?[] cells = [.. Enumerable.Range(0, 40).Select(_ => random.Next(5) == 0 ? (decimal?)null : (random.Next(4) - 1) * 1.00m / random.Next(1, 4) + random.Next(2) * 1e-27m)];
            var rows = RowOrder.Of(Enumerable.Range(0, 40).OrderBy(_ => random.Next()).Take(30));
            var numbers = rows.Stored.Select(stored => cells[stored]).OfType<decimal>().ToList();
            var statistics = ColumnStatistics.Of(new Column.Numbers("A", cells), rows);
            var (least, greatest) = (numbers[0], numbers[0]);
            foreach (var number in numbers)
                (least, greatest) = (number <= least ? number : least, number >= greatest ? number : greatest);
            Assert.Equal((numbers.Count, 30 - numbers.Count, numbers.Aggregate(0m, (sum, number) => sum + number) / numbers.Count), (statistics.Count, statistics.Missing, statistics.Mean!.Value));
            // Also in the zeros at their ends.
            Assert.Equal([.. decimal.GetBits(least), .. decimal.GetBits(greatest)], [.. decimal.GetBits(statistics.Minimum!.Value), .. decimal.GetBits(statistics.Maximum!.Value)]);
        }
    }

    [Fact]
    public void Between_Tables_NamesWhatDiffers()
    {
        var before = new Table(new Column.Numbers("A", [1, 2]), new Column.Numbers("B", [3, 4]), new Column.Numbers("C", [5, 6]), new Column.Texts("D", ["x", "y"]));
        var after = before.With(new Column.Numbers("A", [1, 3])).Renamed("B", "Bee").Without("C").With(new Column.Numbers("E", [7, 8]));
        Assert.Equal(["A: 1.5 -> 2", "E:  -> 7.5", "C: 5.5 -> "], Told(before, after));
        Assert.Equal(["A: 1.5 -> 1", "B: 3.5 -> 3", "C: 5.5 -> 5"], Told(before, before.Ordered(RowOrder.Of([0]))));
        Assert.Empty(Told(before, before.Ordered(RowOrder.Of([1, 0]))));

        static IEnumerable<string> Told(Table before, Table after) => ColumnStatistics.Between(before, after).Select(change => $"{change.Column}: {Cell.Of(change.Before?.Mean)} -> {Cell.Of(change.After?.Mean)}");
    }
}
