namespace Mlj.Actions;

/// <summary>The lower bounds of the scales, from the best grade down.</summary>
internal static class GradeBounds
{
    public static IReadOnlyList<(string Grade, decimal From)> Of(GradeScale scale)
    {
        var bands = GradeBands.Of(scale switch
        {
            GradeScale.PlusMinus => ScoreScale.FourPointPlusMinus,
            GradeScale.Waec => ScoreScale.Waec,
            GradeScale.NigerianUniversity => ScoreScale.FivePoint,
            _ => ScoreScale.FourPoint,
        })!;
        return [.. bands.Select(band => (band.Letter, band.From))];
    }
}
