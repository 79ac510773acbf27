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
    /// <summary>The first of the bytes; places are counted from it.</summary>
    public static ref byte Bytes(XmlWindow window) => ref MemoryMarshal.GetArrayDataReference(window.Bytes);

    /// <summary>The byte at a place.</summary>
    public static byte At(ref byte bytes, int at) => Unsafe.Add(ref bytes, at);

    /// <summary>Whether exactly this stands at a place. At most sixteen bytes, none of them zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ref byte bytes, int at, ReadOnlySpan<byte> expected) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref bytes, at), expected.Length).SequenceEqual(expected);

    /// <summary>The eight bytes at a place, the first of them the lowest.</summary>
    public static ulong EightBytes(ref byte bytes, int at)
    {
        var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, at));
        return BitConverter.IsLittleEndian ? eight : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(eight);
    }

    /// <summary>
    /// Finds the end of a text that means what it says: without references, carriage returns and escapes, and well-formed beyond doubt.
    /// </summary>
    /// <param name="bytes">The first of the bytes.</param>
    /// <param name="at">Where the text begins, behind a tag.</param>
    /// <returns>The place of the next tag; -1 when something in the text must be looked at closely, or its end has not come.</returns>
    public static int EndOfPlainText(ref byte bytes, int at)
    {
        // Every byte that may not be passed over stands at the place that its low half names, so one shuffle compares with all of them.
        var stops = Vector128.Create((byte)0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'&', 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'<', (byte)'\r', (byte)'>', (byte)'_');
        while (true)
        {
            var block = Vector128.LoadUnsafe(ref bytes, (nuint)at);
            var found = Vector128.Equals(Vector128.ShuffleNative(stops, block & Vector128.Create((byte)0x0F)), block).ExtractMostSignificantBits();
            if (found == 0)
            {
                at += Vector128<byte>.Count;
                continue;
            }
            at += BitOperations.TrailingZeroCount(found);
            var stop = At(ref bytes, at);
            if (stop == '<')
                return at;
            var isHarmless = stop == '_' ? At(ref bytes, at + 1) != 'x' : stop == '>' && At(ref bytes, at - 1) != ']';
            if (!isHarmless)
                return -1;
            at++;
        }
    }
}
