using System.Globalization;
using System.Xml;
using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources.Xlsx;

/// <summary>Reads the rows of a worksheet one at a time out of its XML.</summary>
internal sealed class XlsxSheetReader : ISheetReader
{
    // What a spreadsheet program has, whatever the limits are: a reference beyond it is wrong rather than too much.
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private readonly Place _sheet;
    private readonly XmlPart _xml;
    private readonly CellFormat[] _formats;
    private readonly SharedStrings _sharedStrings;
    private readonly SourceLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly TextBuffer _value;
    private readonly TextBuffer _inline;
    private readonly string _sheetData, _row, _c, _v, _is, _r, _s, _t;
    private int _dataDepth = -1;
    private int _lastRow;
    private int _lastFilledRow;
    private int _lastColumn;
    private bool _hasRowNumber;
    private bool _isDone;

    public XlsxSheetReader(Place sheet, XmlPart xml, CellFormat[] formats, SharedStrings sharedStrings, SourceLimits limits, CancellationToken cancellation)
    {
        _sheet = sheet;
        _xml = xml;
        _formats = formats;
        _sharedStrings = sharedStrings;
        _limits = limits;
        _cancellation = cancellation;
        _value = new TextBuffer(limits.MaxCellCharacters);
        _inline = new TextBuffer(limits.MaxCellCharacters);
        (_sheetData, _row, _c, _v, _is) = (xml.Atomise("sheetData"), xml.Atomise("row"), xml.Atomise("c"), xml.Atomise("v"), xml.Atomise("is"));
        (_r, _s, _t) = (xml.Atomise("r"), xml.Atomise("s"), xml.Atomise("t"));
        try
        {
            xml.ReadRoot();
            if (xml.LocalName is not ("worksheet" or "chartsheet" or "dialogsheet" or "macrosheet"))
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
                if (!_xml.Read())
                    _isDone = true;
                else if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == _dataDepth)
                    _dataDepth = -1;
                else if (_xml.NodeType != XmlNodeType.Element)
                    continue;
                else if (_dataDepth < 0 && ReferenceEquals(_xml.LocalName, _sheetData))
                    _dataDepth = _xml.IsEmptyElement ? -1 : _xml.Depth;
                else if (_dataDepth >= 0 && _xml.Depth == _dataDepth + 1 && ReferenceEquals(_xml.LocalName, _row) && ReadRow())
                    return true;
            }
            return false;
        }
        catch (PackageException fault)
        {
            throw SourceErrors.Package(_lastRow == 0 ? _sheet : _sheet with { Row = _lastRow }, fault);
        }
    }

    public void Dispose() => _xml.Dispose();

    private bool ReadRow()
    {
        BeginRow();
        if (_xml.IsEmptyElement)
            return false;
        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
            if (_xml.Depth == depth + 1 && _xml.NodeType == XmlNodeType.Element && ReferenceEquals(_xml.LocalName, _c))
                ReadCell();
        if (Row.Count == 0)
            return false;
        if (Row.Complete() is { } twice)
            throw SourceErrors.BadReference(_sheet with { Row = Row.Number, Column = twice }, $"There are two values for {Name(Row.Number, twice)}");
        if (Row.Number <= _lastFilledRow)
            throw SourceErrors.BadReference(_sheet with { Row = Row.Number }, string.Create(CultureInfo.InvariantCulture, $"Row {Row.Number} comes after row {_lastFilledRow}"));
        _lastFilledRow = Row.Number;
        return true;
    }

    private void BeginRow()
    {
        _cancellation.ThrowIfCancellationRequested();
        _hasRowNumber = CellReference.TryReadRow(_xml.Attribute("r").AsSpan().Trim(), out var number);
        _lastRow = _hasRowNumber ? CheckRow(number) : NextRow();
        _lastColumn = 0;
        Row.Begin(_lastRow);
    }

    private int NextRow() =>
        _lastRow < _limits.MaxRows ? _lastRow + 1 : throw SourceErrors.TooManyRows(_sheet with { Row = _lastRow }, _limits.MaxRows);

    private int CheckRow(long row)
    {
        if (row is < 1 or > int.MaxValue || row > Math.Max(_limits.MaxRows, LastRow))
            throw SourceErrors.BadReference(_sheet with { Row = _lastRow == 0 ? null : _lastRow }, string.Create(CultureInfo.InvariantCulture, $"There is no row {row}"));
        return row <= _limits.MaxRows ? (int)row : throw SourceErrors.TooManyRows(_sheet with { Row = (int)row }, _limits.MaxRows);
    }

    private void ReadCell()
    {
        string? reference = null, type = null, style = null;
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.HasPrefix)
                continue;
            var name = _xml.LocalName;
            if (ReferenceEquals(name, _r))
                reference = _xml.AttributeValue;
            else if (ReferenceEquals(name, _t))
                type = _xml.AttributeValue;
            else if (ReferenceEquals(name, _s))
                style = _xml.AttributeValue;
        }
        _xml.MoveToElement();
        var column = _lastColumn = FindColumn(reference);
        if (_xml.IsEmptyElement)
            return;

        _value.Clear();
        _inline.Clear();
        bool hasValue = false, hasInline = false;
        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.Depth != depth + 1)
                continue;
            if (!hasValue && ReferenceEquals(_xml.LocalName, _v))
            {
                hasValue = true;
                _value.AppendElement(_xml);
            }
            else if (!hasInline && ReferenceEquals(_xml.LocalName, _is))
            {
                hasInline = true;
                _inline.AppendRichText(_xml);
            }
            if (_value.IsTooLong || _inline.IsTooLong)
                throw SourceErrors.TextTooLong(Here(column), _limits.MaxCellCharacters);
        }
        if (hasValue || hasInline)
            AddCell(column, type, style, hasInline && (type == "inlineStr" || !hasValue) ? null : _value);
    }

    // An own row number of a cell counts only where the row has none: what stands in one row element belongs together.
    private int FindColumn(string? reference)
    {
        var text = reference.AsSpan().Trim();
        long column;
        if (text.IsEmpty)
            column = _lastColumn + 1;
        else if (!CellReference.TryRead(text, out var row, out column) || row < 1 || column > Math.Max(_limits.MaxColumns, LastColumn))
            throw SourceErrors.BadReference(_sheet with { Row = Row.Number }, $"There is no cell {Shorten(text)}");
        else if (!_hasRowNumber)
        {
            var number = CheckRow(row);
            if (Row.Count == 0)
                Row.Begin(_lastRow = number);
        }
        else if (row != Row.Number)
            CheckRow(row);
        if (column > _limits.MaxColumns)
            throw SourceErrors.TooManyColumns(_sheet with { Row = Row.Number }, _limits.MaxColumns);
        return (int)column;
    }

    private void AddCell(int column, string? type, string? style, TextBuffer? value)
    {
        if (value is null)
        {
            AddText(column, CellKind.Text, _inline, decode: true);
            return;
        }
        switch (type)
        {
            case "s":
                AddShared(column, value.Span.Trim());
                break;
            case "str" or "inlineStr":
                AddText(column, CellKind.Text, value, decode: true);
                break;
            case "e":
                Row.AddText(column, CellKind.Error, value.Span.Trim());
                break;
            case "d":
                AddText(column, CellKind.IsoDate, value, decode: false);
                break;
            case "b" when Boolean(value.Span.Trim()) is { } truth:
                Row.AddNumber(column, CellKind.Boolean, truth ? 1 : 0, CellFormat.General);
                break;
            default:
                AddNumber(column, style, value);
                break;
        }
    }

    private void AddShared(int column, ReadOnlySpan<char> number)
    {
        if (number.IsEmpty)
            return;
        if (!int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) || (uint)index >= (uint)_sharedStrings.Count)
            throw SourceErrors.BadReference(Here(column), $"The cell {Name(Row.Number, column)} has the shared text {Shorten(number)}, which does not exist");
        Row.AddSharedText(column, _sharedStrings.Blob, _sharedStrings.Start(index), _sharedStrings.Length(index));
    }

    private void AddNumber(int column, string? style, TextBuffer value)
    {
        var text = value.Span.Trim(" \t\r\n");
        if (text.IsEmpty)
            return;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        // Words for infinity parse as numbers too, and so does what is too large for one; neither is a number in a sheet.
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            Row.AddNumber(column, CellKind.Number, number, Format(style));
        else
            AddText(column, CellKind.Text, value, decode: false);
    }

    private void AddText(int column, CellKind kind, TextBuffer text, bool decode)
    {
        if (decode)
            text.Decode();
        if (text.IsTooLong || text.Span.Length > _limits.MaxCellCharacters)
            throw SourceErrors.TextTooLong(Here(column), _limits.MaxCellCharacters);
        Row.AddText(column, kind, text.Span);
    }

    private CellFormat Format(string? style)
    {
        if (_formats.Length == 0)
            return CellFormat.General;
        // A cell without a style has the first one.
        if (style is null || !int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            index = 0;
        return index < _formats.Length ? _formats[index] : CellFormat.General;
    }

    private Place Here(int column) => _sheet with { Row = Row.Number, Column = column };

    private static bool? Boolean(ReadOnlySpan<char> text) => text switch
    {
        "1" or "true" or "TRUE" or "True" => true,
        "0" or "false" or "FALSE" or "False" => false,
        _ => null,
    };

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(column)}{row}");

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 20 ? text.ToString() : $"{text[..20]}...";
}
