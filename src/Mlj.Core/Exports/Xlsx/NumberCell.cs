using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Exports.Xlsx;

/// <summary>A number as a workbook keeps it: a double, of which spreadsheet programs show 15 significant digits.</summary>
/// <param name="Value">The number's text in the file, as short as it can be.</param>
/// <param name="Decimals">Digits after the mark to show; null leaves it to the program, which then has room for all of them.</param>
internal readonly record struct NumberCell(string Value, int? Decimals)
{
    /// <summary>The most decimals that a number is shown with.</summary>
    public const int MaxDecimals = 28;

    /// <summary>The most characters of a number that the narrowest column shows in the general format without rounding it.</summary>
    public const int GeneralFits = 8;

    private const int DigitsShown = 15;

    /// <summary>The cell of a number in a column's format.</summary>
    public static NumberCell Of(decimal number, NumberFormat format)
    {
        var (shown, value) = Store(number, format.Boundaries);
        if (format.Decimals is not { } usual)
            return new(value, value.Length <= GeneralFits && !value.Contains('E', StringComparison.Ordinal) ? null : shown.Scale);
        var decimals = Math.Clamp(usual, 0, MaxDecimals);
        return new(value, Math.Max(decimals, Rounding.Honest(shown, decimals, format.Boundaries).Scale));
    }

    // What can be shown of the number, and its text in the file.
    private static (decimal Shown, string Text) Store(decimal number, IReadOnlyList<decimal> boundaries)
    {
        Span<char> buffer = stackalloc char[40];
        number.TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture);
        if (length <= DigitsShown)
            return Exactly(number);
        var stored = double.Parse(buffer[..length], CultureInfo.InvariantCulture);
        var shown = NumberText.ToDecimal(stored) ?? number;
        if (shown == number)
            return Exactly(number);
        foreach (var boundary in boundaries)
            if (number.CompareTo(boundary) != shown.CompareTo(boundary))
            {
                // 15 digits would carry the number onto a boundary: the last of them gives way, so that program and verdict agree.
                var step = LastDigit(number);
                return Exactly(shown > number ? shown - step : shown + step);
            }
        return (shown, stored.ToString("R", CultureInfo.InvariantCulture));
    }

    private static (decimal Shown, string Text) Exactly(decimal number)
    {
        var trimmed = Trimmed(number);
        return (trimmed, trimmed.ToString(CultureInfo.InvariantCulture));
    }

    private static decimal LastDigit(decimal number)
    {
        var step = 1m;
        var size = Math.Abs(number);
        for (var edge = 1e14m; size < edge && step > 1e-28m; edge /= 10)
            step /= 10;
        return step;
    }

    // Without zeros at the end of the fraction, which a decimal keeps; dividing by a one of 28 decimals drops them. No minus zero.
    private static decimal Trimmed(decimal number) => number == 0 ? 0 : number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;
}
