using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlj.OpenXml;

/// <summary>
/// Looks for bytes that are no UTF-8 and for control characters, sixteen bytes at a time and more where all is plain. Method for UTF-8: Keiser and Lemire, "Validating
/// UTF-8 In Less Than One Instruction Per Byte" (2020): what two bytes side by side may be wrong for is looked up by three of their four
/// halves, a bit for each reason, and a reason that all three name is one.
/// </summary>
internal static class XmlBytes
{
    public const int MinLength = 32;

    private const int PlainBlock = 2 * 32;

    private const byte TooShort = 1, TooLong = 2, Overlong3 = 4, TooLarge = 8, Surrogate = 16, Overlong2 = 32, TooLarge1000 = 64, Overlong4 = 64, TwoContinuations = 128;
    private const byte Carry = TooShort | TooLong | TwoContinuations;
    private const byte Continued = TooLong | Overlong2 | TwoContinuations;

    /// <summary>Whether none of that is there; a character at the end that is not whole is not seen.</summary>
    /// <param name="bytes">At least <see cref="MinLength"/> bytes.</param>
    /// <param name="hasHighCharacters">Whether there may be characters from U+F000 to U+FFFF, among which are two that no document may have.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Few calls with many bytes: it would be compiled anew when nearly all is done.
    public static bool AreFine(ReadOnlySpan<byte> bytes, out bool hasHighCharacters)
    {
        const int Block = 16;
        // Every block is seen with the three bytes before it; the first has none.
        Span<byte> start = stackalloc byte[2 * Block];
        start[..Block].Clear();
        bytes[..Block].CopyTo(start[Block..]);
        var high = Vector128<byte>.Zero;
        var wrong = Check(ref start[Block], ref high);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var last = bytes.Length - Block;
        for (var at = Block; at < last; at += Block)
        {
            // Most of it is plain, and needs no more than this as long as no character goes on into it.
            while (at + PlainBlock <= last && IsPlain(ref Unsafe.Add(ref first, at)) && Unsafe.Add(ref first, at - 1) < 0x80)
                at += PlainBlock;
            wrong |= Check(ref Unsafe.Add(ref first, Math.Min(at, last)), ref high);
        }
        wrong |= Check(ref Unsafe.Add(ref first, last), ref high);
        hasHighCharacters = high != Vector128<byte>.Zero;
        return wrong == Vector128<byte>.Zero;
    }

    // Whether a block has neither controls, with tabs and line ends among them, nor anything but ASCII: as signed numbers all those are lower.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(ref byte here) =>
        Vector256.GreaterThanAll(Vector256.Min(Vector256.LoadUnsafe(ref here).AsSByte(), Vector256.LoadUnsafe(ref here, 32).AsSByte()), Vector256.Create((sbyte)0x1F));

    // Not zero where something is wrong.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Check(ref byte here, ref Vector128<byte> high)
    {
        var block = Vector128.LoadUnsafe(ref here);
        var third = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref here, 3));
        var isSpace = Vector128.Equals(block, Vector128.Create((byte)'\t')) | Vector128.Equals(block, Vector128.Create((byte)'\n')) | Vector128.Equals(block, Vector128.Create((byte)'\r'));
        var controls = Vector128.AndNot(Vector128.LessThan(block, Vector128.Create((byte)0x20)), isSpace);
        if ((block | third).ExtractMostSignificantBits() == 0)
            return controls;
        high |= Vector128.Equals(block, Vector128.Create((byte)0xEF));
        var before = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref here, 1));
        var second = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref here, 2));
        var reasons = Vector128.ShuffleNative(ByHighHalf, before >>> 4) & Vector128.ShuffleNative(ByLowHalf, before & Vector128.Create((byte)0x0F)) & Vector128.ShuffleNative(ByNextHighHalf, block >>> 4);
        // The third and the fourth byte of a character must be continuations, and only they may be two of them side by side.
        var mustContinue = (Vector128.GreaterThanOrEqual(second, Vector128.Create((byte)0xE0)) | Vector128.GreaterThanOrEqual(third, Vector128.Create((byte)0xF0))) & Vector128.Create(TwoContinuations);
        return controls | (reasons ^ mustContinue);
    }

    private static Vector128<byte> ByHighHalf => Vector128.Create(
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLarge1000 | Overlong4);

    private static Vector128<byte> ByLowHalf => Vector128.Create(
        (byte)(Carry | Overlong3 | Overlong2 | Overlong4), Carry | Overlong2, Carry, Carry, Carry | TooLarge,
        Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000,
        Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000,
        Carry | TooLarge | TooLarge1000 | Surrogate, Carry | TooLarge | TooLarge1000, Carry | TooLarge | TooLarge1000);

    private static Vector128<byte> ByNextHighHalf => Vector128.Create(
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        Continued | Overlong3 | TooLarge1000 | Overlong4, Continued | Overlong3 | TooLarge, Continued | Surrogate | TooLarge, Continued | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort);
}
