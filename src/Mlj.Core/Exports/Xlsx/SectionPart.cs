using System.Buffers.Text;
using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Exports.Xlsx;

/// <summary>A section of a sheet, written row by row from its place on.</summary>
internal sealed class SectionPart
{
    private const int MaxTableHeading = 255;
    private const int MaxHeadingLines = 8;

    // A row is at most 409 points high.
    private const int MaxLines = 27;

    private readonly string _book;
    private readonly string _sheet;
    private ColumnLayout[] _columns = [];
    private NumberCells?[] _numbers = [];
    private ExportFormula?[] _formulas = [];
    private bool _hasFormulas;

    /// <summary>Makes a section.</summary>
    /// <param name="book">The book's title, for errors.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="section">What is written.</param>
    /// <param name="headingRow">The row of the heading, from 1.</param>
    /// <param name="tableId">The number of the section's table in the workbook.</param>
    /// <param name="tableName">The name that formulas know it by.</param>
    public SectionPart(string book, string sheet, ExportSection section, int headingRow, int tableId, string tableName)
    {
        (_book, _sheet, Section, HeadingRow, TableId, TableName) = (book, sheet, section, headingRow, tableId, tableName);
        if (LastRow > SheetPart.MaxRows)
            throw ExportErrors.TooManyRows(At(), LastRow, SheetPart.MaxRows);
        if (Table.Columns.Count > SheetPart.MaxColumns)
            throw ExportErrors.TooManyColumns(At(), Table.Columns.Count, SheetPart.MaxColumns);
        HasTable = section.HasFilter && Table.RowCount > 0 && Table.Columns.Count > 0 && CanHeadATable(Table);
    }

    public ExportSection Section { get; }

    public Table Table => Section.Table;

    /// <summary>The row of the heading, from 1.</summary>
    public int HeadingRow { get; }

    /// <summary>The last row, from 1.</summary>
    public int LastRow => HeadingRow + Table.RowCount;

    /// <summary>The number of the section's table in the workbook.</summary>
    public int TableId { get; }

    /// <summary>The name by which formulas know the section's table.</summary>
    public string TableName { get; }

    /// <summary>
    /// Whether the cells make a table of the spreadsheet program. A table needs a row, and headings of at most 255 characters that
    /// differ also when case is ignored; a section with other headings keeps them and has a plain filter.
    /// </summary>
    public bool HasTable { get; }

    /// <summary>Whether the section has cells at all.</summary>
    public bool HasCells => Table.Columns.Count > 0;

    /// <summary>Its cells with the heading.</summary>
    public string Range => string.Create(CultureInfo.InvariantCulture, $"A{HeadingRow}:{Place.ColumnLetters(Table.Columns.Count)}{LastRow}");

    /// <summary>The cells of a column without the heading, as formulas of other sheets name them: <c>'Results'!$B$2:$B$9</c>.</summary>
    public string Cells(string column, int first = 0, int? rows = null)
    {
        var letters = Place.ColumnLetters(IndexOf(column) + 1);
        var (from, to) = (HeadingRow + 1 + first, HeadingRow + first + (rows ?? Table.RowCount));
        var cells = from == to ? string.Create(CultureInfo.InvariantCulture, $"${letters}${from}") : string.Create(CultureInfo.InvariantCulture, $"${letters}${from}:${letters}${to}");
        return $"'{_sheet.Replace("'", "''", StringComparison.Ordinal)}'!{cells}";
    }

    /// <summary>The widths that the columns ask for; before anything is written.</summary>
    public int[] LayOut(StyleSheet styles, bool isOnAPage)
    {
        _columns = ColumnLayout.Of(Table, styles, isOnAPage);
        return [.. _columns.Select(column => column.Width)];
    }

    /// <summary>Takes the widths that the sheet has; before anything is written.</summary>
    public void Take(IReadOnlyList<int> widths)
    {
        for (var index = 0; index < _columns.Length; index++)
            _columns[index].Width = widths[index];
        _numbers = [.. _columns.Select(layout => layout.Column is Column.Numbers column ? new NumberCells(column, layout, Table.RowCount, _columns.Length) : null)];
        _formulas = [.. _columns.Select(layout => HasTable && Section.Formulas.TryGetValue(layout.Column.Name, out var formula) ? formula : null)];
        _hasFormulas = Section.CellFormulas.Count > 0 || _formulas.Any(formula => formula is not null);
    }

    /// <summary>Writes the heading and all rows.</summary>
    public void WriteRows(XmlOutput xml, StyleSheet styles, CancellationToken cancellation)
    {
        WriteHeading(xml, styles.IndexOf(new CellFormat(CellLook.Heading, CellFormat.Text, Wrap: true)));
        ColumnLayout[] wrapping = [.. _columns.Where(column => column.Wraps)];
        var block = new RowBlock(Table);
        for (var row = 0; row < Table.RowCount; row += block.Count)
        {
            block.Fetch(row, cancellation);
            if (block.LongestText > SheetPart.MaxCharacters)
                throw TooLong(block);
            for (var place = 0; place < block.Count; place++)
                WriteRow(xml, wrapping, block, place);
        }
    }

