namespace Mlj.Merging.Identity;

/// <summary>What the pattern of tests says: people who fill each other's gaps, or who sat the same tests.</summary>
/// <param name="Common">How many tests both sat, exact copies aside.</param>
/// <param name="Gap">The time between the two nearest attempts at one test; null when there is none or times are not known.</param>
/// <param name="Again">A test that was handed in under both within <see cref="EvidenceWeights.SameTime"/> with nearly the same score; null when there is none.</param>
/// <param name="Weight">What it weighs, whatever the time and the scores.</param>
internal readonly record struct TestEvidence(int Common, TimeSpan? Gap, int? Again, double Weight)
{
    /// <summary>Whether both were at one test at about the same time.</summary>
    public bool AtTheSameTime => Gap <= EvidenceWeights.SameTime;

    /// <param name="one">One of the two.</param>
    /// <param name="other">The other.</param>
    /// <param name="tests">How many tests anybody sat.</param>
    public static TestEvidence Between(PersonProfile one, PersonProfile other, int tests)
    {
        var (common, copies) = (0, 0);
        TimeSpan? nearest = null;
        int? again = null;
        foreach (var (sitting, against) in Shared(one.Sittings, other.Sittings))
            if (sitting.IsCopyOf(against))
                copies++;
            else
            {
                common++;
                if (sitting.GapTo(against) is not { } gap)
                    continue;
                if (nearest is null || gap < nearest)
                    nearest = gap;
                if (gap <= EvidenceWeights.SameTime && again is null && sitting.AgainIn(against) is not null)
                    again = sitting.Test;
            }
        return new TestEvidence(common, nearest, again, common > 0 ? OfCommon(common) : copies > 0 ? 0 : OfComplementary(one.Sittings.Length, other.Sittings.Length, tests));
    }

    /// <summary>The sittings of the tests that both sat.</summary>
    public static IEnumerable<(Sitting One, Sitting Other)> Shared(Sitting[] one, Sitting[] other)
    {
        var (index, against) = (0, 0);
        while (index < one.Length && against < other.Length)
        {
            var order = one[index].Test.CompareTo(other[against].Test);
            if (order == 0)
                yield return (one[index], other[against]);
            if (order <= 0)
                index++;
            if (order >= 0)
                against++;
        }
    }

    private static double OfCommon(int common) =>
        Math.Max(EvidenceWeights.CommonTestsAtMost, EvidenceWeights.CommonTest + ((common - 1) * EvidenceWeights.FurtherCommonTest));

    /// <summary>
    /// How surprising it would be that two people who have nothing to do with each other sat no test in common: of all ways to choose their
    /// tests, the share without one in common.
    /// </summary>
    private static double OfComplementary(int one, int other, int tests)
    {
        var surprise = 0.0;
        for (var chosen = 0; chosen < other; chosen++)
            surprise += Math.Log2((double)(tests - chosen) / (tests - one - chosen));
        return Math.Min(EvidenceWeights.ComplementaryAtMost, surprise);
    }
}
