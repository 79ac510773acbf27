using System.Globalization;
using Mlj.OpenXml;

namespace Mlj.Exports.Xlsx;

/// <summary>Writes a book as a package of parts, each straight to its compressed place; no sheet is ever held as XML.</summary>
internal sealed class WorkbookWriter
{
    // Half to two thirds of the time of the usual 6, for files that are 2 to 12 % larger. From 3 down they are up to 34 % larger and more.
    private const int DeflateLevel = 4;

    private readonly ExportBook _book;
    private readonly SheetPart[] _sheets;
    private readonly StyleSheet _styles = new();

    public WorkbookWriter(ExportBook book)
    {
        _book = book;
        _sheets = new SheetPart[book.Sheets.Count];
        var names = new HashSet<string>(book.Sheets.SelectMany(sheet => sheet.Sections).SelectMany(section => section.Names).Select(name => name.Name), StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < _sheets.Length; index++)
            _sheets[index] = new(book, book.Sheets[index], index + 1, name => TableName(name, names));
    }

    public void Write(Stream stream, CancellationToken cancellation)
    {
        using var package = new PackageWriter(stream, DeflateLevel);
        WritePart(package, "[Content_Types].xml", WriteContentTypes);
        WritePart(package, "_rels/.rels", WritePackageLinks);
        WritePart(package, "docProps/core.xml", WriteProperties);
        WritePart(package, "xl/workbook.xml", WriteWorkbook);
        WritePart(package, "xl/_rels/workbook.xml.rels", WriteWorkbookLinks);
        foreach (var sheet in _sheets)
        {
            WritePart(package, Numbered($"xl/worksheets/sheet{sheet.Number}.xml"), xml => sheet.Write(xml, _styles, cancellation));
            WriteBesides(package, sheet);
        }
        // Last, for only now all formats are known.
        WritePart(package, "xl/styles.xml", _styles.Write);
        package.Complete();
    }

    private void WriteBesides(PackageWriter package, SheetPart sheet)
    {
        if (!sheet.Tables.Any() && sheet.Charts.Count == 0 && sheet.Notes.Count == 0)
            return;
        WritePart(package, Numbered($"xl/worksheets/_rels/sheet{sheet.Number}.xml.rels"), xml => WriteSheetLinks(xml, sheet));
        foreach (var section in sheet.Tables)
            WritePart(package, Numbered($"xl/tables/table{section.TableId}.xml"), section.WriteTable);
        if (sheet.Notes.Count > 0)
        {
            WritePart(package, Numbered($"xl/comments{sheet.Number}.xml"), xml => NotesPart.WriteTexts(xml, sheet, _book.Creator));
            WritePart(package, Numbered($"xl/drawings/vmlDrawing{sheet.Number}.vml"), xml => NotesPart.WriteBoxes(xml, sheet));
        }
        if (sheet.Charts.Count == 0)
            return;
        WritePart(package, Numbered($"xl/drawings/drawing{sheet.Number}.xml"), xml => ChartPart.WriteDrawing(xml, sheet));
        WritePart(package, Numbered($"xl/drawings/_rels/drawing{sheet.Number}.xml.rels"), xml => WriteDrawingLinks(xml, sheet));
        for (var index = 0; index < sheet.Charts.Count; index++)
        {
            var chart = sheet.Charts[index];
            var data = _sheets.SelectMany(each => each.Sections).First(section => ReferenceEquals(section.Section, chart.Data));
            WritePart(package, Numbered($"xl/charts/chart{sheet.Number}_{index + 1}.xml"), xml => ChartPart.Write(xml, chart, data));
        }
    }

    private static void WritePart(PackageWriter package, string name, Action<XmlOutput> write)
    {
        using var part = package.Begin(name);
        using var xml = new XmlOutput(part);
        write(xml);
        xml.Flush();
        part.Complete();
    }

