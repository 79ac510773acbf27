using System.Globalization;
using Mlj.Values;

namespace Mlj.Formulas;

/// <summary>Arithmetic that gives nothing instead of failing, and numbers as formulas compare, round and write them.</summary>
internal static class FormulaNumber
{
    /// <summary>What is beyond counts as an overflow.</summary>
    private const double Largest = 7.9e28;

    /// <summary>Two numbers of at most this size have a product that fits.</summary>
    private const decimal Modest = 1e14m;

    /// <summary>Digits after the mark that count; the rest is what thirds leave over when they are added.</summary>
    private const int SettledDecimals = 20;

    private const decimal Unsettled = 1e-20m;

    /// <summary>The digits that spreadsheet programs show.</summary>
    private const int SignificantDigits = 15;

    private const int MostDecimals = 28;

    public static decimal? Add(decimal one, decimal other) =>
        IsModest(one) && IsModest(other) || Math.Abs((double)one + (double)other) < Largest ? one + other : null;

    public static decimal? Multiply(decimal one, decimal other) =>
        IsModest(one) && IsModest(other) || Math.Abs((double)one * (double)other) < Largest ? one * other : null;

    /// <summary>The quotient; the divisor is not 0.</summary>
    public static decimal? Divide(decimal one, decimal other) => Math.Abs((double)one / (double)other) < Largest ? one / other : null;

    /// <summary>
    /// A power: of whole exponents up to 1024 by decimal multiplication, of others through doubles with 15 digits. The base is not 0 where the
    /// exponent is 0 or less, and not negative where the exponent is no whole number.
    /// </summary>
    public static decimal? Power(decimal number, decimal exponent)
    {
        if (exponent != decimal.Truncate(exponent) || Math.Abs(exponent) > 1024)
            return NumberText.ToDecimal(Math.Pow((double)number, (double)exponent));
        decimal? result = 1;
        decimal? square = number;
        for (var rest = (int)Math.Abs(exponent); rest > 0 && result is not null; rest >>= 1)
        {
            if ((rest & 1) == 1)
                result = square is { } factor ? Multiply(result.Value, factor) : null;
            square = square is { } root ? Multiply(root, root) : null;
        }
        if (exponent >= 0 || result is not { } power)
            return exponent >= 0 ? result : NumberText.ToDecimal(Math.Pow((double)number, (double)exponent));
        return power == 0 ? null : Divide(1, power);
    }

    /// <summary>Excel's ROUND: half away from zero; digits below 0 round before the mark.</summary>
    public static decimal? Round(decimal number, decimal digits)
    {
        if (digits >= MostDecimals)
            return number;
        if (digits <= -MostDecimals - 1)
            return 0;
        var places = (int)decimal.Truncate(digits);
        var settled = Rounding.HalfAwayFromZero(number, SettledDecimals);
        if (places >= 0)
            return places < SettledDecimals ? Rounding.HalfAwayFromZero(settled, places) : Rounding.HalfAwayFromZero(number, places);
        var unit = Power(10, -places)!.Value;
        return Multiply(Rounding.HalfAwayFromZero(settled / unit, 0), unit);
    }

    /// <summary>Compares; numbers that differ by less than 1e-20 are equal, so that 1/3*3 is 1.</summary>
    public static int Compare(decimal one, decimal other)
    {
        var order = one.CompareTo(other);
        return order != 0 && IsModest(one) && IsModest(other) && Math.Abs(one - other) < Unsettled ? 0 : order;
    }

    /// <summary>The number as a part of a text, as Excel joins it: 15 significant digits and no more zeros than needed.</summary>
    public static string Text(decimal number)
    {
        var size = Math.Abs(number);
        var decimals = SignificantDigits;
        if (size >= 1)
            for (; size >= 1 && decimals > 0; size /= 10)
                decimals--;
        else if (size > 0)
            for (; size < 0.1m && decimals < MostDecimals; size *= 10)
                decimals++;
        return Rounding.HalfAwayFromZero(number, decimals).ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static bool IsModest(decimal number) => number is >= -Modest and <= Modest;
}
