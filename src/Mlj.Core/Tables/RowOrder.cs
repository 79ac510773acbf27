using System.Diagnostics;

namespace Mlj.Tables;

/// <summary>Which stored cells are the rows of a table, and in which order. Filter and sort make a new order and move no cell.</summary>
public sealed class RowOrder
{
    private readonly int[]? _stored;

    private RowOrder(int count, int[]? stored)
    {
        Count = count;
        _stored = stored;
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The stored index of a row.</summary>
    /// <param name="row">The row's place in the table, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            return _stored is null ? row : _stored[row];
        }
    }

    /// <summary>All stored cells in stored order.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static RowOrder All(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(count, null);
    }

    /// <summary>These stored indexes, in this order; each at most once.</summary>
    /// <exception cref="ArgumentException">An index stands twice, or is negative.</exception>
    public static RowOrder Of(IEnumerable<int> stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        int[] indexes = [.. stored];
        var seen = new HashSet<int>(indexes.Length);
        foreach (var index in indexes)
            if (index < 0 || !seen.Add(index))
                throw new ArgumentException($"Stored index {index} is negative or stands twice.", nameof(stored));
        return new(indexes.Length, indexes);
    }

    /// <summary>These stored indexes, in this order, from code that takes them out of another order and so cannot name one twice. The array is kept.</summary>
    internal static RowOrder Trusted(int[] stored)
    {
        Debug.Assert(Of(stored).Count == stored.Length, "Checked in debug builds only.");
        return new(stored.Length, stored);
    }

    /// <summary>The same as the indexer, for loops over all rows. Trusted: there is such a row.</summary>
    internal int At(int row) => _stored is null ? row : _stored[row];

    /// <summary>The numbers of a column in the order of the rows, without the missing ones, in an array of the caller's own.</summary>
    internal decimal[] Present(Column.Numbers column)
    {
        var cells = column.Cells;
        var present = new decimal[Count];
        var count = 0;
        for (var row = 0; row < present.Length; row++)
            if (cells[At(row)] is { } number)
                present[count++] = number;
        if (count < present.Length)
            Array.Resize(ref present, count);
        return present;
    }

    /// <summary>The stored indexes in the order of the rows, in an array of the caller's own.</summary>
    internal int[] ToArray() => _stored is null ? [.. Enumerable.Range(0, Count)] : [.. _stored];

    /// <summary>The stored indexes in the order of the rows.</summary>
    public IEnumerable<int> Stored
    {
        get
        {
            for (var row = 0; row < Count; row++)
                yield return this[row];
        }
    }
}
