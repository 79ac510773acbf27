using Mlj.Recognition.Sampling;
using Mlj.Recognition.Words;

namespace Mlj.Recognition.Layout;

/// <summary>Which columns say when the answers were handed in.</summary>
internal static class TimeColumns
{
    /// <summary>When nobody wrote when it ended, the time it began says in which order attempts were made.</summary>
    public static void Settle(ColumnRoles roles)
    {
        if (roles.Of(SourceColumnRole.Submitted) is null && roles.Of(SourceColumnRole.Started) is { } started)
            roles.Give(started with { Role = SourceColumnRole.Submitted });
    }

    /// <summary>The column of the time of day that goes with a column of dates without one; null when there is none.</summary>
    public static int? ClockOf(ColumnRoles roles, SheetColumns columns)
    {
        if (roles.Of(SourceColumnRole.Submitted) is not { } submitted || columns.Profiles[submitted.Column] is not { Dates: > 0, HasClock: false })
            return null;
        var headings = Array.ConvertAll(columns.Headings, HeadingText.Normalise);
        foreach (var clock in RecognitionWords.Instance.Clocks)
            for (var column = 1; column < headings.Length; column++)
                if (headings[column] == clock && !roles.Has(column) && AreTimesOfDay(columns.Profiles[column]))
                    return column;
        return null;
    }

    // Nobody sits a test before two at night: what is always less is how long it took.
    private static bool AreTimesOfDay(ColumnProfile profile) => profile.Share(profile.Clocks) >= 0.6 && profile.LatestClock >= TimeSpan.FromHours(2);
}
