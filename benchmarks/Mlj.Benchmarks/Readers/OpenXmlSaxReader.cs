using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mlj.Benchmarks.Cells;

namespace Mlj.Benchmarks.Readers;

/// <summary>DocumentFormat.OpenXml: OpenXmlReader over the sheet, an element a cell.</summary>
internal static class OpenXmlSaxReader
{
    public static TSink Read<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = document.WorkbookPart!;
        var shared = ReadShared(book.SharedStringTablePart);
        using var reader = OpenXmlReader.Create(book.WorksheetParts.First());
        var row = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Row))
                row++;
            else if (reader.ElementType == typeof(Cell))
                Add((Cell)reader.LoadCurrentElement()!, row, shared, ref sink);
        }
        return sink;
    }

    private static void Add<TSink>(Cell cell, int row, List<string> shared, ref TSink sink) where TSink : ICellSink
    {
        var column = CellName.Column(cell.CellReference!.Value);
        if (cell.DataType is null)
            sink.Number(row, column, double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));
        else if (cell.DataType.Value == CellValues.SharedString)
            sink.Text(row, column, shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]);
        else
            sink.Text(row, column, cell.InlineString?.Text?.Text ?? cell.CellValue?.Text ?? "");
    }

    private static List<string> ReadShared(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
            return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
                texts.Add(reader.LoadCurrentElement()!.InnerText);
        return texts;
    }
}
