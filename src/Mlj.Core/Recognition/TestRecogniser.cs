using Mlj.Recognition.Layout;
using Mlj.Recognition.Sampling;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>
/// Finds out of one opened file which sheet holds the answers, where the headings stand and which column is for what, by the words of the
/// headings and by what the cells look like. Stateless and safe to share between threads.
/// </summary>
public static class TestRecogniser
{
    /// <summary>Looks at the first rows of every sheet and decides.</summary>
    /// <param name="book">The opened file.</param>
    /// <param name="file">The file's name as the user knows it.</param>
    /// <param name="options">What the caller knows better.</param>
    /// <returns>The layout of the sheet that looks most like the answers to a test.</returns>
    /// <exception cref="SourceException">The file cannot be read, or a column or sheet that the caller names is not there.</exception>
    public static SheetLayout Recognise(ISourceBook book, string file, RecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        ArgumentNullException.ThrowIfNull(options);
        options.Check(nameof(options));
        SheetLayout? best = null;
        SourceException? lacking = null;
        var layouts = new List<SheetLayout>();
        var empty = true;
        for (var index = 0; index < book.Sheets.Count; index++)
        {
            var sheet = book.Sheets[index];
            if (options.Sheet is not null && !string.Equals(options.Sheet, sheet.Name, StringComparison.OrdinalIgnoreCase))
                continue;
            using var reader = book.OpenSheet(index);
            var sample = SheetSample.Take(reader);
            empty &= sample.All.Count == 0;
            SheetLayout layout;
            try
            {
                layout = LayoutFinder.Find(sample, new Place(file, sheet.Name), index, options);
            }
            catch (SourceException error)
            {
                // Another sheet may have the column that the caller named.
                if (lacking is null || sample.All.Count > 0)
                    lacking = error;
                continue;
            }
            if (sheet.IsVisible)
                layouts.Add(layout);
            var strength = sheet.IsVisible ? layout.Strength : layout.Strength / 2;
            if (best is null || strength > best.Strength)
                best = layout with { Strength = strength };
        }
        if (best is null)
            throw lacking ?? RecognitionErrors.NoSuchSheet(file, options.Sheet, book.Sheets);
        return empty ? throw RecognitionErrors.NothingInside(file) : WithOthers(best, layouts);
    }

    /// <summary>Notes the sheets that hold answers under the same headings: only one sheet of a file is read.</summary>
    private static SheetLayout WithOthers(SheetLayout best, List<SheetLayout> layouts)
    {
        var others = layouts.FindAll(layout => layout.SheetIndex != best.SheetIndex && best.IsTest && Headings(layout).SequenceEqual(Headings(best)));
        return others.Count == 0 ? best : best with
        {
            Notes =
            [
                .. best.Notes,
                new Note(NoteLevel.Question, "other_sheets",
                    $"'{best.Where.Sheet}' was read, but {string.Join(", ", others.Select(other => $"'{other.Where.Sheet}'"))} {(others.Count == 1 ? "has" : "have")} the same columns. "
                    + "Hand in a file for each sheet, or say which one to read.", best.Where) { Corrections = [new(best.Where.File, FileSetting.Sheet)] },
            ],
        };

        static IEnumerable<(SourceColumnRole Role, string Heading)> Headings(SheetLayout layout) =>
            layout.Columns.Where(column => column.Role is not (SourceColumnRole.None or SourceColumnRole.QuestionPoints or SourceColumnRole.Feedback)).Select(column => (column.Role, column.Heading));
    }
}
