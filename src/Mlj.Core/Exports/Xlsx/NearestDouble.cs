namespace Mlj.Exports.Xlsx;

/// <summary>
/// The double nearest to a decimal, without the way over its text. (A cast is often a neighbour of it.) The quotient is worked out as a sum of
/// two doubles, which together are exact to a hundred bits.
/// </summary>
internal static class NearestDouble
{
    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
        1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
    ];

    // What the powers above 10^22 have beyond the digits of a double.
    private static readonly double[] PowersRest = [.. new double[23], 8388608, 16777216, -905969664, -4764729344, -13287555072, 416880263168];

    /// <summary>The nearest double of a decimal that is not zero, given in its parts.</summary>
    /// <param name="high">The upper 32 bits of its digits.</param>
    /// <param name="low">The lower 64 bits of its digits.</param>
    /// <param name="scale">How many of the digits stand behind the mark.</param>
    /// <param name="nearest">The double.</param>
    /// <returns>
    /// False where two doubles are so equally near that a hundred bits do not tell, and at powers of two, whose neighbours are not equally far.
    /// </returns>
    public static bool TryOf(uint high, ulong low, int scale, out double nearest)
    {
        // The digits as a sum of two: exact, for each part and each difference has no more bits than a double.
        var upper = high * 18446744073709551616.0;
        var middle = (low >> 32) * 4294967296.0;
        var sum = upper + middle;
        var rest = middle - (sum - upper) + (uint)low;
        var digits = sum + rest;
        rest -= digits - sum;

        var power = Powers[scale];
        var first = digits / power;
        var remainder = Math.FusedMultiplyAdd(-first, power, digits) + rest - first * PowersRest[scale];
        var second = remainder / power;
        nearest = first + second;
        var beyond = Math.Abs(second - (nearest - first));
        var halfStep = (Math.BitIncrement(nearest) - nearest) / 2;
        return beyond < halfStep * (1 - 1e-9) && BitConverter.DoubleToUInt64Bits(nearest) << 12 != 0;
    }
}
