using Mlj.Recognition.Sampling;

namespace Mlj.Recognition.Layout;

/// <summary>How well a column of percentages goes with one of points, over the rows that have both.</summary>
/// <param name="Compared">How many rows have both.</param>
/// <param name="Agreeing">In how many the percentage is that of the points.</param>
/// <param name="IsMaximumKnown">Whether the sheet says of how many the points are.</param>
internal readonly record struct PercentageCheck(int Compared, int Agreeing, bool IsMaximumKnown)
{
    /// <summary>How far a percentage may be from that of the points, in percent: one that was cut off instead of rounded is still the same.</summary>
    private const double Near = 1;

    /// <summary>From here on rows can speak for a maximum that nobody wrote; fewer always fit some.</summary>
    private const int FewestToInfer = 3;

    /// <summary>Whether the percentages contradict the points in most rows, so that they are those of something else.</summary>
    public bool IsOfAnother => Agreeing * 2 < Compared;

    /// <summary>Compares two columns.</summary>
    /// <param name="rows">The rows of people.</param>
    /// <param name="points">The column of the points.</param>
    /// <param name="percentage">The column of the percentages.</param>
    /// <param name="maximum">The maximum of all points; null when it is not known or stands in the rows.</param>
    /// <param name="maxima">The column of the maxima, if there is one.</param>
    public static PercentageCheck Of(IEnumerable<SampleRow> rows, int points, int percentage, decimal? maximum, int? maxima)
    {
        List<(double Share, double Percentage)> known = [], unknown = [];
        foreach (var row in rows)
        {
            if (row.Score(points) is not { Points: { } reached, IsPercentage: false } read || row.Score(percentage) is not { Points: { } written, Maximum: null })
                continue;
            if ((read.Maximum ?? maximum ?? (maxima is { } column ? row.Plain(column) : null)) is > 0 and var most)
                known.Add(((double)reached / (double)most * 100, (double)written));
            else
                unknown.Add(((double)reached, (double)written));
        }
        var pairs = known.Count > 0 ? known : unknown;
        if (pairs.Count == 0)
            return default;
        if (pairs.TrueForAll(pair => pair.Percentage is >= 0 and <= 1))
            pairs = pairs.ConvertAll(pair => (pair.Share, pair.Percentage * 100));
        var agreeing = known.Count > 0 ? Agree(pairs, 1) : 0;
        // Percentages that go with another maximum than the one that is written are those of these points all the same.
        if (agreeing * 2 < pairs.Count)
            agreeing = Math.Max(agreeing, pairs.Count >= FewestToInfer ? Agree(pairs, UsualRatio(pairs)) : known.Count > 0 ? 0 : pairs.Count);
        return new PercentageCheck(pairs.Count, agreeing, known.Count > 0);
    }

    /// <summary>Whether nearly all rows say that the points are the percentages out of another column; a few that are alike prove nothing.</summary>
    public static bool Proves(IEnumerable<SampleRow> rows, int points, int percentage, int maxima)
    {
        const int FewestDifferent = 3;
        var different = new HashSet<decimal>();
        int compared = 0, agreeing = 0;
        foreach (var row in rows)
        {
            if (row.Plain(points) is not { } reached || row.Score(percentage) is not { Points: { } written, Maximum: null } share || row.Plain(maxima) is not { } most || most <= 0)
                continue;
            compared++;
            var counted = reached / most * 100;
            if (Math.Abs(counted - written) <= (decimal)Near || (!share.IsPercentage && written is >= 0 and <= 1 && Math.Abs(counted - written * 100) <= (decimal)Near))
            {
                agreeing++;
                different.Add(reached);
            }
        }
        return different.Count >= FewestDifferent && agreeing * 10 >= compared * 9;
    }

    private static int Agree(List<(double Share, double Percentage)> pairs, double ratio) => pairs.Count(pair => Math.Abs(pair.Percentage - pair.Share * ratio) <= Near);

    /// <summary>What percentages are to points in the middle of all rows; high points weigh more, because rounding moves them less.</summary>
    private static double UsualRatio(List<(double Share, double Percentage)> pairs)
    {
        var positive = pairs.FindAll(pair => pair.Share > 0);
        positive.Sort((one, other) => (one.Percentage / one.Share).CompareTo(other.Percentage / other.Share));
        var rest = positive.Sum(pair => pair.Share) / 2;
        foreach (var (share, percentage) in positive)
            if ((rest -= share) <= 0)
                return percentage / share;
        return 0;
    }
}
