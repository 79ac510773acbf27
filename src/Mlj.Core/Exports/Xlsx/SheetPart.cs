using System.Globalization;
using Mlj.Values;

namespace Mlj.Exports.Xlsx;

/// <summary>One sheet of a workbook, written row by row.</summary>
internal sealed class SheetPart
{
    public const int MaxRows = 1_048_576;
    public const int MaxColumns = 16_384;
    public const int MaxCharacters = 32_767;
    public const int LineHeight = 15;

    private const int MostRowsOfOnePage = 70;

    // Tables of further sections of a sheet get numbers that no sheet has.
    private const int TablesOfFurtherSections = 1000;

    private readonly ExportSheet _sheet;
    private readonly List<SectionPart> _sections = [];

    public SheetPart(ExportBook book, ExportSheet sheet, int number, Func<string, string> tableName)
    {
        _sheet = sheet;
        Number = number;
        var row = sheet.Title is null ? 1 : 3;
        for (var index = 0; index < sheet.Sections.Count; index++)
        {
            var section = sheet.Sections[index];
            var part = new SectionPart(book.Title, sheet.Name, section, row + (section.Title is null ? 0 : 1), number + index * TablesOfFurtherSections,
                tableName(section.TableName ?? sheet.Name + "_table"));
            _sections.Add(part);
            row = part.LastRow + 2;
        }
        Notes = [.. _sections.SelectMany(section => section.Notes())];
    }

    /// <summary>The sheet's number in the workbook, from 1.</summary>
    public int Number { get; }

    public string Name => _sheet.Name;

    public IReadOnlyList<SectionPart> Sections => _sections;

    /// <summary>The sections whose cells are tables of the spreadsheet program.</summary>
    public IEnumerable<SectionPart> Tables => _sections.Where(section => section.HasTable);

    public IReadOnlyList<ExportChart> Charts => _sheet.Charts;

    /// <summary>The notes at cells.</summary>
    public IReadOnlyList<PlacedNote> Notes { get; }

    /// <summary>Whether the sheet has cells at all.</summary>
    public bool HasCells => _sections.Exists(section => section.HasCells);

    /// <summary>The row that is repeated on every page: the heading of the longest section.</summary>
    public int RepeatedRow => _sections.MaxBy(section => section.Table.RowCount)!.HeadingRow;

    /// <summary>How many columns have cells.</summary>
    public int Columns => _sections.Max(section => section.Table.Columns.Count);

    private bool IsPlain => _sheet.Title is null && _sections is [{ Section.Title: null }];

    // A page with charts is one to take in at a glance, as far as it can be read then.
    private bool IsOnePage => Charts.Count > 0 && _sections[^1].LastRow <= MostRowsOfOnePage;

    private string Range => HasCells
        ? string.Create(CultureInfo.InvariantCulture, $"A1:{Place.ColumnLetters(Columns)}{_sections[^1].LastRow}")
        : "A1";