    /// <summary>Writes what conditions make of cells: verdicts that change with their formula, and on which side of a mark a number is.</summary>
    public void WriteConditions(XmlOutput xml, ref int priority)
    {
        if (Table.RowCount == 0)
            return;
        for (var index = 0; index < Table.Columns.Count; index++)
        {
            var letters = Place.ColumnLetters(index + 1);
            var cells = string.Create(CultureInfo.InvariantCulture, $"{letters}{HeadingRow + 1}:{letters}{LastRow}");
            var first = string.Create(CultureInfo.InvariantCulture, $"TRIM({letters}{HeadingRow + 1})");
            if (Table.Columns[index].Role == ColumnRole.Status)
            {
                xml.Raw("<conditionalFormatting sqref=\""u8).Attribute(cells).Raw("\">"u8);
                foreach (var (look, condition) in new[] { (0, $"OR({first}=\"PASS\",{first}=\"PASSED\")"), (1, $"OR({first}=\"FAIL\",{first}=\"FAILED\")"), (2, "TRUE") })
                    xml.Raw("<cfRule type=\"expression\" dxfId=\""u8).Number(look).Raw("\" priority=\""u8).Number(priority++)
                        .Raw("\" stopIfTrue=\"1\"><formula>"u8).PlainText(condition).Raw("</formula></cfRule>"u8);
                xml.Raw("</conditionalFormatting>"u8);
            }
            else if (Section.Marks.TryGetValue(Table.Columns[index].Name, out var mark))
            {
                xml.Raw("<conditionalFormatting sqref=\""u8).Attribute(cells).Raw("\"><cfRule type=\"iconSet\" priority=\""u8).Number(priority++)
                    .Raw("\"><iconSet iconSet=\"3Symbols\"><cfvo type=\"percent\" val=\"0\"/><cfvo type=\"formula\" val=\""u8).Attribute(mark + "-0.0000000005")
                    .Raw("\"/><cfvo type=\"formula\" val=\""u8).Attribute(string.Create(CultureInfo.InvariantCulture, $"{mark}+{ExportSection.NearTheMark}"))
                    .Raw("\"/></iconSet></cfRule></conditionalFormatting>"u8);
            }
        }
    }

