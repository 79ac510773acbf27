namespace Mlj.Tests.Actions;

/// <summary>The scoring of the program that is replaced, written down a second time from its description, in exact numbers.</summary>
internal static class ScoringOracle
{
    public static Fraction Assignment(IReadOnlyList<Fraction?> scores)
    {
        var completed = scores.OfType<Fraction>().Where(score => score > 0).ToList();
        var position = new Fraction(1, 2);
        if (completed.Count > 0)
        {
            var mean = completed.Aggregate((Fraction)0, (sum, score) => sum + score) / completed.Count;
            position = mean >= 85 ? new(9, 10) : mean >= 75 ? new(7, 10) : mean >= 65 ? new(5, 10) : mean >= 55 ? new(3, 10) : new(1, 10);
        }
        var ratio = new Fraction(completed.Count, scores.Count);
        if (ratio >= new Fraction(8, 10))
            return 85 + 8 * position;
        if (ratio >= new Fraction(6, 10))
            return 80;
        if (ratio >= new Fraction(4, 10))
            return 70 + 5 * position;
        return 50;
    }

    public static Fraction FinalAverage(IReadOnlyList<Fraction?> scores) =>
        (scores.Aggregate((Fraction)0, (sum, score) => sum + (score ?? 0)) + Assignment(scores)) / (scores.Count + 1);

    public static Fraction? Mean(IReadOnlyList<Fraction?> scores)
    {
        var taken = scores.OfType<Fraction>().ToList();
        return taken.Count == 0 ? null : taken.Aggregate((Fraction)0, (sum, score) => sum + score) / taken.Count;
    }
}
