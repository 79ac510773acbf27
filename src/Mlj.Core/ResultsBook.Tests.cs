using Mlj.Exports;
using Mlj.Recognition;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Tests(Compilation results, Facts facts, bool isOpen)
    {
        var tests = results.Consolidation.Tests;
        var columns = tests.Select(test => facts.Table.Columns.OfType<Column.Numbers>().FirstOrDefault(column => column.Role == ColumnRole.Score && column.Test == test.Number)).ToList();
        var statistics = columns.Select(column => column is null ? null : ColumnStatistics.Of(column, facts.Table.Order)).ToList();
        var formulas = new Dictionary<(int, string), ExportFormula>();
        for (var row = 0; row < tests.Count; row++)
            if (columns[row] is { } column && facts.Cells(column) is { } cells && statistics[row]!.Count > 0)
            {
                formulas.Add((row, "People"), new ExportFormula($"COUNT({cells})"));
                formulas.Add((row, "Mean"), new ExportFormula($"AVERAGE({cells})"));
                if (statistics[row]!.StandardDeviation is not null)
                    formulas.Add((row, "SD"), new ExportFormula($"STDEV({cells})"));
            }
        return new ExportSheet("Tests", new ExportSection(new Table(
            Numbers("Test", tests.Select(test => (decimal?)test.Number)),
            Texts("Title", tests.Select(test => test.Title)),
            Texts("File", tests.Select(test => test.File)),
            Texts("Sheet", tests.Select(test => test.Sheet)),
            Texts("First submission", tests.Select(test => Time(test.FirstSubmitted))),
            Texts("Last submission", tests.Select(test => Time(test.LastSubmitted))),
            Numbers("Rows", tests.Select(test => (decimal?)test.Rows)),
            Numbers("People", statistics.Select(each => (decimal?)each?.Count)),
            Numbers("Mean", statistics.Select(each => each?.Mean)).Formatted(NumberFormat.Percentage),
            Numbers("SD", statistics.Select(each => each?.StandardDeviation)).Formatted(new NumberFormat(2)),
            Numbers("Maximum", tests.Select(test => (decimal?)test.Maximum)),
            Texts("Maximum from", tests.Select(test => test.MaximumWhy)),
            Texts("Name column", tests.Select(test => Headings(test, SourceColumnRole.Name, SourceColumnRole.FirstName, SourceColumnRole.LastName))),
            Texts("Email column", tests.Select(test => Headings(test, SourceColumnRole.Email))),
            Texts("Score column", tests.Select(test => Headings(test, SourceColumnRole.Score, SourceColumnRole.Percentage, SourceColumnRole.Correct))),
            Texts("Number from", tests.Select(test => test.NumberWhy)))) { CellFormulas = formulas })
        { FrozenColumns = 1 };
    }
}
