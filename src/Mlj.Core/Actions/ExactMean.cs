using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// The mean of percentages, freed of what is left over when thirds are added as decimals: 66.66…67 + 33.33…33 can miss 100 by the last of 28
/// digits, which must not decide who passes.
/// </summary>
internal static class ExactMean
{
    private const int Decimals = 20;

    public static decimal Of(decimal sum, int count) => Freed(sum / count);

    public static decimal Of(decimal sum, decimal weights) => Freed(sum / weights);

    /// <summary>A quotient without what is left over.</summary>
    public static decimal Freed(decimal value) => Rounding.HalfAwayFromZero(value, Decimals);
}
