using System.Globalization;
using System.Security;
using System.Text;
using Mlj.Formulas;
using Mlj.Tables;
using Mlj.Testing;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Formulas;

public class FormulaInLibreOfficeTests
{
    // Comma, quotes, UTF-8, from line 1, no column formats, default language, quote every text, keep numbers as they are.
    private const string ExactCells = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false";

    private const int Rows = 8;

    [LibreOfficeFact]
    public async Task ToExcel_RandomFormulas_GivesThereWhatItGivesHere()
    {
        var random = new RandomFormula(2026);
        var table = random.Table(Rows);
        var formulas = new List<Formula>();
        while (formulas.Count < 200)
            if (Formula.TryParse(random.Next().ToString(), out var formula, out _) && formula.ToExcel(table, "Results") is not null)
                formulas.Add(formula);

        var shown = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(WorkbookOf(table, formulas), ".xlsx", ExactCells));

        var lines = shown.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var wrong = new List<string>();
        for (var row = 0; row < Rows; row++)
        {
            var cells = lines[row + 1].Split(',')[(table.Columns.Count + 1)..];
            for (var index = 0; index < formulas.Count; index++)
            {
                var expected = formulas[index].Evaluate(table, row);
                if (!AreEqual(expected, cells[index]))
                    wrong.Add($"{formulas[index].Text} in row {row}: {expected} here, {cells[index]} there, by {formulas[index].ToExcel(table)}");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Rows * formulas.Count} cells:\n{string.Join("\n", wrong.OrderBy(line => line.Length).Take(20))}");
    }

    private static bool AreEqual(Cell here, string there) => here.Number is { } number
        ? double.TryParse(there, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && Math.Abs((double)number - other) <= 1e-9 * Math.Max(1, Math.Abs(other))
        : there.Trim('"') == (here.Text ?? "") && (here.IsMissing || there.StartsWith('"'));

    // The table, an empty column, and a column for each formula, none of which has a cached value.
    private static byte[] WorkbookOf(Table table, List<Formula> formulas)
    {
        var workbook = Workbook.Sheet("Results").Row([.. table.Columns.Select(column => column.Name)]);
        for (var row = 0; row < table.RowCount; row++)
        {
            var number = row + 2;
            var cells = new StringBuilder($"<row r=\"{number}\">");
            for (var index = 0; index < table.Columns.Count; index++)
            {
                var cell = table[row, index];
                var reference = Place.ColumnLetters(index + 1) + number.ToString(CultureInfo.InvariantCulture);
                if (cell.Text is { } text)
                    cells.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>");
                else if (!cell.IsMissing)
                    cells.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"><v>{cell}</v></c>");
            }
            for (var index = 0; index < formulas.Count; index++)
                cells.Append(CultureInfo.InvariantCulture, $"<c r=\"{Place.ColumnLetters(table.Columns.Count + 2 + index)}{number}\" s=\"1\"><f>{SecurityElement.Escape(formulas[index].ToExcel(table, "Results"))}</f></c>");
            workbook.RowXml(cells.Append("</row>").ToString());
        }
        var range = $"A1:{Place.ColumnLetters(table.Columns.Count)}{table.RowCount + 1}";
        workbook.AfterRows("<tableParts count=\"1\"><tablePart xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/></tableParts>")
            .Part("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/table\" Target=\"../tables/table1.xml\"/></Relationships>")
            .Part("xl/tables/table1.xml", $"<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"1\" name=\"Results\" displayName=\"Results\" ref=\"{range}\">"
                + $"<autoFilter ref=\"{range}\"/><tableColumns count=\"{table.Columns.Count}\">"
                + string.Concat(table.Columns.Select((column, index) => $"<tableColumn id=\"{index + 1}\" name=\"{SecurityElement.Escape(column.Name)}\"/>")) + "</tableColumns></table>");
        // Style 1: twelve decimals, so that a percentage is not shown as one.
        workbook.RowAt(table.RowCount + 10, 1.5.In("0.000000000000"));
        var types = Encoding.UTF8.GetString(workbook.Parts().Single(part => part.Name == "[Content_Types].xml").Content);
        return workbook.Part("[Content_Types].xml", types.Replace("</Types>",
            "<Override PartName=\"/xl/tables/table1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml\"/></Types>", StringComparison.Ordinal)).ToBytes();
    }
}
