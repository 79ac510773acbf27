namespace Mlj.Sources.Xlsx;

// Rows and cells that are written as nearly all are, taken from the bytes without tokens between.
internal sealed partial class XlsxSheetReader
{
    private RowReference _rowReference;

    // Takes <row r="12">.
    private bool TakePlainRowTag()
    {
        ref var bytes = ref Ahead.Bytes(_xml.Window);
        var at = _xml.Window.Position;
        if (!Ahead.Is(ref bytes, at, "<row r=\""u8))
            return false;
        at += 8;
        var first = at;
        long number = 0;
        uint digit;
        while ((digit = Ahead.At(ref bytes, at) - (uint)'0') <= 9 && at < first + 9)
        {
            number = number * 10 + digit;
            at++;
        }
        if (at == first || !Ahead.Is(ref bytes, at, "\">"u8))
            return false;
        _xml.Window.Position = at + 2;
        _xml.Enter("row"u8);
        BeginRow(number);
        return true;
    }

    private void TakePlainCells()
    {
        // Behind the last cell, and in an element within the row that is none, there is nothing to take.
        if (_xml.OpenElements != _dataDepth + 2)
            return;
        var window = _xml.Window;
        ref var bytes = ref Ahead.Bytes(window);
        var at = window.Position;
        while (PlainCell.TryTake(ref bytes, ref at, _rowReference, out var cell))
        {
            var column = cell.Column == 0 ? _lastColumn + 1 : cell.Column;
            if (column > _limits.MaxColumns || (cell.HasValue && !TryAdd(column, cell, window.Bytes)))
                break;
            _lastColumn = column;
            window.Position = at;
        }
    }

    // Returns false for what the scanner should read again, because it is an error or needs a closer look.
    private bool TryAdd(int column, in PlainCell cell, byte[] bytes)
    {
        switch (cell.Type)
        {
            case CellType.Number:
                Row.AddNumber(column, CellKind.Number, cell.Number, Format(cell.Style));
                return true;
            case CellType.Boolean:
                Row.AddNumber(column, CellKind.Boolean, cell.Number, CellFormat.General);
                return true;
            case CellType.SharedText:
                if (cell.Start >= _sharedStrings.Count)
                    return false;
                Row.AddSharedText(column, _sharedStrings.Blob, _sharedStrings.Start(cell.Start), _sharedStrings.Length(cell.Start));
                return true;
            default:
                // So few bytes cannot be too many characters.
                if (cell.Length > _limits.MaxCellCharacters)
                    return false;
                Row.AddText(column, CellKind.Text, bytes.AsSpan(cell.Start, cell.Length));
                return true;
        }
    }
}
