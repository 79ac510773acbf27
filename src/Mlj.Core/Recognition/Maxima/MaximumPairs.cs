using Mlj.Recognition.Sampling;
using Mlj.Recognition.Words;

namespace Mlj.Recognition.Maxima;

/// <summary>
/// Columns of points and those of their maxima, where both have the same name: <c>Loops (Earned)</c> and <c>Loops (Possible)</c>,
/// <c>Test 1</c> and <c>Test 1 max</c>. A heading that says <c>Max score</c> and no name belongs to none.
/// </summary>
internal sealed class MaximumPairs
{
    private readonly Dictionary<int, int> _maximumOf = [];
    private readonly HashSet<int> _maxima = [];

    /// <summary>Looks at the columns of a sheet.</summary>
    /// <param name="normal">The headings as they are compared, by the column's number.</param>
    /// <param name="profiles">What the cells look like, likewise.</param>
    public MaximumPairs(string[] normal, ColumnProfile[] profiles)
    {
        var maxima = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 1; column < normal.Length; column++)
            if (IsOfNumbers(column) && Named(normal[column], isMaximum: true) is { } name)
                maxima.TryAdd(name, column);
        if (maxima.Count == 0)
            return;
        for (var column = 1; column < normal.Length; column++)
            if (IsOfNumbers(column) && Named(normal[column], isMaximum: false) is { } name && maxima.TryGetValue(name, out var maximum)
                && profiles[column].Highest <= profiles[maximum].Highest)
            {
                _maximumOf.Add(column, maximum);
                _maxima.Add(maximum);
            }

        bool IsOfNumbers(int column) => profiles[column] is { Filled: > 0 } profile && profile.Share(profile.Numbers + profile.Missing) >= 0.5;
    }

    /// <summary>Whether there is one maximum of this kind, so that the points beside it are those of the test and not of one question of several.</summary>
    public bool IsOne => _maxima.Count == 1;

    /// <summary>The column of the maximum of a column of points; null when it has none.</summary>
    public int? MaximumOf(int column) => _maximumOf.TryGetValue(column, out var maximum) ? maximum : null;

    /// <summary>Whether a column is the maximum of another.</summary>
    public bool IsMaximum(int column) => _maxima.Contains(column);

    /// <summary>What a heading is the points or the maximum of; null when it is not, or does not say of what.</summary>
    private static string? Named(string heading, bool isMaximum)
    {
        var words = RecognitionWords.Instance;
        var parts = heading.Split(' ');
        if (parts.Any(words.PairedMaxima.Contains) != isMaximum)
            return null;
        var name = string.Join(' ', parts.Where(word => !words.PairedMaxima.Contains(word) && !words.PairedPoints.Contains(word)));
        return name.Length > 0 ? name : null;
    }
}
