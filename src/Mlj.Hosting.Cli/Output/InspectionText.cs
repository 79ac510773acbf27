using System.Globalization;
using Mlj.Hosting.Cli.Shell;
using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What was recognised of files, for people.</summary>
internal static class InspectionText
{
    public static void Write(IReadOnlyList<Inspection> inspections, IReadOnlyList<RefusedFile> refused, Terminal terminal)
    {
        var screen = new Screen(terminal);
        foreach (var inspection in inspections)
        {
            screen.Heading(inspection.File);
            screen.Line("  Sheets: " + string.Join(", ", inspection.Sheets.Select(sheet =>
                sheet.Name + (sheet.IsVisible ? "" : " (hidden)") + (inspection.Sheets.Count > 1 && sheet.Name == inspection.Layout.Where.Sheet ? " (chosen)" : ""))));
            screen.Line(inspection.Layout.HeaderRow is { } row
                ? string.Create(CultureInfo.InvariantCulture, $"  Headings: row {row}")
                : "  Headings: none found; the columns were recognised by their cells");
            if (inspection.Test is { } test)
            {
                screen.Line(string.Create(CultureInfo.InvariantCulture, $"  Test {test.Number} ({test.NumberWhy}): {test.Title}"));
                screen.Line(string.Create(CultureInfo.InvariantCulture, $"  Scores out of {test.Maximum:0.####} ({test.MaximumWhy}), {test.Rows} rows"));
            }
            if (inspection.Problem is { } problem)
                screen.Line($"  No test: {problem.What} {Told.Remedy(problem)}");
            var columns = inspection.Test?.Columns ?? inspection.Layout.Columns;
            screen.Table(["Column", "Heading", "Role", "Why"],
                columns.Where(column => column.Role is not (SourceColumnRole.None or SourceColumnRole.QuestionPoints or SourceColumnRole.Feedback))
                    .Select(column => (IReadOnlyList<string>)[Place.ColumnLetters(column.Column), column.Heading, RoleNames.Of(column.Role).Replace('_', ' '), column.Why]));
            if (columns.Count(column => column.Role is SourceColumnRole.None or SourceColumnRole.QuestionPoints or SourceColumnRole.Feedback) is > 0 and var others)
                screen.Line(string.Create(CultureInfo.InvariantCulture, $"  {others} other columns are not needed (--json lists them)."));
            if (inspection.Notes.Count > 0)
                screen.List([.. inspection.Notes.Select(Told.Of)], int.MaxValue, "");
            screen.Line();
        }
        foreach (var file in refused)
            screen.Line("Refused: " + Told.Of(file.Problem));
    }
}
