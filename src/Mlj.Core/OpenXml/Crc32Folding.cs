using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Mlj.OpenXml;

/// <summary>
/// Folds many bytes into sixteen that have the same remainder, by multiplication without carry: a block that stands n bits before another
/// is the same as its product with x^n, taken modulo the polynomial, at the other's place. Method: Gopal and others, "Fast CRC Computation
/// for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009).
/// </summary>
internal static class Crc32Folding
{
    public const int MinLength = 4 * FoldedLength;
    public const int FoldedLength = 16;

    public static bool IsSupported => Pclmulqdq.IsSupported;

    // x^n modulo the polynomial, bits reversed, for the two halves of a block that moves on by 64 and by 16 bytes.
    private static Vector128<ulong> ByFourBlocks => Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);

    // The same for 128 bytes, twice.
    private static Vector256<ulong> ByFourPairs => Vector256.Create(Vector128.Create(0x01e88ef372UL, 0x014a7fe880UL));

    private static Vector128<ulong> ByOneBlock => Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);

    /// <summary>Folds as many whole blocks as there are.</summary>
    /// <param name="state">The inverted checksum of what came before.</param>
    /// <param name="bytes">At least <see cref="MinLength"/> bytes.</param>
    /// <param name="folded">Where the sixteen bytes go.</param>
    /// <returns>How many bytes were folded.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Few calls with many bytes: it would be compiled anew when nearly all is done.
    public static int Fold(uint state, ReadOnlySpan<byte> bytes, Span<byte> folded)
    {
        if (Pclmulqdq.V256.IsSupported && bytes.Length >= 2 * MinLength)
            return FoldPairs(state, bytes, folded);
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var count = blocks.Length;
        var first = blocks[0] ^ Vector128.CreateScalar(state).AsUInt64();
        var second = blocks[1];
        var third = blocks[2];
        var fourth = blocks[3];
        blocks = blocks[4..];
        // Four chains, because a multiplication takes longer than it takes to begin the next.
        while (blocks.Length >= 4)
        {
            first = MoveOn(first, ByFourBlocks) ^ blocks[0];
            second = MoveOn(second, ByFourBlocks) ^ blocks[1];
            third = MoveOn(third, ByFourBlocks) ^ blocks[2];
            fourth = MoveOn(fourth, ByFourBlocks) ^ blocks[3];
            blocks = blocks[4..];
        }
        first = MoveOn(first, ByOneBlock) ^ second;
        first = MoveOn(first, ByOneBlock) ^ third;
        first = MoveOn(first, ByOneBlock) ^ fourth;
        foreach (var block in blocks)
            first = MoveOn(first, ByOneBlock) ^ block;
        first.AsByte().CopyTo(folded);
        return count * FoldedLength;
    }

    // The same with two blocks in each chain.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FoldPairs(uint state, ReadOnlySpan<byte> bytes, Span<byte> folded)
    {
        var pairs = MemoryMarshal.Cast<byte, Vector256<ulong>>(bytes);
        var count = pairs.Length;
        var first = pairs[0] ^ Vector256.CreateScalar((ulong)state);
        var second = pairs[1];
        var third = pairs[2];
        var fourth = pairs[3];
        pairs = pairs[4..];
        while (pairs.Length >= 4)
        {
            first = MoveOn(first, ByFourPairs) ^ pairs[0];
            second = MoveOn(second, ByFourPairs) ^ pairs[1];
            third = MoveOn(third, ByFourPairs) ^ pairs[2];
            fourth = MoveOn(fourth, ByFourPairs) ^ pairs[3];
            pairs = pairs[4..];
        }
        var all = MoveOn(first.GetLower(), ByOneBlock) ^ first.GetUpper();
        all = Join(Join(Join(all, second), third), fourth);
        foreach (var pair in pairs)
            all = Join(all, pair);
        all.AsByte().CopyTo(folded);
        return count * 2 * FoldedLength;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Join(Vector128<ulong> before, Vector256<ulong> pair) =>
        MoveOn(MoveOn(before, ByOneBlock) ^ pair.GetLower(), ByOneBlock) ^ pair.GetUpper();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> MoveOn(Vector256<ulong> pair, Vector256<ulong> powers) =>
        Pclmulqdq.V256.CarrylessMultiply(pair, powers, 0x00) ^ Pclmulqdq.V256.CarrylessMultiply(pair, powers, 0x11);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> MoveOn(Vector128<ulong> block, Vector128<ulong> powers) =>
        Pclmulqdq.CarrylessMultiply(block, powers, 0x00) ^ Pclmulqdq.CarrylessMultiply(block, powers, 0x11);
}
