using Mlj.Exports;
using Mlj.Recognition;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Tests(Compilation results, Facts facts)
    {
        var tests = results.Consolidation.Tests;
        var columns = tests.Select(test => facts.Table.Columns.OfType<Column.Numbers>().FirstOrDefault(column => column.Role == ColumnRole.Score && column.Test == test.Number)).ToList();
        var statistics = columns.Select(column => column is null ? null : facts.StatisticsOf(column)).ToList();
        var formulas = new Dictionary<(int, string), ExportFormula>();
        for (var row = 0; row < tests.Count; row++)
            if (columns[row] is { } column && facts.Cells(column) is { } cells && statistics[row]!.Count > 0)
            {
                formulas.Add((row, "People"), new ExportFormula($"COUNT({cells})"));
                formulas.Add((row, "Mean"), new ExportFormula($"AVERAGE({cells})"));
                if (statistics[row]!.StandardDeviation is not null)
                    formulas.Add((row, "SD"), new ExportFormula($"STDEV({cells})"));
            }
        var given = new ExportSection(new Table(
            Numbers("Test", tests, test => (decimal?)test.Number),
            Texts("File", tests, test => test.File),
            Texts("Title", tests, test => test.Title),
            Texts("Submitted", tests, Submitted),
            Numbers("Maximum", tests, test => (decimal?)test.Maximum),
            Numbers("Rows", tests, test => (decimal?)test.Rows),
            Numbers("People", statistics, each => (decimal?)each?.Count),
            Numbers("Mean", statistics, each => each?.Mean).Formatted(NumberFormat.Percentage),
            Numbers("SD", statistics, each => each?.StandardDeviation).Formatted(new NumberFormat(2))), "What was given, with mean and standard deviation in percent")
        { HasFilter = false, CellFormulas = formulas };
        var reading = new ExportSection(new Table(
            Numbers("Test", tests, test => (decimal?)test.Number),
            Texts("File", tests, test => test.File),
            Texts("Number from", tests, test => test.NumberWhy),
            Texts("Name column", tests, test => Headings(test, SourceColumnRole.Name, SourceColumnRole.FirstName, SourceColumnRole.MiddleName, SourceColumnRole.LastName)),
            Texts("Email column", tests, test => Headings(test, SourceColumnRole.Email)),
            Texts("Score column", tests, test => Headings(test, SourceColumnRole.Score, SourceColumnRole.Percentage, SourceColumnRole.Correct)),
            Texts("Maximum from", tests, test => test.MaximumWhy),
            Texts("Sheet", tests, test => test.Sheet)), "How each file was read")
        { HasFilter = false };
        return new ExportSheet("Tests", tests.Count == 0 ? [given] : [given, reading]) { Title = "The tests" };

        static string? Submitted(RecognisedTest test) => Time(test.FirstSubmitted) is not { } first ? null
            : Time(test.LastSubmitted) is { } last && last != first ? $"{first} to {last}" : first;
    }
}
