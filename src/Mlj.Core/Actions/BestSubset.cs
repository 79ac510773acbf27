namespace Mlj.Actions;

/// <summary>
/// Which scores to leave out so that the weighted mean of the others is the highest there is. Leaving out the lowest ones one by one does
/// not find it. Dinkelbach's method does (On nonlinear fractional programming, Management Science 13, 1967): with a mean q at hand, the
/// scores with the largest weight * (score - q) are at least as good; where they are no better, q is the highest.
/// </summary>
internal static class BestSubset
{
    /// <summary>Marks the scores to leave out.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="weights">Their weights, above 0.</param>
    /// <param name="left">How many to leave out; fewer than there are.</param>
    /// <param name="isLeft">Where to mark; marks that stand there are a first guess of the right number.</param>
    public static void Mark(ReadOnlySpan<decimal> scores, ReadOnlySpan<decimal> weights, int left, Span<bool> isLeft)
    {
        if (!MarkRoughly(scores, weights, left, isLeft))
            MarkExactly(scores, weights, left, isLeft);
    }

    /// <summary>The weighted mean of the scores that are not marked.</summary>
    public static decimal Mean(ReadOnlySpan<decimal> scores, ReadOnlySpan<decimal> weights, ReadOnlySpan<bool> isLeft)
    {
        decimal sum = 0, weight = 0;
        for (var index = 0; index < scores.Length; index++)
            if (!isLeft[index])
            {
                sum += scores[index] * weights[index];
                weight += weights[index];
            }
        return ExactMean.Of(sum, weight);
    }

    /// <summary>Marks the lowest values, among equals the first.</summary>
    public static void MarkLowest<T>(ReadOnlySpan<T> values, int left, Span<bool> isLeft) where T : IComparable<T>
    {
        isLeft.Clear();
        for (; left > 0; left--)
        {
            var lowest = -1;
            for (var index = 0; index < values.Length; index++)
                if (!isLeft[index] && (lowest < 0 || values[index].CompareTo(values[lowest]) < 0))
                    lowest = index;
            isLeft[lowest] = true;
        }
    }

    /// <summary>In doubles, which are quick.</summary>
    /// <returns>Whether the marks are certain; not so where two scores are so near that decimals must decide.</returns>
    private static bool MarkRoughly(ReadOnlySpan<decimal> scores, ReadOnlySpan<decimal> weights, int left, Span<bool> isLeft)
    {
        const double surely = 1e-9;
        Span<double> score = stackalloc double[scores.Length], weight = stackalloc double[scores.Length], key = stackalloc double[scores.Length];
        for (var index = 0; index < scores.Length; index++)
            (score[index], weight[index]) = ((double)scores[index], (double)weights[index]);
        for (var last = double.NegativeInfinity; ;)
        {
            double sum = 0, total = 0, largest = 0, former = double.NegativeInfinity, kept = double.PositiveInfinity;
            for (var index = 0; index < score.Length; index++)
                if (!isLeft[index])
                {
                    sum += score[index] * weight[index];
                    total += weight[index];
                }
            var mean = sum / total;
            if (!(mean > last))
                return false;
            last = mean;
            for (var index = 0; index < score.Length; index++)
            {
                key[index] = weight[index] * (score[index] - mean);
                largest = Math.Max(largest, weight[index] * (Math.Abs(score[index]) + Math.Abs(mean)));
                if (isLeft[index])
                    former = Math.Max(former, key[index]);
                else
                    kept = Math.Min(kept, key[index]);
            }
            // The marks stand when everything that is left out is below everything that is kept.
            if (former < kept)
                return kept - former > surely * largest;
            MarkLowest<double>(key, left, isLeft);
        }
    }

    private static void MarkExactly(ReadOnlySpan<decimal> scores, ReadOnlySpan<decimal> weights, int left, Span<bool> isLeft)
    {
        Span<decimal> key = stackalloc decimal[scores.Length];
        Span<bool> next = stackalloc bool[scores.Length];
        for (var mean = Mean(scores, weights, isLeft); ;)
        {
            for (var index = 0; index < scores.Length; index++)
                key[index] = weights[index] * (scores[index] - mean);
            MarkLowest<decimal>(key, left, next);
            var better = Mean(scores, weights, next);
            if (better <= mean)
                return;
            next.CopyTo(isLeft);
            mean = better;
        }
    }
}
