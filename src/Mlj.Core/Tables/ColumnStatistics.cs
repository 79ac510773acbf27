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
    public static ColumnStatistics Of(Column.Numbers column, RowOrder rows)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(rows);
        int count = 0, missing = 0;
        decimal least = 0, greatest = 0, total = 0;
        double sum = 0;
        var isExact = true;
        for (var row = 0; row < rows.Count; row++)
        {
            if (column.Number(rows[row]) is not { } number)
            {
                missing++;
                continue;
            }
            sum += (double)number;
            least = count == 0 || number <= least ? number : least;
            greatest = count == 0 || number >= greatest ? number : greatest;
            isExact = isExact && TryAdd(ref total, number);
            count++;
        }
        if (count == 0)
            return new(0, missing, null, null, null, null);
        var mean = isExact ? total / count : Within(sum / count, least, greatest);
        return new(count, missing, mean, least, greatest, Deviation(column, rows, count, (double)mean));
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

    // False where the sum is beyond what a decimal holds.
    private static bool TryAdd(ref decimal total, decimal number)
    {
        try
        {
            total += number;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static decimal? Deviation(Column.Numbers column, RowOrder rows, int count, double mean)
    {
        if (count < 2)
            return null;
        double squares = 0;
        for (var row = 0; row < rows.Count; row++)
            if (column.Number(rows[row]) is { } number)
            {
                var distance = (double)number - mean;
                squares += distance * distance;
            }
        return NumberText.ToDecimal(Math.Sqrt(squares / (count - 1)));
    }
}
