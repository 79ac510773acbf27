using System.Globalization;
using System.Text;
using Mlj.Recognition.Cells;
using Mlj.Recognition.PlainTables;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>
/// Reads any sheet whose first row is its heading as a table: what results were exported to, or a sheet that a person made. The kinds of
/// columns are decided by all of their cells, their roles by their headings. Stateless and safe to share between threads.
/// </summary>
public static class TableReader
{
    private const string ResultsSheet = "Results";

    /// <summary>A table without rows, of which only the headings are known: columns have the roles and kinds that these speak for.</summary>
    /// <param name="headings">The names of the columns; blank ones and those that stand there already are left out.</param>
    public static Table OfHeadings(IEnumerable<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var names = headings.Where(heading => !string.IsNullOrWhiteSpace(heading)).Distinct(StringComparer.Ordinal).ToList();
        return new Table(new TableColumns([.. names.Select((name, index) => (name, new TableCells(), new Place("headings", Column: index + 1)))], [], null, false, []).Make());
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, in any of <see cref="TableReadOptions.Formats"/>.</param>
    /// <param name="options">What the caller knows better; null means nothing.</param>
    /// <param name="limits">What is too much; null means <see cref="SourceLimits.Default"/>.</param>
    /// <param name="cancellation">Asked between rows.</param>
    /// <returns>The first sheet with a filled cell among those that the options allow, its rows in their order, and what was odd.</returns>
    /// <exception cref="ArgumentException">The options have no formats.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="SourceException">The file cannot be read, has no such sheet, or no filled cell.</exception>
    public static SheetTable Read(SourceFile file, TableReadOptions? options = null, SourceLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= TableReadOptions.None;
        if (options.Formats is null)
            throw new ArgumentException($"The option {nameof(options.Formats)} is null; leave it out for its default.", nameof(options));
        using var book = options.Formats.Open(file, limits, cancellation);
        foreach (var index in Candidates(book, file.Name, options.Sheet))
        {
            using var sheet = book.OpenSheet(index);
            var where = new Place(file.Name, book.Sheets[index].Name);
            if (sheet.Read())
                return Read(sheet, where, [.. book.Notes, .. OtherSheets(book, index, options, where)], options.DecimalMark, cancellation);
        }
        throw RecognitionErrors.NothingInside(file.Name);
    }

    private static IEnumerable<int> Candidates(ISourceBook book, string file, string? named)
    {
        var sheets = book.Sheets.Index().ToList();
        if (named is not null)
            return sheets.Where(each => each.Item.Name.Equals(named, StringComparison.OrdinalIgnoreCase)).Select(each => each.Index).ToList() is { Count: > 0 } found
                ? found
                : throw RecognitionErrors.NoSuchSheet(file, named, book.Sheets);
        if (sheets.Count == 0)
            throw RecognitionErrors.NoSuchSheet(file, null, book.Sheets);
        return sheets.OrderByDescending(each => each.Item.Name.Equals(ResultsSheet, StringComparison.OrdinalIgnoreCase)).ThenByDescending(each => each.Item.IsVisible).Select(each => each.Index);
    }

    private static IEnumerable<Note> OtherSheets(ISourceBook book, int index, TableReadOptions options, Place where)
    {
        if (options.Sheet is null && book.Sheets.Count > 1)
            yield return new Note(NoteLevel.Information, "sheet_chosen",
                $"Of {book.Sheets.Count} sheets this one was read. The others are: {string.Join(", ", book.Sheets.Where((_, each) => each != index).Select(each => each.Name))}.", where);
    }

    private static SheetTable Read(ISheetReader sheet, Place where, List<Note> notes, DecimalMark? mark, CancellationToken cancellation)
    {
        where = where with { Row = null };
        var headings = new List<string>();
        for (var index = 0; index < sheet.Row.Count; index++)
        {
            var cell = sheet.Row[index];
            while (headings.Count < cell.Column)
                headings.Add("");
            headings[cell.Column - 1] = Heading(cell);
        }
        var headingRow = sheet.Row.Number;
        if (headings.Any(heading => heading.Contains('@') && EmailAddress.Read(heading) is { IsValid: true }))
            notes.Add(new Note(NoteLevel.Question, "heading_is_data", "The first row holds an address, so it may be data and no heading. Add a row of headings above it.", where with { Row = headingRow }));

        var columns = headings.Select(_ => new TableCells()).ToList();
        var rows = new List<int>();
        while (sheet.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            for (var index = 0; index < sheet.Row.Count; index++)
            {
                var number = sheet.Row[index].Column;
                if (RawScore.Of(sheet.Row, number) is not { } cell)
                    continue;
                while (columns.Count < number)
                    columns.Add(new TableCells());
                columns[number - 1].Add(rows.Count, cell);
            }
            rows.Add(sheet.Row.Number);
        }
        while (headings.Count < columns.Count)
            headings.Add("");
        // An empty column without a heading at the right or in between holds nothing.
        var used = Enumerable.Range(0, headings.Count).Where(index => headings[index].Length > 0 || columns[index].Filled > 0).ToList();
        var names = Unique(headings, used, where with { Row = headingRow }, notes);
        var maker = new TableColumns([.. used.Select(index => (names[index], columns[index], where with { Column = index + 1 }))], rows, mark, where.Sheet == where.File, notes);
        if (rows.Count == 0)
            notes.Add(new Note(NoteLevel.Review, "no_rows", "There is no row below the heading.", where));
        return new SheetTable(new Table(maker.Make()), where, rows, notes);
    }

    private static string Heading(SheetCell cell) => cell.Kind switch
    {
        CellKind.Text or CellKind.Error or CellKind.IsoDate => Encoding.UTF8.GetString(cell.Utf8).Trim(),
        CellKind.Number when !cell.Format.IsDate && NumberText.ToDecimal(cell.Number) is { } number => Cell.Of(number).ToString(),
        CellKind.Number => TableCells.Date(cell.Number, cell.Format) ?? cell.GetText(),
        _ => cell.GetText(),
    };

    /// <summary>The columns' names: blank headings get one, later ones of a name get a number.</summary>
    private static Dictionary<int, string> Unique(List<string> headings, List<int> used, Place where, List<Note> notes)
    {
        var names = new Dictionary<int, string>();
        var taken = used.Select(index => headings[index]).Where(heading => heading.Length > 0).ToHashSet(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var index in used)
        {
            var heading = headings[index];
            var name = heading.Length > 0 ? heading : "Column " + Place.ColumnLetters(index + 1);
            var isFree = heading.Length > 0 ? given.Add(heading) : taken.Add(name) && given.Add(name);
            for (var number = 2; !isFree; number++)
            {
                var next = string.Create(CultureInfo.InvariantCulture, $"{(heading.Length > 0 ? heading : "Column " + Place.ColumnLetters(index + 1))} ({number})");
                if (!(isFree = taken.Add(next) && given.Add(next)))
                    continue;
                name = next;
            }
            names[index] = name;
            if (heading.Length == 0)
                notes.Add(new Note(NoteLevel.Review, "blank_heading", $"The column has no heading; it is called '{name}' here.", where with { Column = index + 1 }));
            else if (name != heading)
                notes.Add(new Note(NoteLevel.Review, "repeated_heading", $"There is another column '{RecognitionErrors.Shorten(heading)}'; this one is called '{RecognitionErrors.Shorten(name)}' here.", where with { Column = index + 1 }));
        }
        return names;
    }
}