    /// <summary>Writes the part that makes the cells a table.</summary>
    public void WriteTable(XmlOutput xml)
    {
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\""u8).Number(TableId)
            .Raw("\" name=\""u8).Attribute(TableName).Raw("\" displayName=\""u8).Attribute(TableName)
            .Raw("\" ref=\""u8).Attribute(Range).Raw("\" totalsRowShown=\"0\"><autoFilter ref=\""u8).Attribute(Range)
            .Raw("\"/><tableColumns count=\""u8).Number(Table.Columns.Count).Raw("\">"u8);
        for (var index = 0; index < Table.Columns.Count; index++)
        {
            xml.Raw("<tableColumn id=\""u8).Number(index + 1).Raw("\" name=\""u8).Attribute(Table.Columns[index].Name);
            if (Section.Formulas.TryGetValue(Table.Columns[index].Name, out var formula))
                xml.Raw("\"><calculatedColumnFormula>"u8).PlainText(formula.Text).Raw("</calculatedColumnFormula></tableColumn>"u8);
            else
                xml.Raw("\"/>"u8);
        }
        xml.Raw("</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" showLastColumn=\"0\" "u8)
            .Raw("showRowStripes=\"0\" showColumnStripes=\"0\"/></table>"u8);
    }

    /// <summary>The notes by rows, those of one cell together.</summary>
    public IEnumerable<PlacedNote> Notes()
    {
        if (Section.Notes.Count == 0)
            return [];
        var wanted = Section.Notes.Select(note => note.Stored).ToHashSet();
        var rows = new Dictionary<int, int>();
        for (var row = 0; row < Table.RowCount; row++)
            if (Table.Order[row] is var stored && wanted.Contains(stored))
                rows[stored] = row;
        return Section.Notes.Where(note => rows.ContainsKey(note.Stored) && IndexOf(note.Column) >= 0)
            .GroupBy(note => (rows[note.Stored], IndexOf(note.Column)))
            .Select(group => new PlacedNote(HeadingRow + group.Key.Item1, group.Key.Item2, string.Join('\n', group.Select(note => note.Text))))
            .OrderBy(note => note.Row).ThenBy(note => note.Column);
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

    private int IndexOf(string column)
    {
        for (var index = 0; index < Table.Columns.Count; index++)
            if (string.Equals(Table.Columns[index].Name, column, StringComparison.Ordinal))
                return index;
        return -1;
    }

    private void WriteHeading(XmlOutput xml, int style)
    {
        var lines = Math.Min(_columns.Max(column => column.HeadingLines), MaxHeadingLines);
        var start = ColumnLayout.TextStartIn(style);
        Span<byte> buffer = stackalloc byte[8];
        Utf8Formatter.TryFormat(HeadingRow, buffer, out var length);
        xml.Raw("<row r=\""u8).Raw(buffer[..length]).Raw("\" ht=\""u8).Number(lines * SheetPart.LineHeight + 6).Raw("\" customHeight=\"1\">"u8);
        for (var index = 0; index < _columns.Length; index++)
        {
            var name = _columns[index].Column.Name;
            if (name.Length > SheetPart.MaxCharacters)
                throw ExportErrors.TextTooLong(At() with { Row = HeadingRow, Column = index + 1 }, name.Length, SheetPart.MaxCharacters);
            xml.Raw(_columns[index].CellStart).Raw(buffer[..length]).Raw(start);
            WriteText(xml, name);
        }
        xml.Raw("</row>"u8);
    }

    private void WriteRow(XmlOutput xml, ColumnLayout[] wrapping, RowBlock block, int place)
    {
        var row = block.First + place;
        Span<byte> buffer = stackalloc byte[8];
        Utf8Formatter.TryFormat(HeadingRow + row + 1, buffer, out var length);
        var number = buffer[..length];
        var stored = block.Stored(place);
        xml.Raw("<row r=\""u8).Raw(number);
        // Not every program finds the height of such a row by itself.
        var lines = 1;
        foreach (var column in wrapping)
            lines = Math.Max(lines, Math.Min(column.Lines(stored), MaxLines));
        if (lines > 1)
            xml.Raw("\" ht=\""u8).Number(lines * SheetPart.LineHeight).Raw("\" customHeight=\"1"u8);
        xml.Raw("\">"u8);
        for (var index = 0; index < _columns.Length; index++)
        {
            var layout = _columns[index];
            xml.Raw(layout.CellStart).Raw(number);
            if (_hasFormulas && FormulaOf(index, row, stored) is { } formula)
            {
                WriteFormula(xml, layout, formula, stored);
            }
            else if (_numbers[index] is { } cells)
            {
                xml.Raw(cells.Of(block.Number(index, place)));
            }
            else if (block.Text(index, place) is { } text)
            {
                xml.Raw(layout.TextStart(text));
                WriteText(xml, text);
            }
            else
            {
                xml.Raw(layout.MissingCell);
            }
        }
        xml.Raw("</row>"u8);
    }

    private ExportFormula? FormulaOf(int column, int row, int stored) =>
        _formulas[column] is { } formula ? formula.ValueRows.Contains(stored) ? null : formula
        : Section.CellFormulas.Count > 0 && Section.CellFormulas.TryGetValue((row, _columns[column].Column.Name), out var own) ? own
        : null;

    private static void WriteFormula(XmlOutput xml, ColumnLayout layout, ExportFormula formula, int stored)
    {
        var value = (layout.Column as Column.Numbers)?.Number(stored) is { } number ? NumberCell.Of(number, ((Column.Numbers)layout.Column).Format) : (NumberCell?)null;
        var text = layout.Column[stored].Text;
        xml.Raw("\" s=\""u8).Number(layout.StyleOf(text, formula.Decimals ?? value?.Decimals ?? (layout.Column as Column.Numbers)?.Format.Decimals))
            .Raw(value is null ? "\" t=\"str\"><f>"u8 : "\"><f>"u8).PlainText(formula.Text).Raw("</f><v>"u8);
        if (value is { } known)
            xml.PlainText(known.Value);
        else if (text is not null)
            xml.Text(text);
        xml.Raw("</v></c>"u8);
    }

    private static void WriteText(XmlOutput xml, string text) =>
        xml.Raw(NeedsItsSpaces(text) ? " xml:space=\"preserve\">"u8 : ">"u8).Text(text).Raw("</t></is></c>"u8);

    // The first text of the block that is too long; there is one.
    private ExportException TooLong(RowBlock block)
    {
        for (var place = 0; ; place++)
            for (var index = 0; index < _columns.Length; index++)
                if (block.Text(index, place) is { Length: > SheetPart.MaxCharacters } text)
                    return ExportErrors.TextTooLong(At() with { Row = HeadingRow + block.First + place + 1, Column = index + 1 }, text.Length, SheetPart.MaxCharacters);
    }

    private static bool NeedsItsSpaces(string text) => text.AsSpan().ContainsAnyInRange('\0', ' ')
        && (text[0] <= ' ' || text[^1] <= ' ' || text.AsSpan().IndexOfAny('\n', '\t') >= 0 || text.Contains("  ", StringComparison.Ordinal));

    private Place At() => new(_book, _sheet);
}
