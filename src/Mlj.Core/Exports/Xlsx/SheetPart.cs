using System.Buffers.Text;
using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Exports.Xlsx;

/// <summary>One sheet of a workbook, written row by row.</summary>
internal sealed class SheetPart
{
    public const int MaxRows = 1_048_576;
    public const int MaxColumns = 16_384;
    public const int MaxCharacters = 32_767;
    private const int MaxTableHeading = 255;
    private const int LineHeight = 15;
    private const int MaxHeadingLines = 8;

    // A row is at most 409 points high.
    private const int MaxLines = 27;

    private readonly ExportSheet _sheet;
    private readonly string _title;

    public SheetPart(ExportBook book, ExportSheet sheet, int number, string tableName)
    {
        _title = book.Title;
        _sheet = sheet;
        Number = number;
        TableName = tableName;
        if (Table.RowCount >= MaxRows)
            throw ExportErrors.TooManyRows(At(), Table.RowCount + 1, MaxRows);
        if (Table.Columns.Count > MaxColumns)
            throw ExportErrors.TooManyColumns(At(), Table.Columns.Count, MaxColumns);
        HasTable = Table.RowCount > 0 && Table.Columns.Count > 0 && CanHeadATable(Table);
    }

    /// <summary>The sheet's number in the workbook, from 1.</summary>
    public int Number { get; }

    public string Name => _sheet.Name;

    /// <summary>The name by which formulas know the sheet's table.</summary>
    public string TableName { get; }

    /// <summary>
    /// Whether the sheet's cells make a table of the spreadsheet program. A table needs a row, and headings of at most 255 characters that
    /// differ also when case is ignored; a sheet with other headings keeps them and has a plain filter.
    /// </summary>
    public bool HasTable { get; }

    /// <summary>Whether the sheet has cells at all.</summary>
    public bool HasCells => Table.Columns.Count > 0;

    private Table Table => _sheet.Table;

    private string Range => HasCells
        ? string.Create(CultureInfo.InvariantCulture, $"A1:{Place.ColumnLetters(Table.Columns.Count)}{Table.RowCount + 1}")
        : "A1";

