namespace Mlj.Actions;

/// <summary>The lower bounds of the scales, from the best grade down.</summary>
internal static class GradeBounds
{
    public static IReadOnlyList<(string Grade, decimal From)> Of(GradeScale scale) => scale switch
    {
        GradeScale.PlusMinus =>
        [
            ("A+", 97), ("A", 93), ("A-", 90), ("B+", 87), ("B", 83), ("B-", 80), ("C+", 77), ("C", 73), ("C-", 70), ("D+", 67), ("D", 63), ("D-", 60), ("F", 0),
        ],
        GradeScale.Waec => [("A1", 75), ("B2", 70), ("B3", 65), ("C4", 60), ("C5", 55), ("C6", 50), ("D7", 45), ("E8", 40), ("F9", 0)],
        GradeScale.NigerianUniversity => [("A", 70), ("B", 60), ("C", 50), ("D", 45), ("E", 40), ("F", 0)],
        _ => [("A", 90), ("B", 80), ("C", 70), ("D", 60), ("F", 0)],
    };
}
