using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlj.Sources.Xlsx;

/// <summary>Reads decimal numbers as programs write them: <c>17</c>, <c>-0.583</c>, <c>1E-7</c>.</summary>
internal static class PlainNumber
{
    // So large a whole number has no loss, and neither has the power of ten: one division rounds once, as the best value does.
    private const ulong MaxExact = 1UL << 53;

    // So many digits fit into 64 bits, whatever they are.
    private const int MaxDigits = 19;

    // So many digits are read at once, and one fewer is sure to be all of them.
    private const int ManyDigits = 8;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19];

    private static ReadOnlySpan<uint> WholePowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    // 1/10, 1/100 and so on: the first 64 bits behind the zeros.
    private static ReadOnlySpan<ulong> InversesOfPowersOfTen =>
    [
        0xCCCCCCCCCCCCCCCC, 0xA3D70A3D70A3D70A, 0x83126E978D4FDF3B, 0xD1B71758E219652B, 0xA7C5AC471B478423,
        0x8637BD05AF6C69B5, 0xD6BF94D5E57A42BC, 0xABCC77118461CEFC, 0x89705F4136B4A597, 0xDBE6FECEBDEDD5BE,
        0xAFEBFF0BCB24AAFE, 0x8CBCCC096F5088CB, 0xE12E13424BB40E13, 0xB424DC35095CD80F, 0x901D7CF73AB0ACD9,
        0xE69594BEC44DE15B, 0xB877AA3236A4B449, 0x9392EE8E921D5D07, 0xEC1E4A7DB69561A5,
    ];

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
        var count = ReadManyDigits(ref Unsafe.Add(ref here, at), ref digits);
        at += count;
        var places = 0;
        if (Unsafe.Add(ref here, at) == '.')
        {
            places = ReadManyDigits(ref Unsafe.Add(ref here, at + 1), ref digits);
            at += 1 + places;
        }
        count += places;
        if (Unsafe.Add(ref here, at) == '<' && count is > 0 and <= MaxDigits && TryDivide(digits, places, out number))
        {
            if (here == '-')
                number = -number;
            return at;
        }
        while (Unsafe.Add(ref here, at) is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'E' or (byte)'e' or (byte)'+' or (byte)'-')
            at++;
        number = 0;
        return Unsafe.Add(ref here, at) == '<' && TryParse(MemoryMarshal.CreateReadOnlySpan(ref here, at), out number) ? at : 0;
    }

    // Reads digits behind others, up to some more than can be a number here.
    private static int ReadManyDigits(ref byte here, ref ulong number)
    {
        var count = 0;
        int read;
        do
        {
            read = ReadDigits(ref Unsafe.Add(ref here, count), out var digits);
            number = number * WholePowersOfTen[read] + digits;
            count += read;
        }
        while (read == ManyDigits && count <= MaxDigits);
        return count;
    }

    // Divides by a power of ten, to the nearest number that there is. Returns false when it cannot be told so simply which one is nearest.
    private static bool TryDivide(ulong digits, int places, out double number)
    {
        if (digits <= MaxExact || places == 0)
        {
            number = digits / PowersOfTen[places];
            return true;
        }
        // A product with the inverse in place of the division, of two numbers moved up until their highest bits are set. The inverse is cut
        // off, so that the true product is above this one, by less than one in the upper half.
        var shift = BitOperations.LeadingZeroCount(digits);
        var product = Math.BigMul(digits << shift, InversesOfPowersOfTen[places - 1], out _);
        var below = product >> 63 == 0 ? 10 : 11;
        var half = 1UL << (below - 1);
        var rest = product & (2 * half - 1);
        // From the half up it is more than the half. One below the half it may be either.
        var nearest = (product >> below) + (rest >= half ? 1UL : 0);
        var bitsOfPower = (places * 217706 >> 16) + 1;
        number = nearest * BitConverter.UInt64BitsToDouble((ulong)(1023 + 1 + below - shift - bitsOfPower) << 52);
        return rest != half - 1;
    }
}