    /// <summary>Writes the sheet.</summary>
    public void Write(XmlOutput xml, StyleSheet styles, CancellationToken cancellation)
    {
        var widths = new int[Columns];
        foreach (var section in _sections)
        {
            var asked = section.LayOut(styles, !IsPlain);
            for (var index = 0; index < asked.Length; index++)
                widths[index] = Math.Max(widths[index], asked[index]);
        }
        foreach (var section in _sections)
            section.Take(widths);
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "u8)
            .Raw("xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"u8)
            .Raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\""u8).Attribute(Range).Raw("\"/>"u8);
        WriteView(xml);
        xml.Raw("<sheetFormatPr defaultRowHeight=\""u8).Number(LineHeight).Raw("\"/>"u8);
        if (HasCells)
        {
            xml.Raw("<cols>"u8);
            for (var index = 0; index < widths.Length; index++)
                xml.Raw("<col min=\""u8).Number(index + 1).Raw("\" max=\""u8).Number(index + 1)
                    .Raw("\" width=\""u8).Number(widths[index]).Raw("\" customWidth=\"1\"/>"u8);
            xml.Raw("</cols><sheetData>"u8);
            if (_sheet.Title is { } title)
                WriteLine(xml, 1, title, CellLook.Title, styles);
            foreach (var section in _sections.Where(section => section.HasCells))
            {
                if (section.Section.Title is { } words)
                    WriteLine(xml, section.HeadingRow - 1, words, CellLook.Section, styles);
                section.WriteRows(xml, styles, cancellation);
            }
            xml.Raw("</sheetData>"u8);
        }
        else
        {
            xml.Raw("<sheetData/>"u8);
        }
        if (IsPlain && HasCells && _sections[0] is { HasTable: false, Section.HasFilter: true, Table.RowCount: > 0 } alone)
            xml.Raw("<autoFilter ref=\""u8).Attribute(alone.Range).Raw("\"/>"u8);
        var priority = 1;
        foreach (var section in _sections)
            section.WriteConditions(xml, ref priority);
        xml.Raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"u8)
            .Raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\""u8).Number(IsOnePage ? 1 : 0).Raw("\"/>"u8)
            .Raw("<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"u8);
        // Ids and phone numbers are text on purpose, and a value may stand among formulas; without this, each would carry a warning.
        if (HasCells)
            xml.Raw("<ignoredErrors><ignoredError sqref=\""u8).Attribute(Range).Raw("\" numberStoredAsText=\"1\" calculatedColumn=\"1\"/></ignoredErrors>"u8);
        if (Charts.Count > 0)
            xml.Raw("<drawing r:id=\"rIdDrawing\"/>"u8);
        if (Notes.Count > 0)
            xml.Raw("<legacyDrawing r:id=\"rIdNotes\"/>"u8);
        if (Tables.Any())
        {
            xml.Raw("<tableParts count=\""u8).Number(Tables.Count()).Raw("\">"u8);
            foreach (var section in Tables)
                xml.Raw("<tablePart r:id=\"rIdTable"u8).Number(section.TableId).Raw("\"/>"u8);
            xml.Raw("</tableParts>"u8);
        }
        xml.Raw("</worksheet>"u8);
    }

    private static void WriteLine(XmlOutput xml, int row, string words, CellLook look, StyleSheet styles) => xml.Raw("<row r=\""u8).Number(row)
        .Raw("\" ht=\""u8).Number(look.Size + 8).Raw("\" customHeight=\"1\"><c r=\"A"u8).Number(row)
        .Raw(ColumnLayout.TextStartIn(styles.IndexOf(new CellFormat(look, CellFormat.Text)))).Raw(">"u8).Text(words).Raw("</t></is></c></row>"u8);

    private void WriteView(XmlOutput xml)
    {
        xml.Raw(Number == 1 ? "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\""u8 : "<sheetViews><sheetView workbookViewId=\"0\""u8);
        // A page to read looks like one.
        if (!IsPlain)
            xml.Raw(" showGridLines=\"0\""u8);
        if (!HasCells || !IsPlain)
        {
            xml.Raw("/></sheetViews>"u8);
            return;
        }
        var frozen = Math.Clamp(_sheet.FrozenColumns, 0, Columns);
        xml.Raw("><pane"u8);
        if (frozen > 0)
            xml.Raw(" xSplit=\""u8).Number(frozen).Raw("\""u8);
        // Past the last possible column there is no cell to begin with.
        xml.Raw(" ySplit=\"1\" topLeftCell=\""u8).Attribute(Place.ColumnLetters(Math.Min(frozen + 1, MaxColumns)))
            .Raw(frozen > 0 ? "2\" activePane=\"bottomRight\" state=\"frozen\"/>"u8 : "2\" activePane=\"bottomLeft\" state=\"frozen\"/>"u8)
            .Raw(frozen > 0 ? "<selection pane=\"bottomRight\"/>"u8 : "<selection pane=\"bottomLeft\"/>"u8)
            .Raw("</sheetView></sheetViews>"u8);
    }
}
