using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlj.Sources.Xlsx;

/// <summary>
/// What stands between a cell's reference and its value, where it is written as nearly all are: <c> s="1" t="s"&gt;&lt;v&gt;</c>. A cell
/// mostly begins as the one above it does, so a head that was read is kept, and compared with the next one as a whole.
/// </summary>
internal struct PlainHead
{
    private Vector256<byte> _bytes;

    // A bit for every byte that need not be the same, because the head is shorter.
    private uint _ignored;

    /// <summary>What stands before the row's number and the head, in the column whose head this is.</summary>
    public CellStart Start { get; init; }

    /// <summary>The bytes of the head.</summary>
    public int Length { get; private set; }

    /// <summary>The number of the style; 0 when the cell names none.</summary>
    public int Style { get; private set; }

    public CellContent Content { get; private set; }

    /// <summary>Whether the bytes here begin with this head.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Matches(ref byte here) =>
        (Vector256.Equals(Vector256.LoadUnsafe(ref here), _bytes).ExtractMostSignificantBits() | _ignored) == uint.MaxValue;

    /// <summary>Reads the head that stands here into this one.</summary>
    /// <returns>False when there is none that is written so; this one is as it was.</returns>
    public bool TryRead(ref byte here)
    {
        var length = 0;
        var style = 0;
        var hasStyle = Ahead.Is(ref here, " s=\""u8);
        if (hasStyle && !TryReadStyle(ref here, ref length, out style))
            return false;
        var content = CellContent.Number;
        if (Ahead.Is(ref here, length, " t=\""u8))
        {
            content = ReadType(ref Unsafe.Add(ref here, length + 4), out var typeLength);
            length += 4 + typeLength;
            if (content == CellContent.Unknown || (!hasStyle && Ahead.Is(ref here, length, " s=\""u8) && !TryReadStyle(ref here, ref length, out style)))
                return false;
        }
        var tags = ReadTags(ref Unsafe.Add(ref here, length), ref content);
        if (tags == 0)
            return false;
        Keep(ref here, length + tags);
        Style = style;
        Content = content;
        return true;
    }

    private static bool TryReadStyle(ref byte here, ref int length, out int style)
    {
        var count = PlainNumber.ReadDigits(ref Unsafe.Add(ref here, length + 4), out var digits);
        style = (int)digits;
        length += 4 + count + 1;
        return count is > 0 and < 8 && Unsafe.Add(ref here, length - 1) == '"';
    }

    private static CellContent ReadType(ref byte here, out int length)
    {
        length = 2;
        if (Ahead.Is(ref here, "s\""u8))
            return CellContent.SharedText;
        if (Ahead.Is(ref here, "n\""u8))
            return CellContent.Number;
        if (Ahead.Is(ref here, "b\""u8))
            return CellContent.Boolean;
        length = 4;
        if (Ahead.Is(ref here, "str\""u8))
            return CellContent.Text;
        length = 10;
        return Ahead.Is(ref here, "inlineStr\""u8) ? CellContent.InlineText : CellContent.Unknown;
    }

    private static int ReadTags(ref byte here, ref CellContent content)
    {
        if (Ahead.Is(ref here, "/>"u8))
        {
            content = CellContent.Nothing;
            return 2;
        }
        if (content != CellContent.InlineText)
            return Ahead.Is(ref here, "><v>"u8) ? 4 : 0;
        if (Ahead.Is(ref here, "><is><t>"u8))
            return 8;
        return Ahead.Is(ref here, "><is><t xml:spac"u8) && Ahead.Is(ref here, 16, "e=\"preserve\">"u8) ? 29 : 0;
    }

    private void Keep(ref byte here, int length)
    {
        // A head too long to keep is made one that no cell has: no UTF-8 has this byte.
        Span<byte> kept = stackalloc byte[Vector256<byte>.Count];
        kept.Fill(0xFF);
        if (length <= kept.Length)
            MemoryMarshal.CreateReadOnlySpan(ref here, length).CopyTo(kept);
        _bytes = Vector256.Create<byte>(kept);
        _ignored = length < kept.Length ? uint.MaxValue << length : 0;
        Length = length;
    }
}
