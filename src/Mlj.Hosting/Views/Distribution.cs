using Mlj.Tables;

namespace Mlj.Hosting.Views;

/// <summary>Counts the numbers of a column in ranges of one width.</summary>
internal static class Distribution
{
    public static DistributionView Of(Column.Numbers column, RowOrder rows, int bins)
    {
        var statistics = ColumnStatistics.Of(column, rows);
        if (statistics is not { Minimum: { } least, Maximum: { } most })
            return new DistributionView(column.Name, [], Show.Statistics(statistics));
        // Percentages keep the range that everybody knows, so that two columns can be compared.
        var (from, to) = least >= 0 && most is > 1 and <= 100 ? (0m, 100m) : (least, most);
        if (from == to)
            return new DistributionView(column.Name, [new BinView(from, to, statistics.Count)], Show.Statistics(statistics));
        var counts = new int[bins];
        var range = (double)to - (double)from;
        foreach (var stored in rows.Stored)
            if (column.Number(stored) is { } number)
                counts[Math.Clamp((int)(((double)number - (double)from) / range * bins), 0, bins - 1)]++;
        return new DistributionView(column.Name, [.. counts.Select((count, index) => new BinView(Edge(index), Edge(index + 1), count))], Show.Statistics(statistics));

        decimal Edge(int index) => from + (to / bins - from / bins) * index;
    }
}