    private void WriteContentTypes(XmlOutput xml)
    {
        Begin(xml).Raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"u8)
            .Raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"u8)
            .Raw("<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"u8)
            .Raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>"u8)
            .Raw("<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"u8)
            .Raw("<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"u8)
            .Raw("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"u8);
        foreach (var sheet in _sheets)
        {
            xml.Raw("<Override PartName=\"/xl/worksheets/sheet"u8).Number(sheet.Number)
                .Raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"u8);
            foreach (var section in sheet.Tables)
                xml.Raw("<Override PartName=\"/xl/tables/table"u8).Number(section.TableId)
                    .Raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml\"/>"u8);
            if (sheet.Notes.Count > 0)
                xml.Raw("<Override PartName=\"/xl/comments"u8).Number(sheet.Number)
                    .Raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>"u8);
            if (sheet.Charts.Count > 0)
                xml.Raw("<Override PartName=\"/xl/drawings/drawing"u8).Number(sheet.Number)
                    .Raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/>"u8);
            for (var index = 1; index <= sheet.Charts.Count; index++)
                xml.Raw("<Override PartName=\"/xl/charts/chart"u8).Number(sheet.Number).Raw("_"u8).Number(index)
                    .Raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"u8);
        }
        xml.Raw("</Types>"u8);
    }

    private static void WritePackageLinks(XmlOutput xml) => BeginLinks(xml)
        .Raw("<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "u8)
        .Raw("Target=\"xl/workbook.xml\"/>"u8)
        .Raw("<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "u8)
        .Raw("Target=\"docProps/core.xml\"/></Relationships>"u8);

    private void WriteProperties(XmlOutput xml)
    {
        Begin(xml).Raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "u8)
            .Raw("xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "u8)
            .Raw("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"u8).PlainText(_book.Title)
            .Raw("</dc:title><dc:creator>"u8).PlainText(_book.Creator).Raw("</dc:creator>"u8);
        if (_book.Created is { } created)
            xml.Raw("<dcterms:created xsi:type=\"dcterms:W3CDTF\">"u8)
                .PlainText(created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).Raw("</dcterms:created>"u8);
        xml.Raw("</cp:coreProperties>"u8);
    }

    private void WriteWorkbook(XmlOutput xml)
    {
        Begin(xml).Raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "u8)
            .Raw("xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"u8)
            .Raw("<bookViews><workbookView/></bookViews><sheets>"u8);
        foreach (var sheet in _sheets)
            xml.Raw("<sheet name=\""u8).Attribute(sheet.Name).Raw("\" sheetId=\""u8).Number(sheet.Number)
                .Raw("\" r:id=\"rId"u8).Number(sheet.Number).Raw("\"/>"u8);
        xml.Raw("</sheets>"u8);
        if (_sheets.Any(sheet => sheet.HasCells))
        {
            xml.Raw("<definedNames>"u8);
            foreach (var sheet in _sheets.Where(sheet => sheet.HasCells))
                xml.Raw("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\""u8).Number(sheet.Number - 1).Raw("\">'"u8)
                    .Text(sheet.Name.Replace("'", "''", StringComparison.Ordinal)).Raw("'!$"u8).Number(sheet.RepeatedRow).Raw(":$"u8).Number(sheet.RepeatedRow).Raw("</definedName>"u8);
            foreach (var section in _sheets.SelectMany(sheet => sheet.Sections))
                foreach (var name in section.Section.Names)
                    xml.Raw("<definedName name=\""u8).Attribute(name.Name).Raw("\">"u8).Text(section.Cells(name.Column, name.FirstRow, name.Rows)).Raw("</definedName>"u8);
            xml.Raw("</definedNames>"u8);
        }
        xml.Raw("</workbook>"u8);
    }

    private void WriteWorkbookLinks(XmlOutput xml)
    {
        BeginLinks(xml);
        foreach (var sheet in _sheets)
            xml.Raw("<Relationship Id=\"rId"u8).Number(sheet.Number)
                .Raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet"u8)
                .Number(sheet.Number).Raw(".xml\"/>"u8);
        xml.Raw("<Relationship Id=\"rId"u8).Number(_sheets.Length + 1)
            .Raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"u8);
    }

    private static void WriteSheetLinks(XmlOutput xml, SheetPart sheet)
    {
        BeginLinks(xml);
        foreach (var section in sheet.Tables)
            xml.Raw("<Relationship Id=\"rIdTable"u8).Number(section.TableId)
                .Raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" Target=\"../tables/table"u8).Number(section.TableId).Raw(".xml\"/>"u8);
        if (sheet.Charts.Count > 0)
            xml.Raw("<Relationship Id=\"rIdDrawing\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing\" Target=\"../drawings/drawing"u8)
                .Number(sheet.Number).Raw(".xml\"/>"u8);
        if (sheet.Notes.Count > 0)
            xml.Raw("<Relationship Id=\"rIdNotes\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing\" Target=\"../drawings/vmlDrawing"u8)
                .Number(sheet.Number).Raw(".vml\"/><Relationship Id=\"rIdComments\" "u8)
                .Raw("Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"../comments"u8).Number(sheet.Number).Raw(".xml\"/>"u8);
        xml.Raw("</Relationships>"u8);
    }

    private static void WriteDrawingLinks(XmlOutput xml, SheetPart sheet)
    {
        BeginLinks(xml);
        for (var index = 1; index <= sheet.Charts.Count; index++)
            xml.Raw("<Relationship Id=\"rId"u8).Number(index)
                .Raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart\" Target=\"../charts/chart"u8)
                .Number(sheet.Number).Raw("_"u8).Number(index).Raw(".xml\"/>"u8);
        xml.Raw("</Relationships>"u8);
    }

    private static XmlOutput Begin(XmlOutput xml) => xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);

    private static XmlOutput BeginLinks(XmlOutput xml) =>
        Begin(xml).Raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"u8);

    // A sheet's name gets an ending that keeps it from being a cell's address (Tab1) or R1C1.
    private static string TableName(string asked, HashSet<string> taken)
    {
        var start = char.IsAsciiDigit(asked[0]) ? "_" : "";
        var name = start + string.Create(asked.Length, asked, static (letters, text) =>
        {
            for (var index = 0; index < letters.Length; index++)
                letters[index] = char.IsAsciiLetterOrDigit(text[index]) ? text[index] : '_';
        });
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
            free = Numbered($"{name}{number}");
        return free;
    }

    private static string Numbered(FormattableString text) => FormattableString.Invariant(text);
}
