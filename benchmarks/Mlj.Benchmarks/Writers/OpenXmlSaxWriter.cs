using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mlj.Values;

namespace Mlj.Benchmarks.Writers;

/// <summary>DocumentFormat.OpenXml: OpenXmlWriter, an element a cell.</summary>
internal static class OpenXmlSaxWriter
{
    public static void Write(Mlj.Tables.Table table, Stream file)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = "Results", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        using (var styles = new MemoryStream(Encoding.UTF8.GetBytes(ColumnStyles.Xml)))
            book.AddNewPart<WorkbookStylesPart>().FeedData(styles);
        using var xml = OpenXmlWriter.Create(sheet);
        xml.WriteStartElement(new Worksheet());
        xml.WriteStartElement(new SheetData());
        WriteRow(xml, 1, table.Columns.Count, (index, name) => Text(name, ColumnStyles.Heading, table.Columns[index].Name));
        for (var row = 0; row < table.RowCount; row++)
            WriteRow(xml, row + 2, table.Columns.Count, (index, name) => Cell(name, ColumnStyles.Heading + 1 + index, table[row, index]));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter xml, int number, int columns, Func<int, string, DocumentFormat.OpenXml.Spreadsheet.Cell> cell)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var index = 0; index < columns; index++)
            xml.WriteElement(cell(index, string.Create(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(index + 1)}{number}")));
        xml.WriteEndElement();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(string name, int style, Mlj.Tables.Cell cell) => cell.Number is { } number
        ? new() { CellReference = name, StyleIndex = (uint)style, CellValue = new CellValue(((double)number).ToString(CultureInfo.InvariantCulture)) }
        : Text(name, style, cell.Text!);

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Text(string name, int style, string text) => new()
    {
        CellReference = name,
        StyleIndex = (uint)style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text)),
    };
}
