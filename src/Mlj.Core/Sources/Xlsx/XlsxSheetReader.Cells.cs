using System.Globalization;
using System.Text;
using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources.Xlsx;

// Cells that are written in any way that XML has.
internal sealed partial class XlsxSheetReader
{
    private void ReadCell()
    {
        ReadOnlySpan<byte> reference = default, type = default, style = default;
        for (var index = 0; index < _xml.AttributeCount; index++)
        {
            var name = _xml.AttributeName(index);
            if (name.Length != 1)
                continue;
            if (name[0] == 'r')
                reference = _xml.AttributeValue(index);
            else if (name[0] == 't')
                type = _xml.AttributeValue(index);
            else if (name[0] == 's')
                style = _xml.AttributeValue(index);
        }
        var column = _lastColumn = FindColumn(reference);
        if (_xml.IsEmptyElement)
            return;
        // The attributes go when the scanner moves on.
        ReadValue(column, ReadType(type), ReadStyle(style));
    }

    private void ReadValue(int column, CellType type, int style)
    {
        _value.Clear();
        _inline.Clear();
        bool hasValue = false, hasInline = false;
        var depth = _xml.Depth;
        while (_xml.Read() is var token && (token != XmlToken.EndTag || _xml.Depth > depth))
        {
            if (token != XmlToken.StartTag || _xml.Depth != depth + 1)
                continue;
            if (!hasValue && _xml.LocalName.SequenceEqual("v"u8))
            {
                hasValue = true;
                _value.AppendElement(_xml);
            }
            else if (!hasInline && _xml.LocalName.SequenceEqual("is"u8))
            {
                hasInline = true;
                _inline.AppendRichText(_xml);
            }
            if (_value.IsTooLong || _inline.IsTooLong)
                throw SourceErrors.TextTooLong(Here(column), _limits.MaxCellCharacters);
        }
        if (hasInline && (type == CellType.InlineText || !hasValue))
            AddText(column, CellKind.Text, _inline, decode: true);
        else if (hasValue)
            AddValue(column, type, style);
    }

    // An own row number of a cell counts only where the row has none: what stands in one row element belongs together.
    private int FindColumn(ReadOnlySpan<byte> reference)
    {
        var text = Utf8Space.Trim(reference);
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

    private static CellType ReadType(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual("s"u8))
            return CellType.SharedText;
        if (type.SequenceEqual("str"u8))
            return CellType.Text;
        if (type.SequenceEqual("inlineStr"u8))
            return CellType.InlineText;
        if (type.SequenceEqual("b"u8))
            return CellType.Boolean;
        if (type.SequenceEqual("e"u8))
            return CellType.Error;
        return type.SequenceEqual("d"u8) ? CellType.IsoDate : CellType.Number;
    }

    // A cell without a style has the first one.
    private static int ReadStyle(ReadOnlySpan<byte> style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;

    private void AddValue(int column, CellType type, int style)
    {
        switch (type)
        {
            case CellType.SharedText:
                AddShared(column, Utf8Space.Trim(_value.Utf8));
                break;
            case CellType.Text or CellType.InlineText:
                AddText(column, CellKind.Text, _value, decode: true);
                break;
            case CellType.Error:
                CheckLength(column, _value);
                Row.AddText(column, CellKind.Error, Utf8Space.Trim(_value.Utf8));
                break;
            case CellType.IsoDate:
                AddText(column, CellKind.IsoDate, _value, decode: false);
                break;
            case CellType.Boolean when Boolean(Utf8Space.Trim(_value.Utf8)) is { } truth:
                Row.AddNumber(column, CellKind.Boolean, truth ? 1 : 0, CellFormat.General);
                break;
            default:
                AddNumber(column, style);
                break;
        }
    }

    private void AddShared(int column, ReadOnlySpan<byte> number)
    {
        if (number.IsEmpty)
            return;
        if (!int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) || (uint)index >= (uint)_sharedStrings.Count)
            throw SourceErrors.BadReference(Here(column), $"The cell {Name(Row.Number, column)} has the shared text {Shorten(number)}, which does not exist");
        Row.AddSharedText(column, _sharedStrings.Blob, _sharedStrings.Start(index), _sharedStrings.Length(index));
    }

    private void AddNumber(int column, int style)
    {
        var text = _value.Utf8.Trim(" \t\r\n"u8);
        if (text.IsEmpty)
            return;
        if (PlainNumber.TryParse(text, out var number))
            Row.AddNumber(column, CellKind.Number, number, Format(style));
        else
            AddText(column, CellKind.Text, _value, decode: false);
    }

    private void AddText(int column, CellKind kind, TextBuffer text, bool decode)
    {
        if (decode)
            text.Decode();
        CheckLength(column, text);
        Row.AddText(column, kind, text.Utf8);
    }

    private void CheckLength(int column, TextBuffer text)
    {
        text.Measure();
        if (text.IsTooLong)
            throw SourceErrors.TextTooLong(Here(column), _limits.MaxCellCharacters);
    }

    private CellFormat Format(int style) => (uint)style < (uint)_formats.Length ? _formats[style] : CellFormat.General;

    private static bool? Boolean(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("1"u8) || text.SequenceEqual("true"u8) || text.SequenceEqual("TRUE"u8) || text.SequenceEqual("True"u8))
            return true;
        if (text.SequenceEqual("0"u8) || text.SequenceEqual("false"u8) || text.SequenceEqual("FALSE"u8) || text.SequenceEqual("False"u8))
            return false;
        return null;
    }

    private static string Shorten(ReadOnlySpan<byte> utf8) => ShortText.Of(Encoding.UTF8.GetString(utf8), 20);
}
