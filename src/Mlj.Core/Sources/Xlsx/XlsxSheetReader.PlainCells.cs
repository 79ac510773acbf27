using System.Runtime.CompilerServices;

namespace Mlj.Sources.Xlsx;

// Rows and cells that are written as nearly all are, nothing between and nothing else within, taken from the bytes without tokens. What is
// taken here is well-formed beyond doubt and means the same to any reader; everything else is left to the scanner, which reads all of XML.
internal sealed partial class XlsxSheetReader
{
    // Columns beyond these have no head of their own to compare with.
    private const int MaxHeads = 256;

    private PlainHead[] _heads = MakeHeads(32, []);
    private RowReference _rowReference;

    // Below these limits even plain cells have too much, and the scanner says so. A plain cell has a reference, a style and a type, and
    // four elements within the rows: <row><c><is><t>.
    private bool HasRoomForPlainCells => _limits.MaxXmlAttributes >= 3 && _limits.MaxXmlDepth > _dataDepth + 4;

    // Takes <row r="12">.
    private bool TakePlainRowTag()
    {
        const int Start = 8;
        ref var here = ref Ahead.At(_xml.Window.Bytes, _xml.Window.Position);
        if (!Ahead.Is(ref here, "<row r=\""u8))
            return false;
        var count = PlainNumber.ReadDigits(ref Unsafe.Add(ref here, Start), out var number);
        if (count is 0 or 8 || !Ahead.Is(ref here, Start + count, "\">"u8))
            return false;
        _xml.Window.Position += Start + count + 2;
        _xml.Enter("row"u8);
        BeginRow(number);
        return true;
    }

    private void TakePlainCells()
    {
        // Behind the last cell, and in an element within the row that is none, there is nothing to take.
        if (_xml.OpenElements != _dataDepth + 2 || !HasRoomForPlainCells)
            return;
        var window = _xml.Window;
        var bytes = window.Bytes;
        var position = window.Position;
        while (TakePlainCell(bytes, position) is > 0 and var length)
            position += length;
        window.Position = position;
    }

    // Takes a cell and returns its length; 0 leaves it to the scanner, also when it is an error.
    private int TakePlainCell(byte[] bytes, int position)
    {
        ref var here = ref Ahead.At(bytes, position);
        var heads = _heads;
        var column = _lastColumn + 1;
        int length;
        ref var head = ref heads[0];
        // The next cell is mostly that of the next column. Then nothing that is read decides where to look next, and the processor need not wait for it.
        if (column < heads.Length && heads[column].Start.Matches(Ahead.EightBytes(ref here)) && _rowReference.Matches(Ahead.EightBytes(ref Unsafe.Add(ref here, heads[column].Start.Length))))
        {
            head = ref heads[column];
            length = head.Start.Length + _rowReference.Length;
        }
        else
        {
            length = ReadStart(ref here, ref column);
            if (length == 0)
                return 0;
            head = ref Head(column);
        }
        if (column > _limits.MaxColumns)
            return 0;
        if (!head.Matches(ref Unsafe.Add(ref here, length)) && !head.TryRead(ref Unsafe.Add(ref here, length)))
            return 0;
        length += head.Length;
        var added = AddPlainValue(ref Unsafe.Add(ref here, length), column, head, bytes, position + length);
        if (added < 0)
            return 0;
        _lastColumn = column;
        return length + added;
    }

    // Reads what stands before the head, and which column it is when it says so. Returns its length; 0 when it is not written so.
    private int ReadStart(ref byte here, ref int column)
    {
        if (!Ahead.Is(ref here, "<c"u8))
            return 0;
        var length = 2;
        if (!Ahead.Is(ref here, length, " r=\""u8))
            return length;
        length += 4 + ReadColumn(ref Unsafe.Add(ref here, length + 4), out column);
        return column > 0 && _rowReference.Matches(Ahead.EightBytes(ref Unsafe.Add(ref here, length))) ? length + _rowReference.Length : 0;
    }

    private ref PlainHead Head(int column)
    {
        if (column >= _heads.Length && column < MaxHeads)
            _heads = MakeHeads(Math.Min(MaxHeads, column * 2), _heads);
        return ref _heads[column < _heads.Length ? column : 0];
    }

    private static PlainHead[] MakeHeads(int count, PlainHead[] before)
    {
        var heads = new PlainHead[count];
        before.CopyTo(heads, 0);
        for (var column = Math.Max(1, before.Length); column < count; column++)
            heads[column] = new PlainHead { Start = new CellStart(column) };
        return heads;
    }

    // Adds the value and returns the length of what stands behind the head; -1 leaves it to the scanner.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AddPlainValue(ref byte here, int column, in PlainHead head, byte[] bytes, int position)
    {
        const int EndOfValue = 8, EndOfInlineText = 13;
        int length;
        switch (head.Content)
        {
            case CellContent.Nothing:
                return 0;
            case CellContent.Number:
                // The search for the tag says the same as the digits, only sooner.
                length = Ahead.LengthToTag(ref here);
                if (PlainNumber.Read(ref here, out var number) != length || length == 0 || !Ahead.Is(ref here, length, "</v></c>"u8))
                    return -1;
                Row.AddNumber(column, CellKind.Number, number, Format(head.Style));
                return length + EndOfValue;
            case CellContent.SharedText:
                length = Ahead.LengthToTag(ref here);
                if (PlainNumber.ReadDigits(ref here, out var index) != length || length is 0 or 8 || !Ahead.Is(ref here, length, "</v></c>"u8) || index >= (uint)_sharedStrings.Count)
                    return -1;
                Row.AddSharedText(column, _sharedStrings.Blob, _sharedStrings.Start((int)index), _sharedStrings.Length((int)index));
                return length + EndOfValue;
            case CellContent.InlineText:
                length = Ahead.LengthOfPlainText(ref here);
                if ((uint)length > (uint)_limits.MaxCellCharacters || !Ahead.Is(ref here, length, "</t></is></c>"u8))
                    return -1;
                Row.AddText(column, bytes.AsSpan(position), length);
                return length + EndOfInlineText;
            case CellContent.Text:
                length = Ahead.LengthOfPlainText(ref here);
                if ((uint)length > (uint)_limits.MaxCellCharacters || !Ahead.Is(ref here, length, "</v></c>"u8))
                    return -1;
                Row.AddText(column, bytes.AsSpan(position), length);
                return length + EndOfValue;
            case CellContent.Boolean:
                if (!Ahead.Is(ref here, 1, "</v></c>"u8) || here is not ((byte)'0' or (byte)'1'))
                    return -1;
                Row.AddNumber(column, CellKind.Boolean, here - '0', CellFormat.General);
                return 1 + EndOfValue;
            default:
                return -1;
        }
    }

    // Returns how many letters there are; column 0 when there are none, or more than a sheet needs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadColumn(ref byte here, out int column)
    {
        column = 0;
        var length = 0;
        uint letter;
        while ((letter = Unsafe.Add(ref here, length) - (uint)'A') < 26 && length < 3)
        {
            column = column * 26 + (int)letter + 1;
            length++;
        }
        return length;
    }
}
