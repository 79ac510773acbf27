using Mlj.Recognition.Sampling;

namespace Mlj.Recognition.Layout;

/// <summary>What the cells do to a heading's word: they can confirm it, deny it, or turn a score into a percentage.</summary>
internal static class HeadingJudgement
{
    /// <summary>From here on a heading says nothing but that an address stands there.</summary>
    private const int PlainEmail = 95;

    /// <summary>From here on a heading says that times stand there, and not perhaps the number of a submission.</summary>
    private const int SaysTime = 60;

    /// <summary>The role that is left, and its weight; too small a weight is no role.</summary>
    public static (SourceColumnRole Role, int Weight) Of(SourceColumnRole role, int weight, ColumnProfile profile) => role switch
    {
        _ when profile.Filled == 0 => (role, role == SourceColumnRole.Email ? weight / 2 : weight * 2 / 3),
        SourceColumnRole.Score or SourceColumnRole.Percentage when profile.ScoreShare >= 0.5 && profile.Share(profile.Percentages) > 0.5 => (SourceColumnRole.Percentage, weight + 20),
        // 17/20 under "Correct answers" is a score.
        SourceColumnRole.Correct when profile.Share(profile.Fractions) > 0.5 => (SourceColumnRole.Score, weight),
        _ => (role, weight + Change(role, weight, profile)),
    };

    private static int Change(SourceColumnRole role, int weight, ColumnProfile profile) => role switch
    {
        SourceColumnRole.Email => OfEmail(weight, profile),
        SourceColumnRole.Identifier => profile.Share(profile.Emails) >= 0.5 ? -90 : 0,
        SourceColumnRole.Name or SourceColumnRole.FirstName or SourceColumnRole.MiddleName or SourceColumnRole.LastName => OfName(role, weight, profile),
        SourceColumnRole.Score or SourceColumnRole.Percentage => OfScore(weight, profile),
        SourceColumnRole.Maximum or SourceColumnRole.Correct or SourceColumnRole.Incorrect or SourceColumnRole.Unattempted or SourceColumnRole.Attempt =>
            profile.Share(profile.Numbers) >= 0.5 ? 0 : -100,
        // A time of day alone is none of which somebody knows the day; seconds that computers count need a heading that says time.
        SourceColumnRole.Submitted or SourceColumnRole.Started =>
            profile.Share(profile.Clocks) <= 0.5 && profile.Share(profile.Dates + (weight >= SaysTime ? profile.UnixTimes : 0)) >= 0.5 ? 20 : -80,
        SourceColumnRole.Phone => profile.Share(profile.Words + profile.Emails + profile.Booleans) > 0.5 ? -90 : 0,
        _ => 0,
    };

    // One address for all is the school's, unless one participant sat the test again and again; a plain heading without an address gives way to a column that has them.
    private static int OfEmail(int weight, ColumnProfile profile) =>
        profile.IsOneForAll && weight < PlainEmail ? -80
        : profile.Share(profile.Emails) >= 0.5 ? 60
        : profile.Emails > 0 ? 20
        : weight >= 85 ? -50
        : -60;

    private static int OfName(SourceColumnRole role, int weight, ColumnProfile profile) =>
        profile.Share(profile.Emails) > 0.3 || profile.Share(profile.Booleans) > 0.3 ? -90
        : profile.Share(profile.Words) < 0.4 ? weight >= 90 ? -40 : -80
        : profile.WordsPerText > 6 ? -45
        : role == SourceColumnRole.Name && profile.Filled >= 6 && profile.DistinctShare < 0.3 ? -60
        : 20;

    private static int OfScore(int weight, ColumnProfile profile)
    {
        if (profile.ScoreShare >= 0.5)
            return profile.Counts && profile.Filled >= 6 && weight < 90 ? -40 : profile.Share(profile.Fractions) > 0.5 ? 30 : 20;
        // A plain heading outweighs cells that are odd, as long as some are scores.
        return profile.ScoreShare == profile.Share(profile.Missing) ? -100
            : profile.Share(profile.Dates) > 0.5 ? -40
            : weight >= 90 && profile.ScoreShare >= 0.2 ? -50
            : -100;
    }
}
