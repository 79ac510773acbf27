using System.Buffers.Text;
using Mlj.Tables;

namespace Mlj.Exports.Xlsx;

/// <summary>
/// Writes the numbers of a column as <see cref="NumberCell"/> says, without a string on the way. It knows the usual numbers only, and leaves
/// the others, those near a boundary above all, to it.
/// </summary>
internal sealed class QuickNumber
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int MaxLength = 24;

    private const ulong MoreThanExact = 1_000_000_000_000_000;
    private const double Smallest = 0.001;
    private const double Largest = 1_000_000;
    private const int MostDecimals = 6;

    private static readonly ulong[] Powers = MakePowers();

    private readonly int? _decimals;
    private readonly double[] _boundaries;
    private readonly double _near;

    public QuickNumber(NumberFormat format)
    {
        _decimals = format.Decimals is { } decimals ? Math.Clamp(decimals, 0, NumberCell.MaxDecimals) : null;
        _boundaries = [.. format.Boundaries.Select(boundary => (double)boundary)];
        // Rounding moves a number by half of its last digit; all else that is not exact here is far less.
        _near = _decimals is { } digits and <= MostDecimals ? 2 / (double)Powers[digits] : double.PositiveInfinity;
    }

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">Where to; at least <see cref="MaxLength"/>.</param>
    /// <param name="length">How many bytes it took.</param>
    /// <param name="decimals">As <see cref="NumberCell.Decimals"/>.</param>
    /// <returns>False when the number is none of the usual.</returns>
    public bool TryWrite(decimal number, Span<byte> text, out int length, out int? decimals)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        var scale = (int)number.Scale;
        var isNegative = parts[3] < 0;
        if (parts[2] == 0)
        {
            DropZeros(ref digits, ref scale);
            if (digits < MoreThanExact)
                return TryWriteExact(digits, scale, isNegative, text, out length, out decimals);
        }
        return TryWriteNearest((uint)parts[2], digits, scale, isNegative, text, out length, out decimals);
    }

    private bool TryWriteExact(ulong digits, int scale, bool isNegative, Span<byte> text, out int length, out int? decimals)
    {
        length = 0;
        decimals = _decimals;
        if (scale >= Powers.Length)
            return false;
        if (decimals is { } shown && scale > shown && !IsFarFromBoundaries(digits / (double)Powers[scale], isNegative))
            return false;
        length = Put(digits, scale, isNegative, text);
        if (decimals is null && length > NumberCell.GeneralFits)
            decimals = scale;
        return true;
    }

    // The shortest digits that read back as the nearest double: the first of 15, 16 or 17 that lie within half a step of it. The double is a
    // fraction shifted, so that a product of 128 bits says so exactly.
    private bool TryWriteNearest(uint high, ulong low, int scale, bool isNegative, Span<byte> text, out int length, out int? decimals)
    {
        length = 0;
        decimals = _decimals;
        if (decimals is null || !NearestDouble.TryOf(high, low, scale, out var nearest)
            || nearest is < Smallest or >= Largest || !IsFarFromBoundaries(nearest, isNegative))
            return false;
        var bits = BitConverter.DoubleToUInt64Bits(nearest);
        var fraction = (bits & 0xF_FFFF_FFFF_FFFF) | 0x10_0000_0000_0000;
        var shift = 1075 - (int)(bits >> 52);
        var fewest = FewestDecimals(nearest);
        for (var tried = fewest; tried < fewest + 3; tried++)
        {
            var power = Powers[tried];
            var upper = Math.BigMul(fraction, power, out var lower);
            var rounded = (upper << (64 - shift)) | (lower >> shift);
            var error = lower & ((1ul << shift) - 1);
            var half = 1ul << (shift - 1);
            if (error > half)
            {
                rounded++;
                error = (1ul << shift) - error;
            }
            if (error == half || error * 2 == power)
                return false;
            if (error * 2 > power)
                continue;
            DropZeros(ref rounded, ref tried);
            length = Put(rounded, tried, isNegative, text);
            return true;
        }
        return false;
    }

    // How many decimals 15 digits leave.
    private static int FewestDecimals(double number)
    {
        var decimals = 17;
        for (var edge = Smallest * 10; number >= edge; edge *= 10)
            decimals--;
        return decimals;
    }

    private bool IsFarFromBoundaries(double size, bool isNegative)
    {
        if (size >= Largest && _boundaries.Length > 0)
            return false;
        var number = isNegative ? -size : size;
        foreach (var boundary in _boundaries)
            if (!(Math.Abs(number - boundary) > _near))
                return false;
        return true;
    }

    private static int Put(ulong digits, int scale, bool isNegative, Span<byte> text)
    {
        var start = 0;
        if (isNegative && digits != 0)
            text[start++] = (byte)'-';
        var whole = digits / Powers[scale];
        Utf8Formatter.TryFormat(whole, text[start..], out var length);
        length += start;
        if (scale == 0)
            return length;
        text[length] = (byte)'.';
        var fraction = digits - whole * Powers[scale];
        for (var place = length + scale; place > length; place--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            text[place] = (byte)('0' + digit);
        }
        return length + 1 + scale;
    }

    private static void DropZeros(ref ulong digits, ref int scale)
    {
        while (scale > 0)
        {
            var (tenth, last) = Math.DivRem(digits, 10);
            if (last != 0)
                return;
            digits = tenth;
            scale--;
        }
    }

    private static ulong[] MakePowers()
    {
        var powers = new ulong[20];
        powers[0] = 1;
        for (var index = 1; index < powers.Length; index++)
            powers[index] = powers[index - 1] * 10;
        return powers;
    }
}
