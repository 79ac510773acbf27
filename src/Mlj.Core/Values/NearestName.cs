namespace Mlj.Values;

/// <summary>Offers a name that is there for one that is not.</summary>
internal static class NearestName
{
    private const int MostDifferences = 40;

    /// <summary>A blank and the question whether the nearest of the known names was meant; an empty text when none is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        var most = Math.Min(Math.Max(2, word.Length / 3), MostDifferences);
        var lower = word.ToLowerInvariant();
        var nearest = known.Select(each => (Name: each, Distance: Nearness.Distance(lower, each.ToLowerInvariant(), most))).OrderBy(each => each.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= most ? $" Did you mean '{nearest.Name}'?" : "";
    }
}
