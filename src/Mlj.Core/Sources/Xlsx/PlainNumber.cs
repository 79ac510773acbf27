using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlj.Sources.Xlsx;

/// <summary>Reads decimal numbers as programs write them: <c>17</c>, <c>-0.583</c>, <c>1E-7</c>.</summary>
internal static class PlainNumber
{
    // Up to fifteen digits are a whole number without loss, and so is the power of ten: one division rounds once, as the best value does.
    private const int MaxExactDigits = 15;

    // So many digits are read at once, and one fewer is sure to be all of them.
    private const int ManyDigits = 8;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads the number of a whole text.</summary>
    /// <returns>False when it is none; words for infinity are none, and neither is what is too large.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out double number) =>
        double.TryParse(utf8, Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Reads the number that stands before a tag.</summary>
    /// <returns>Its length; 0 when there is none, or none that is written so.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref byte here, out double number)
    {
        var sign = here == '-' ? 1 : 0;
        var count = ReadDigits(ref Unsafe.Add(ref here, sign), out var digits);
        var length = sign + count;
        number = digits;
        if (Unsafe.Add(ref here, length) == '.')
        {
            var places = ReadDigits(ref Unsafe.Add(ref here, length + 1), out var fraction);
            var power = Unsafe.Add(ref MemoryMarshal.GetReference(PowersOfTen), places);
            number = (digits * power + fraction) / power;
            length += 1 + places;
            count = Math.Max(count, places);
        }
        if (Unsafe.Add(ref here, length) != '<' || count is 0 or ManyDigits)
            return ReadLong(ref here, out number);
        if (sign != 0)
            number = -number;
        return length;
    }

    /// <summary>Reads a whole number without sign of up to seven digits.</summary>
    /// <returns>How many digits there are; 8 when there are as many or more, of which eight are read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadDigits(ref byte here, out uint number)
    {
        // Eight bytes at once and no loop, because the lengths of numbers are what no processor can foretell. The first byte that is no
        // digit ends the number; moved to the top, the digits have zeros in front of them, and pairs of them become one number at a time.
        var digits = Ahead.EightBytes(ref here) ^ 0x3030303030303030;
        var others = (digits | (digits + 0x7676767676767676)) & 0x8080808080808080;
        var count = BitOperations.TrailingZeroCount(others) >> 3;
        digits = count == 0 ? 0 : digits << (64 - 8 * count);
        digits = digits * 2561 >> 8;
        digits = (digits & 0x00FF00FF00FF00FF) * 6553601 >> 16;
        number = (uint)((digits & 0x0000FFFF0000FFFF) * 42949672960001 >> 32);
        return count;
    }

    private static int ReadLong(ref byte here, out double number)
    {
        var at = here == '-' ? 1 : 0;
        ulong digits = 0;
        int count = 0, places = 0;
        var isFraction = false;
        for (; ; at++)
        {
            var next = Unsafe.Add(ref here, at);
            if (char.IsAsciiDigit((char)next))
            {
                digits = digits * 10 + next - '0';
                count++;
                places += isFraction ? 1 : 0;
            }
            else if (next == '.' && !isFraction)
                isFraction = true;
            else
                break;
        }
        if (Unsafe.Add(ref here, at) == '<' && count is > 0 and <= MaxExactDigits)
        {
            number = digits / PowersOfTen[places];
            if (here == '-')
                number = -number;
            return at;
        }
        while (char.IsAsciiDigit((char)Unsafe.Add(ref here, at)) || Unsafe.Add(ref here, at) is (byte)'E' or (byte)'e' or (byte)'+' or (byte)'-')
            at++;
        number = 0;
        return Unsafe.Add(ref here, at) == '<' && TryParse(MemoryMarshal.CreateReadOnlySpan(ref here, at), out number) ? at : 0;
    }
}
