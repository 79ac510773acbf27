using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mlj.OpenXml;

namespace Mlj.Sources.Xlsx;

/// <summary>
/// Looks at the bytes ahead of a scanner. No look asks where they end: zeros stand behind them (<see cref="XmlWindow.Margin"/>), no
/// expected byte is zero, and every look begins where the one before succeeded, so none goes further beyond the end than the margin.
/// </summary>
internal static class Ahead
{
    /// <summary>The byte at a place.</summary>
    public static ref byte At(byte[] bytes, int place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), place);

    /// <summary>Whether exactly this stands here. At most sixteen bytes, none of them zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ref byte here, ReadOnlySpan<byte> expected) =>
        MemoryMarshal.CreateReadOnlySpan(ref here, expected.Length).SequenceEqual(expected);

    /// <summary>The same, some bytes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ref byte here, int offset, ReadOnlySpan<byte> expected) => Is(ref Unsafe.Add(ref here, offset), expected);

    /// <summary>The next eight bytes, the first of them the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EightBytes(ref byte here)
    {
        var eight = Unsafe.ReadUnaligned<ulong>(ref here);
        return BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight);
    }

    /// <summary>
    /// Measures a text that means what it says: without references, carriage returns and escapes, and well-formed beyond doubt.
    /// </summary>
    /// <param name="here">Where the text begins, behind a tag.</param>
    /// <returns>Its bytes up to the next tag; -1 when something in the text must be looked at closely, or its end has not come.</returns>
    public static int LengthOfPlainText(ref byte here)
    {
        // Every byte that may not be passed over stands at the place that its low half names, so one shuffle compares with all of them.
        var stops = Vector128.Create((byte)0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'&', 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'<', (byte)'\r', (byte)'>', (byte)'_');
        var at = 0;
        while (true)
        {
            // Two blocks at once, which most texts do not fill, so that the processor seldom guesses wrong how many there are.
            var found = Find(stops, ref Unsafe.Add(ref here, at)) | Find(stops, ref Unsafe.Add(ref here, at + Vector128<byte>.Count)) << Vector128<byte>.Count;
            if (found == 0)
            {
                at += 2 * Vector128<byte>.Count;
                continue;
            }
            at += BitOperations.TrailingZeroCount(found);
            var stop = Unsafe.Add(ref here, at);
            if (stop == '<')
                return at;
            var isHarmless = stop == '_' ? Unsafe.Add(ref here, at + 1) != 'x' : stop == '>' && Unsafe.Add(ref here, at - 1) != ']';
            if (!isHarmless)
                return -1;
            at++;
        }
    }

    /// <summary>How far it is to the next tag; 32 when it is not within the next 32 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthToTag(ref byte here) =>
        BitOperations.TrailingZeroCount(Vector256.Equals(Vector256.LoadUnsafe(ref here), Vector256.Create((byte)'<')).ExtractMostSignificantBits());

    // A bit for each byte that is the one of the stops that its low half names.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Find(Vector128<byte> stops, ref byte here)
    {
        var block = Vector128.LoadUnsafe(ref here);
        return Vector128.Equals(Vector128.ShuffleNative(stops, block & Vector128.Create((byte)0x0F)), block).ExtractMostSignificantBits();
    }
}
