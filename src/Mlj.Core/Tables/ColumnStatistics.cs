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
        var numbers = rows.Present(column);
        var (count, missing) = (numbers.Length, rows.Count - numbers.Length);
        if (count == 0)
            return new(0, missing, null, null, null, null);
        var (least, greatest) = (numbers[0], numbers[0]);
        var (low, high) = ((double)least, (double)greatest);
        var inexact = new double[count];
        double sum = 0;
        for (var index = 0; index < count; index++)
        {
            var value = inexact[index] = (double)numbers[index];
            sum += value;
            // Of equal numbers the last is kept. Whether one is less is mostly known without its digits.
            if (value <= low && numbers[index] <= least)
                (least, low) = (numbers[index], value);
            if (value >= high && numbers[index] >= greatest)
                (greatest, high) = (numbers[index], value);
        }
        var mean = Total(numbers) is { } total ? total / count : Within(sum / count, least, greatest);
        return new(count, missing, mean, least, greatest, Deviation(inexact, (double)mean));
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
    private static decimal? Total(decimal[] numbers)
    {
        try
        {
            decimal total = 0;
            foreach (var number in numbers)
                total += number;
            return total;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Deviation(double[] numbers, double mean)
    {
        if (numbers.Length < 2)
            return null;
        double squares = 0;
        foreach (var number in numbers)
            squares += (number - mean) * (number - mean);
        return NumberText.ToDecimal(Math.Sqrt(squares / (numbers.Length - 1)));
    }
}
