using Mlj.Values;

namespace Mlj.Tables;

/// <summary>What the numbers of a column come to, over the rows that a table shows. Missing cells count nowhere.</summary>
/// <param name="Count">How many numbers there are.</param>
/// <param name="Missing">How many cells are missing.</param>
/// <param name="Mean">The mean; null without a number.</param>
/// <param name="Minimum">The least; null without a number.</param>
/// <param name="Maximum">The greatest; null without a number.</param>
/// <param name="StandardDeviation">The sample's standard deviation (divided by count - 1, as Excel's STDEV.S), to 15 digits; null for fewer than two numbers.</param>
public sealed record ColumnStatistics(int Count, int Missing, decimal? Mean, decimal? Minimum, decimal? Maximum, decimal? StandardDeviation)
{
    /// <summary>The statistics of a column over the rows of a table.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows that count: those of the table that the column stands in.</param>
    public static ColumnStatistics Of(Column.Numbers column, RowOrder rows)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(rows);
        var cells = column.Cells;
        var count = 0;
        decimal least = 0, greatest = 0;
        double low = 0, high = 0, sum = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (cells[rows.At(row)] is not { } number)
                continue;
            var value = (double)number;
            sum += value;
            // Of equal numbers the last is kept. Whether one is less is mostly known without all of its digits.
            if (count == 0 || (value <= low && number <= least))
                (least, low) = (number, value);
            if (count == 0 || (value >= high && number >= greatest))
                (greatest, high) = (number, value);
            count++;
        }
        var missing = rows.Count - count;
        if (count == 0)
            return new(0, missing, null, null, null, null);
        var mean = Total(cells, rows) is { } total ? total / count : Within(sum / count, least, greatest);
        return new(count, missing, mean, least, greatest, Deviation(cells, rows, count, (double)mean));
    }

    /// <summary>
    /// The columns of numbers whose statistics differ between two tables of one origin, in the order of the later table, then those that
    /// only the earlier one has. A renamed column stands under its new name.
    /// </summary>
    public static IReadOnlyList<ColumnStatisticsChange> Between(Table before, Table after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<ColumnStatisticsChange>();
        var met = new HashSet<Column>(ReferenceEqualityComparer.Instance);
        var sameRows = ReferenceEquals(before.Order, after.Order);
        foreach (var column in after.Columns)
        {
            var former = before.Find(column.Name) ?? before.Columns.FirstOrDefault(each => after.Find(each.Name) is null && each.SharesCells(column) && !met.Contains(each));
            if (former is not null)
                met.Add(former);
            if (sameRows && former is not null && former.SharesCells(column))
                continue;
            Add(column.Name, former as Column.Numbers, column as Column.Numbers);
        }
        foreach (var column in before.Columns.OfType<Column.Numbers>().Where(each => !met.Contains(each)))
            Add(column.Name, column, null);
        return changes;

        void Add(string name, Column.Numbers? former, Column.Numbers? now)
        {
            var (one, other) = (former is null ? null : Of(former, before.Order), now is null ? null : Of(now, after.Order));
            if (one != other)
                changes.Add(new ColumnStatisticsChange(name, one, other));
        }
    }

    private static decimal Within(double mean, decimal least, decimal greatest) => mean >= (double)greatest ? greatest : mean <= (double)least ? least : (decimal)mean;

    // Null where the sum is beyond what a decimal holds.
    private static decimal? Total(decimal?[] cells, RowOrder rows)
    {
        try
        {
            decimal total = 0;
            for (var row = 0; row < rows.Count; row++)
                if (cells[rows.At(row)] is { } number)
                    total += number;
            return total;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Deviation(decimal?[] cells, RowOrder rows, int count, double mean)
    {
        if (count < 2)
            return null;
        double squares = 0;
        for (var row = 0; row < rows.Count; row++)
            if (cells[rows.At(row)] is { } number)
            {
                var distance = (double)number - mean;
                squares += distance * distance;
            }
        return NumberText.ToDecimal(Math.Sqrt(squares / (count - 1)));
    }
}
