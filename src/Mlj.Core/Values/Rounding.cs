using System.Globalization;

namespace Mlj.Values;

/// <summary>Rounding as spreadsheet programs do it: half away from zero, once, at the end.</summary>
public static class Rounding
{
    /// <summary>The value at a number of decimals, half away from zero (the rule of Excel's ROUND).</summary>
    /// <param name="value">The value to round.</param>
    /// <param name="decimals">Digits after the decimal mark, 0 to 28.</param>
    public static decimal HalfAwayFromZero(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>
    /// The value as it may be shown beside a verdict: rounded half away from zero to <paramref name="decimals"/> digits, or to as many
    /// more as it takes so that rounding does not carry it onto or over one of the boundaries.
    /// With boundary 50, 49.996 at two digits is shown as 49.996 and not as 50.00, which would stand beside FAIL.
    /// </summary>
    /// <param name="value">The value to show.</param>
    /// <param name="decimals">The usual number of digits after the decimal mark.</param>
    /// <param name="boundaries">Values whose side must not be hidden: a pass mark, the lower bounds of grades, 100.</param>
    public static decimal Honest(decimal value, int decimals, IReadOnlyList<decimal> boundaries)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        for (var digits = decimals; digits < 28; digits++)
        {
            var rounded = HalfAwayFromZero(value, digits);
            if (!CrossesAny(value, rounded, boundaries))
                return rounded;
        }
        return value;
    }

    /// <summary>The text of <see cref="Honest"/> with at least <paramref name="decimals"/> digits after the mark, by the invariant culture.</summary>
    public static string HonestText(decimal value, int decimals, IReadOnlyList<decimal> boundaries)
    {
        var shown = Honest(value, decimals, boundaries);
        return shown.ToString("F" + Math.Max(decimals, shown.Scale).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static bool CrossesAny(decimal value, decimal rounded, IReadOnlyList<decimal> boundaries)
    {
        foreach (var boundary in boundaries)
            if (value.CompareTo(boundary) != rounded.CompareTo(boundary))
                return true;
        return false;
    }
}
