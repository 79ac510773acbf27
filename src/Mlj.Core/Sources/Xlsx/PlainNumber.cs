using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlj.Sources.Xlsx;

/// <summary>Reads decimal numbers as programs write them: <c>17</c>, <c>-0.583</c>, <c>1E-7</c>.</summary>
internal static class PlainNumber
{
    // Up to fifteen digits are a whole number without loss, and so is the power of ten: one division rounds once, as the best value does.
    private const int MaxExactDigits = 15;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads the number of a whole text.</summary>
    /// <returns>False when it is none; words for infinity are none, and neither is what is too large.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out double number) =>
        double.TryParse(utf8, Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Reads the number at a place, and moves behind it.</summary>
    public static bool TryTake(ref byte bytes, ref int at, out double number)
    {
        var start = at;
        var isNegative = Ahead.At(ref bytes, at) == '-';
        if (isNegative)
            at++;
        var first = at;
        ulong digits = 0;
        uint digit;
        while ((digit = Ahead.At(ref bytes, at) - (uint)'0') <= 9)
        {
            digits = digits * 10 + digit;
            at++;
        }
        var count = at - first;
        var places = 0;
        if (Ahead.At(ref bytes, at) == '.')
        {
            var point = ++at;
            while ((digit = Ahead.At(ref bytes, at) - (uint)'0') <= 9)
            {
                digits = digits * 10 + digit;
                at++;
            }
            places = at - point;
            count += places;
        }
        if (Ahead.At(ref bytes, at) != '<' || count > MaxExactDigits)
            return TryTakeLong(ref bytes, start, ref at, out number);
        number = digits;
        if (places > 0)
            number /= Unsafe.Add(ref MemoryMarshal.GetReference(PowersOfTen), places);
        if (isNegative)
            number = -number;
        return count > 0;
    }

    private static bool TryTakeLong(ref byte bytes, int start, ref int at, out double number)
    {
        number = 0;
        while (char.IsAsciiDigit((char)Ahead.At(ref bytes, at)) || Ahead.At(ref bytes, at) is (byte)'E' or (byte)'e' or (byte)'+' or (byte)'-')
            at++;
        return Ahead.At(ref bytes, at) == '<' && TryParse(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref bytes, start), at - start), out number);
    }
}
