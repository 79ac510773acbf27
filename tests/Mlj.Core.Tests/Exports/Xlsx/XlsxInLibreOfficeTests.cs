using System.Text;
using Mlj.Exports;
using Mlj.Exports.Xlsx;
using Mlj.Tables;
using Mlj.Testing;

namespace Mlj.Tests.Exports.Xlsx;

public class XlsxInLibreOfficeTests
{
    // Comma, quotes, UTF-8, from line 1, no column formats, default language, quote no text, keep the shown form of numbers.
    private const string ShownCells = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";

    [LibreOfficeFact]
    public async Task Write_TextThatLooksLikeSomethingElse_StaysText()
    {
        string[] texts = ["=1+1", "+49 151 1234567", "-5", "@SUM(A1)", "00123", "1e5", "TRUE", "2024-01-01", "  spaces  ", "_x0041_", "_x005F_x0041_", "<&>", "Ẹ̀kọ́", "李小龙", "😀", "#N/A"];
        using var stream = new MemoryStream();
        new XlsxExport().Write(Books.Of(new Column.Texts("Text", texts)), stream);
        var shown = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(stream.ToArray(), ".xlsx", ShownCells));
        Assert.Equal(["Text", .. texts], shown.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    [LibreOfficeFact]
    public async Task Write_AClass_IsShownAsWeShowIt()
    {
        using var stream = new MemoryStream();
        new XlsxExport().Write(Books.Class(), stream);
        var shown = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(stream.ToArray(), ".xlsx", ShownCells));
        Assert.Equal(Expected(Books.Class()), shown.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
    }

    // What the table shows; only a number beyond the 15 digits of spreadsheet programs is cut to them.
    private static string Expected(ExportBook book)
    {
        var table = book.Main.Table;
        var lines = new StringBuilder().AppendJoin(',', table.Columns.Select(column => column.Name)).Append('\n');
        for (var row = 0; row < table.RowCount; row++)
            lines.AppendJoin(',', table.Columns.Select(column => column.Show(row).Replace("99.9999999999999999", "99.9999999999999", StringComparison.Ordinal))).Append('\n');
        return lines.ToString();
    }
}
