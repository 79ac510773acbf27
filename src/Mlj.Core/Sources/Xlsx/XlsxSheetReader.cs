using System.Globalization;
using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources.Xlsx;

/// <summary>
/// Reads the rows of a worksheet one at a time out of its XML. Rows and cells that are written as nearly all are, are taken from the bytes
/// directly; what is written in any other way is read token by token.
/// </summary>
internal sealed partial class XlsxSheetReader : ISheetReader
{
    // What a spreadsheet program has, whatever the limits are: a reference beyond it is wrong rather than too much.
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private readonly Place _sheet;
    private readonly XmlScanner _xml;
    private readonly CellFormat[] _formats;
    private readonly SharedStrings _sharedStrings;
    private readonly SourceLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly TextBuffer _value;
    private readonly TextBuffer _inline;
    private int _dataDepth = -1;
    private int _lastRow;
    private int _lastFilledRow;
    private int _lastColumn;
    private long _cells;
    private long _textBytes;
    private bool _hasRowNumber;
    private bool _isDone;
    private bool _isDisposed;

    public XlsxSheetReader(Place sheet, XmlScanner xml, CellFormat[] formats, SharedStrings sharedStrings, SourceLimits limits, CancellationToken cancellation)
    {
        _sheet = sheet;
        _xml = xml;
        _formats = formats;
        _sharedStrings = sharedStrings;
        _limits = limits;
        _cancellation = cancellation;
        _value = new TextBuffer(limits.MaxCellCharacters);
        _inline = new TextBuffer(limits.MaxCellCharacters);
        try
        {
            xml.ReadRoot();
            if (!IsSheet(xml.LocalName))
                throw SourceErrors.BadXml(sheet, $"the part '{xml.Name}' is no worksheet");
        }
        catch
        {
            xml.Dispose();
            throw;
        }
    }

    public SheetRow Row { get; } = new();

    public bool Read()
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            while (!_isDone)
            {
                if (_dataDepth >= 0 && _xml.OpenElements == _dataDepth + 1 && HasRoomForPlainCells && TakePlainRowTag())
                {
                    if (ReadCells())
                        return true;
                    continue;
                }
                switch (_xml.Read())
                {
                    case XmlToken.End:
                        _isDone = true;
                        break;
                    case XmlToken.EndTag when _xml.Depth == _dataDepth:
                        _dataDepth = -1;
                        break;
                    case XmlToken.StartTag when _dataDepth < 0 && _xml.LocalName.SequenceEqual("sheetData"u8):
                        _dataDepth = _xml.IsEmptyElement ? -1 : _xml.Depth;
                        break;
                    case XmlToken.StartTag when _dataDepth >= 0 && _xml.Depth == _dataDepth + 1 && _xml.LocalName.SequenceEqual("row"u8):
                        BeginRow(RowNumber());
                        if (!_xml.IsEmptyElement && ReadCells())
                            return true;
                        break;
                }
            }
            // Whoever has disposed of the reader must not take that for the end of the sheet. Asked here, it costs no row anything.
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return false;
        }
        catch (PackageException fault)
        {
            throw SourceErrors.Package(_lastRow == 0 ? _sheet : _sheet with { Row = _lastRow }, fault);
        }
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = _isDone = true;
        _xml.Dispose();
    }

    private static bool IsSheet(ReadOnlySpan<byte> root) =>
        root.SequenceEqual("worksheet"u8) || root.SequenceEqual("chartsheet"u8) || root.SequenceEqual("dialogsheet"u8) || root.SequenceEqual("macrosheet"u8);

    // The number as written; null without one.
    private long? RowNumber()
    {
        for (var index = 0; index < _xml.AttributeCount; index++)
            if (_xml.AttributeName(index).SequenceEqual("r"u8))
                return RowNumber(Utf8Space.Trim(_xml.AttributeValue(index)));
        return null;
    }

    private long? RowNumber(ReadOnlySpan<byte> text)
    {
        if (CellReference.TryReadRow(text, out var number))
            return number;
        // What is no number at all is as good as none; one that is too long for a number is no row.
        return text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? null
            : throw SourceErrors.BadReference(_lastRow == 0 ? _sheet : _sheet with { Row = _lastRow }, $"There is no row {Shorten(text)}");
    }

    private void BeginRow(long? number)
    {
        _cancellation.ThrowIfCancellationRequested();
        _hasRowNumber = number is not null;
        _lastRow = number is { } written ? CheckRow(written) : NextRow();
        _lastColumn = 0;
        _rowReference = _hasRowNumber ? new RowReference(_lastRow) : RowReference.None;
        Row.Begin(_lastRow);
    }

    // Reads to the end of the row. Returns whether it has a cell with a value.
    private bool ReadCells()
    {
        var depth = _dataDepth + 1;
        while (true)
        {
            TakePlainCells();
            var token = _xml.Read();
            if (token == XmlToken.EndTag && _xml.Depth == depth)
                break;
            if (token == XmlToken.StartTag && _xml.Depth == depth + 1 && _xml.LocalName.SequenceEqual("c"u8))
                ReadCell();
        }
        if (Row.Count == 0)
            return false;
        if (Row.Complete() is { } twice)
            throw SourceErrors.BadReference(_sheet with { Row = Row.Number, Column = twice }, $"There are two values for {Name(Row.Number, twice)}");
        if (Row.Number <= _lastFilledRow)
            throw SourceErrors.BadReference(_sheet with { Row = Row.Number }, string.Create(CultureInfo.InvariantCulture, $"Row {Row.Number} comes after row {_lastFilledRow}"));
        _lastFilledRow = Row.Number;
        CountTexts();
        return true;
    }

    // A text that cells share costs a workbook a few bytes a cell, and whoever reads it all of its own. It is only counted once it could be too much.
    private void CountTexts()
    {
        _cells += Row.Count;
        if (_cells * _sharedStrings.Longest <= _limits.MaxInflatedBytes)
            return;
        for (var index = 0; index < Row.Count; index++)
            _textBytes += Row[index].Utf8.Length;
        if (_textBytes > _limits.MaxInflatedBytes)
            throw SourceErrors.TooMuchText(_sheet with { Row = Row.Number }, _limits.MaxInflatedBytes);
    }

    private int NextRow() =>
        _lastRow < _limits.MaxRows ? _lastRow + 1 : throw SourceErrors.TooManyRows(_sheet with { Row = _lastRow }, _limits.MaxRows);

    private int CheckRow(long row)
    {
        if (row is < 1 or > int.MaxValue || row > Math.Max(_limits.MaxRows, LastRow))
            throw SourceErrors.BadReference(_sheet with { Row = _lastRow == 0 ? null : _lastRow }, string.Create(CultureInfo.InvariantCulture, $"There is no row {row}"));
        return row <= _limits.MaxRows ? (int)row : throw SourceErrors.TooManyRows(_sheet with { Row = (int)row }, _limits.MaxRows);
    }

    private Place Here(int column) => _sheet with { Row = Row.Number, Column = column };

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(column)}{row}");
}
