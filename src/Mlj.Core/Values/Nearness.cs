namespace Mlj.Values;

/// <summary>How near two words are.</summary>
public static class Nearness
{
    private const int WidestOnStack = 63;

    /// <summary>
    /// The number of letters to add, drop, change or swap with the neighbour to make one word of the other (the restricted
    /// Damerau-Levenshtein distance, also called optimal string alignment). Compares UTF-16 units exactly.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var before = new int[other.Length + 1];
        var last = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
            last[column] = column;
        for (var row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = one[row - 1] == other[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + change);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
            }
            (before, last, current) = (last, current, before);
        }
        return last[other.Length];
    }

    /// <summary>The same, as long as it is small: whatever is more than <paramref name="most"/> counts as one more than that. Takes time by the length, not by its square.</summary>
    /// <param name="one">One word.</param>
    /// <param name="other">The other.</param>
    /// <param name="most">The largest distance that is told exactly; at least 0. The time grows with it too.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is negative.</exception>
    public static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        // No distance is longer than the longer word.
        if (most >= Math.Max(one.Length, other.Length))
            return Distance(one, other);
        var common = one.CommonPrefixLength(other);
        one = one[common..];
        other = other[common..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        if (Math.Abs(one.Length - other.Length) > most)
            return most + 1;
        if (one.IsEmpty || other.IsEmpty)
            return Math.Max(one.Length, other.Length);

        // Only what stands at most so many places off the diagonal can belong to so small a distance.
        var width = (2 * most) + 1;
        Span<int> rows = width <= WidestOnStack ? stackalloc int[3 * (WidestOnStack + 2)] : new int[3 * (width + 2)];
        rows.Fill(most + 1);
        var before = rows[..(width + 2)];
        var last = rows.Slice(width + 2, width + 2);
        var current = rows[(2 * (width + 2))..];
        for (var column = 0; column <= Math.Min(most, other.Length); column++)
            last[Place(0, column)] = column;
        for (var row = 1; row <= one.Length; row++)
        {
            var least = most + 1;
            current.Fill(most + 1);
            for (var column = Math.Max(0, row - most); column <= Math.Min(other.Length, row + most); column++)
            {
                var place = Place(row, column);
                if (column == 0)
                    current[place] = row;
                else
                {
                    var change = one[row - 1] == other[column - 1] ? 0 : 1;
                    // One column to the right in the row above is one place to the right; straight above and to the left is the same place.
                    current[place] = Math.Min(Math.Min(last[place + 1] + 1, current[place - 1] + 1), last[place] + change);
                    if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                        current[place] = Math.Min(current[place], before[place] + 1);
                }
                least = Math.Min(least, Math.Min(current[place], last[place]));
            }
            if (least > most)
                return most + 1;
            var free = before;
            before = last;
            last = current;
            current = free;
        }
        return Math.Min(last[Place(one.Length, other.Length)], most + 1);

        int Place(int row, int column) => column - row + most + 1;
    }
}
