namespace Mlj.Values;

/// <summary>How near two words are.</summary>
public static class Nearness
{
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
}
