using System.Runtime.CompilerServices;
using System.Text;
using Mlj.Tables;

namespace Mlj.Exports.Xlsx;

/// <summary>
/// Makes the number cells of a column. Tests have few different scores, so it remembers cells that it has made: the last one for each of
/// some places, which a number finds by its bits.
/// </summary>
internal sealed class NumberCells
{
    /// <summary>The most bytes of a cell from behind the row's number to its end.</summary>
    private const int MaxLength = 64;

    // A sheet remembers at most about a megabyte, and no more than there are rows.
    private const int MaxPlaces = 256;
    private const int MaxPlacesOfASheet = 16 * 1024;

    private readonly Column.Numbers _column;
    private readonly ColumnLayout _layout;
    private readonly QuickNumber _quick;
    private readonly Bits[] _numbers;
    private readonly byte[] _lengths;
    private readonly byte[] _cells;
    private readonly int _shift;

    /// <summary>Makes the cells of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="layout">How it stands in its sheet.</param>
    /// <param name="rows">How many rows the sheet has.</param>
    /// <param name="columns">How many columns the sheet has.</param>
    public NumberCells(Column.Numbers column, ColumnLayout layout, int rows, int columns)
    {
        _column = column;
        _layout = layout;
        _quick = new QuickNumber(column.Format);
        var places = Math.Max(1, Math.Min(Math.Min(MaxPlaces, MaxPlacesOfASheet / columns), rows / 4));
        var bits = int.Log2(places);
        _shift = 64 - bits;
        _numbers = new Bits[1 << bits];
        _lengths = new byte[1 << bits];
        _cells = new byte[MaxLength << bits];
    }

    /// <summary>The cell of a number from behind the row's number to its end; valid until the next is asked for.</summary>
    public ReadOnlySpan<byte> Of(decimal? number) => number is { } known ? Of(known) : _layout.MissingCell;

    private ReadOnlySpan<byte> Of(decimal number)
    {
        var bits = Unsafe.BitCast<decimal, Bits>(number);
        var hash = (bits.First ^ (bits.Second * 0x9E3779B97F4A7C15)) * 0xC2B2AE3D27D4EB4F;
        var place = _shift == 64 ? 0 : (int)(hash >> _shift);
        var cell = _cells.AsSpan(place * MaxLength, MaxLength);
        if (_lengths[place] == 0 || _numbers[place] != bits)
        {
            _lengths[place] = (byte)Make(number, cell);
            _numbers[place] = bits;
        }
        return cell[.._lengths[place]];
    }

    private int Make(decimal number, Span<byte> cell)
    {
        Span<byte> text = stackalloc byte[QuickNumber.MaxLength];
        if (_quick.TryWrite(number, text, out var length, out var decimals))
            return Join(cell, _layout.NumberStart(decimals), text[..length]);
        var careful = NumberCell.Of(number, _column.Format);
        return Join(cell, _layout.NumberStart(careful.Decimals), Encoding.ASCII.GetBytes(careful.Value));
    }

    private static int Join(Span<byte> cell, ReadOnlySpan<byte> start, ReadOnlySpan<byte> text)
    {
        var end = "</v></c>"u8;
        start.CopyTo(cell);
        text.CopyTo(cell[start.Length..]);
        end.CopyTo(cell[(start.Length + text.Length)..]);
        return start.Length + text.Length + end.Length;
    }

    // No UInt128, which is compiled at every start.
    private readonly record struct Bits(ulong First, ulong Second);
}
