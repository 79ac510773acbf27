using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>The wording of everything that keeps a file from being recognised.</summary>
internal static class RecognitionErrors
{
    public static SourceException NoSuchSheet(string file, string? sheet, IReadOnlyList<SheetHeading> sheets) => sheets.Count == 0
        ? Make("no_sheet", "The workbook has no sheet with cells.", new Place(file), "Export the file again from the tool that made it.")
        : Make("no_sheet", $"There is no sheet '{sheet}'.", new Place(file), $"The sheets are: {string.Join(", ", sheets.Select(each => each.Name))}.");

    public static SourceException NothingInside(string file) =>
        Make("empty_file", "There is not one filled cell in the file.", new Place(file), "Export the file again from the tool that made it.");

    public static SourceException NoSuchColumn(Place sheet, string column, IEnumerable<string> headings) =>
        Make("no_column", $"There is no column '{column}'.", sheet, $"The columns are: {string.Join(", ", headings.Take(12).Select(heading => Shorten(heading)))}.");

    public static SourceException OwnResult(string file) =>
        Make("own_results", $"This is a result that {OwnResults.Program} wrote, and no test.", new Place(file), "Leave it out, and hand in the exports of the tests.");

    public static SourceException NoScore(SheetLayout layout) =>
        Make("no_score_column", "No column of scores could be recognised.", layout.Where, Found(layout, "Leave the file out if it holds no test; otherwise name the column of the scores."), FileSetting.ScoreColumn);

    public static SourceException NoPerson(SheetLayout layout) =>
        Make("no_person_column", "Neither a column of e-mail addresses nor one of names could be recognised.", layout.Where, Found(layout, "Name one of them."), FileSetting.EmailColumn, FileSetting.NameColumn);

    public static SourceException NoRows(SheetLayout layout) =>
        Make("no_rows", "The headings are there, but no row below them holds anything.", layout.Where, "Export the file again when there are answers.");

    public static SourceException NoPersonListed(SheetLayout layout) =>
        Make("no_person_column", "Neither a column of e-mail addresses nor one of names could be recognised, so this is no class list.", layout.Where, Found(layout, "Give the column of names the heading 'Name', or that of addresses 'Email'."));

    public static SourceException NobodyListed(SheetLayout layout) =>
        Make("no_rows", "The headings of a class list are there, but nobody stands below them.", layout.Where, "Add the names or addresses of the class, one person a row.");

    /// <summary>A heading short enough to be read in a sentence.</summary>
    public static string Shorten(string heading) => ShortText.Of(heading.ReplaceLineEndings(" "), 40);

    private static string Found(SheetLayout layout, string remedy) => layout.HeaderRow is null
        ? $"No row of headings was found either. {remedy}"
        : $"The columns are: {string.Join(", ", layout.Columns.Where(column => column.Heading.Length > 0).Take(12).Select(column => Shorten(column.Heading)))}. {remedy}";

    private static SourceException Make(string code, string what, Place where, string remedy, params ReadOnlySpan<FileSetting> settings)
    {
        var corrections = new List<Correction>();
        foreach (var setting in settings)
            corrections.Add(new Correction(where.File, setting));
        return new SourceException(new Problem(code, what, where, remedy) { Corrections = corrections });
    }
}
