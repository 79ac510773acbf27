using ClosedXML.Excel;
using Mlj.Tables;

namespace Mlj.Benchmarks.Writers;

/// <summary>ClosedXML: the workbook in memory, the cells' style set a column at a time, then saved.</summary>
internal static class ClosedXmlWriter
{
    public static void Write(Table table, Stream file)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Results");
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var column = table.Columns[index];
            sheet.Cell(1, index + 1).SetValue(column.Name);
            for (var row = 0; row < table.RowCount; row++)
            {
                var cell = table[row, index];
                if (cell.Number is { } number)
                    sheet.Cell(row + 2, index + 1).SetValue((double)number);
                else
                    sheet.Cell(row + 2, index + 1).SetValue(cell.Text);
            }
            SetStyle(sheet.Cell(1, index + 1).Style, ColumnStyles.HeadingFill);
            if (table.RowCount > 0)
                SetStyle(sheet.Range(2, index + 1, table.RowCount + 1, index + 1).Style, ColumnStyles.Fills[index]);
        }
        book.SaveAs(file);
    }

    private static void SetStyle(IXLStyle style, string fill)
    {
        style.Fill.BackgroundColor = XLColor.FromHtml("#" + fill);
        style.Border.LeftBorder = style.Border.RightBorder = style.Border.TopBorder = style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.NumberFormat.NumberFormatId = 2;
    }
}
