namespace Mlj.Recognition.Maxima;

/// <summary>Of how many points the scores of a test are.</summary>
/// <param name="Value">The maximum in points, above 0.</param>
/// <param name="Why">Where it comes from, in words.</param>
/// <param name="IsAssumed">Whether the file does not say it, so that somebody must confirm it.</param>
internal readonly record struct TestMaximum(decimal Value, string Why, bool IsAssumed = false)
{
    /// <summary>The maximum of scores in percent.</summary>
    public static readonly TestMaximum OfPercentages = new(100, "the scores are percentages");
}
