namespace Mlj.Actions;

/// <summary>The tables of scales that go by bands: from a percentage on, which grade and how many points. The last band has no lower bound.</summary>
internal static class GradeBands
{
    private static readonly (decimal From, string Letter, decimal Points)[] Four = [(90, "A", 4), (80, "B", 3), (70, "C", 2), (60, "D", 1), (0, "F", 0)];

    // The grade points of a college transcript in the United States: a plus or minus is worth three tenths, but A+ is no more than A.
    private static readonly (decimal From, string Letter, decimal Points)[] FourPlusMinus =
    [
        (97, "A+", 4.0m), (93, "A", 4.0m), (90, "A-", 3.7m), (87, "B+", 3.3m), (83, "B", 3.0m), (80, "B-", 2.7m),
        (77, "C+", 2.3m), (73, "C", 2.0m), (70, "C-", 1.7m), (67, "D+", 1.3m), (63, "D", 1.0m), (60, "D-", 0.7m), (0, "F", 0.0m),
    ];

    private static readonly (decimal From, string Letter, decimal Points)[] Five = [(70, "A", 5), (60, "B", 4), (50, "C", 3), (45, "D", 2), (40, "E", 1), (0, "F", 0)];

    private static readonly (decimal From, string Letter, decimal Points)[] Waec =
        [(75, "A1", 1), (70, "B2", 2), (65, "B3", 3), (60, "C4", 4), (55, "C5", 5), (50, "C6", 6), (45, "D7", 7), (40, "E8", 8), (0, "F9", 9)];

    /// <summary>The bands of a scale from the top; null for a linear one.</summary>
    public static (decimal From, string Letter, decimal Points)[]? Of(ScoreScale scale) => scale switch
    {
        ScoreScale.FourPoint => Four,
        ScoreScale.FourPointPlusMinus => FourPlusMinus,
        ScoreScale.FivePoint => Five,
        ScoreScale.Waec => Waec,
        _ => null,
    };

    /// <summary>The band of a percentage, compared exactly; what is below 0 belongs to the last.</summary>
    public static (decimal From, string Letter, decimal Points) Find((decimal From, string Letter, decimal Points)[] bands, decimal percentage)
    {
        foreach (var band in bands)
            if (percentage >= band.From)
                return band;
        return bands[^1];
    }
}