    /// <summary>Writes the sheet.</summary>
    public void Write(XmlOutput xml, StyleSheet styles, CancellationToken cancellation)
    {
        var columns = ColumnLayout.Of(Table, styles);
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "u8)
            .Raw("xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"u8)
            .Raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\""u8).Attribute(Range).Raw("\"/>"u8);
        WriteView(xml);
        xml.Raw("<sheetFormatPr defaultRowHeight=\""u8).Number(LineHeight).Raw("\"/>"u8);
        if (HasCells)
        {
            xml.Raw("<cols>"u8);
            for (var index = 0; index < columns.Length; index++)
                xml.Raw("<col min=\""u8).Number(index + 1).Raw("\" max=\""u8).Number(index + 1)
                    .Raw("\" width=\""u8).Number(columns[index].Width).Raw("\" customWidth=\"1\"/>"u8);
            xml.Raw("</cols><sheetData>"u8);
            WriteHeading(xml, columns, styles.IndexOf(new CellFormat(CellLook.Heading, CellFormat.Text, Wrap: true)));
            ColumnLayout[] wrapping = [.. columns.Where(column => column.Wraps)];
            NumberCells?[] numbers = [.. columns.Select(layout =>
                layout.Column is Column.Numbers column ? new NumberCells(column, layout, Table.RowCount, columns.Length) : null)];
            for (var row = 0; row < Table.RowCount; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                WriteRow(xml, columns, numbers, wrapping, row);
            }
            xml.Raw("</sheetData>"u8);
        }
        else
        {
            xml.Raw("<sheetData/>"u8);
        }
        if (HasCells && Table.RowCount > 0 && !HasTable)
            xml.Raw("<autoFilter ref=\""u8).Attribute(Range).Raw("\"/>"u8);
        xml.Raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"u8)
            .Raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"u8)
            .Raw("<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"u8);
        // Ids and phone numbers are text on purpose; without this, each would carry a warning.
        if (HasCells)
            xml.Raw("<ignoredErrors><ignoredError sqref=\""u8).Attribute(Range).Raw("\" numberStoredAsText=\"1\"/></ignoredErrors>"u8);
        if (HasTable)
            xml.Raw("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>"u8);
        xml.Raw("</worksheet>"u8);
    }

    /// <summary>Writes the part that makes the cells a table.</summary>
    public void WriteTable(XmlOutput xml)
    {
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\""u8).Number(Number)
            .Raw("\" name=\""u8).Attribute(TableName).Raw("\" displayName=\""u8).Attribute(TableName)
            .Raw("\" ref=\""u8).Attribute(Range).Raw("\" totalsRowShown=\"0\"><autoFilter ref=\""u8).Attribute(Range)
            .Raw("\"/><tableColumns count=\""u8).Number(Table.Columns.Count).Raw("\">"u8);
        for (var index = 0; index < Table.Columns.Count; index++)
            xml.Raw("<tableColumn id=\""u8).Number(index + 1).Raw("\" name=\""u8).Attribute(Table.Columns[index].Name).Raw("\"/>"u8);
        xml.Raw("</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" showLastColumn=\"0\" "u8)
            .Raw("showRowStripes=\"0\" showColumnStripes=\"0\"/></table>"u8);
    }

    private static bool CanHeadATable(Table table)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in table.Columns)
            if (column.Name.Length > MaxTableHeading || !names.Add(WellFormed(column.Name)))
                return false;
        return true;
    }

    // Two names that differ in lone surrogates only are written alike.
    private static string WellFormed(string name) => string.Concat(name.EnumerateRunes());

    private void WriteView(XmlOutput xml)
    {
        xml.Raw(Number == 1 ? "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\""u8 : "<sheetViews><sheetView workbookViewId=\"0\""u8);
        if (!HasCells)
        {
            xml.Raw("/></sheetViews>"u8);
            return;
        }
        var frozen = Math.Clamp(_sheet.FrozenColumns, 0, Table.Columns.Count);
        xml.Raw("><pane"u8);
        if (frozen > 0)
            xml.Raw(" xSplit=\""u8).Number(frozen).Raw("\""u8);
        // Past the last possible column there is no cell to begin with.
        xml.Raw(" ySplit=\"1\" topLeftCell=\""u8).Attribute(Place.ColumnLetters(Math.Min(frozen + 1, MaxColumns)))
            .Raw(frozen > 0 ? "2\" activePane=\"bottomRight\" state=\"frozen\"/>"u8 : "2\" activePane=\"bottomLeft\" state=\"frozen\"/>"u8)
            .Raw(frozen > 0 ? "<selection pane=\"bottomRight\"/>"u8 : "<selection pane=\"bottomLeft\"/>"u8)
            .Raw("</sheetView></sheetViews>"u8);
    }

    private void WriteHeading(XmlOutput xml, ColumnLayout[] columns, int style)
    {
        var lines = Math.Min(columns.Max(column => column.HeadingLines), MaxHeadingLines);
        var start = ColumnLayout.TextStartIn(style);
        xml.Raw("<row r=\"1\" ht=\""u8).Number(lines * LineHeight + 6).Raw("\" customHeight=\"1\">"u8);
        for (var index = 0; index < columns.Length; index++)
        {
            xml.Raw(columns[index].CellStart).Raw("1"u8).Raw(start);
            WriteText(xml, columns[index].Column.Name, row: 0, index);
        }
        xml.Raw("</row>"u8);
    }

    private void WriteRow(XmlOutput xml, ColumnLayout[] columns, NumberCells?[] numbers, ColumnLayout[] wrapping, int row)
    {
        Span<byte> buffer = stackalloc byte[8];
        Utf8Formatter.TryFormat(row + 2, buffer, out var length);
        var number = buffer[..length];
        var stored = Table.Order[row];
        xml.Raw("<row r=\""u8).Raw(number);
        // Not every program finds the height of such a row by itself.
        var lines = 1;
        foreach (var column in wrapping)
            lines = Math.Max(lines, Math.Min(column.Lines(stored), MaxLines));
        if (lines > 1)
            xml.Raw("\" ht=\""u8).Number(lines * LineHeight).Raw("\" customHeight=\"1"u8);
        xml.Raw("\">"u8);
        for (var index = 0; index < columns.Length; index++)
        {
            var layout = columns[index];
            xml.Raw(layout.CellStart).Raw(number);
            if (numbers[index] is { } cells)
            {
                xml.Raw(cells.At(stored));
            }
            else if (layout.Column[stored].Text is { } text)
            {
                xml.Raw(layout.TextStart(text));
                WriteText(xml, text, row + 1, index);
            }
            else
            {
                xml.Raw(layout.MissingCell);
            }
        }
        xml.Raw("</row>"u8);
    }

    private void WriteText(XmlOutput xml, string text, int row, int column)
    {
        if (text.Length > MaxCharacters)
            throw ExportErrors.TextTooLong(At() with { Row = row + 1, Column = column + 1 }, text.Length, MaxCharacters);
        xml.Raw(NeedsItsSpaces(text) ? " xml:space=\"preserve\">"u8 : ">"u8).Text(text).Raw("</t></is></c>"u8);
    }

    private static bool NeedsItsSpaces(string text) => text.AsSpan().ContainsAnyInRange('\0', ' ')
        && (text[0] <= ' ' || text[^1] <= ' ' || text.AsSpan().IndexOfAny('\n', '\t') >= 0 || text.Contains("  ", StringComparison.Ordinal));

    private Place At() => new(_title, Name);
}
