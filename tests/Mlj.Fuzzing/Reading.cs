using System.Globalization;
using System.Text.Unicode;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Fuzzing;

/// <summary>Reads every cell of every sheet, and checks what every reader promises about them.</summary>
/// <param name="Outcome">"accepted", or the code of the problem.</param>
/// <param name="Cells">Everything that was read, one a line.</param>
/// <param name="Problem">The problem in words; empty without one.</param>
internal sealed record Reading(string Outcome, string Cells, string Problem = "")
{
    public static Reading Of(SourceFile file, SourceFormats formats, SourceLimits limits)
    {
        using var lines = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            using var book = formats.Open(file, limits);
            for (var index = 0; index < book.Sheets.Count; index++)
            {
                lines.WriteLine($"# {Sound(book.Sheets[index].Name, "the name of a sheet")}");
                using var reader = book.OpenSheet(index);
                ReadRows(reader, limits, lines);
            }
            foreach (var note in book.Notes)
                lines.WriteLine(Sound(note.ToString(), "a note"));
            return new Reading("accepted", lines.ToString());
        }
        catch (SourceException error)
        {
            if (error.Problem.Where.File != file.Name)
                throw new BrokenPromiseException("A problem names its file", error.Problem.ToString());
            return new Reading(error.Problem.Code, lines.ToString(), Sound(error.Problem.ToString(), "a problem"));
        }
    }

    /// <summary>The text, which must be one.</summary>
    public static string Sound(string text, string what)
    {
        for (var index = 0; index < text.Length; index++)
            if (char.IsSurrogate(text[index]) && (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[++index])))
                throw new BrokenPromiseException("Text is well-formed", $"{what} has half a character: {text}");
        return text;
    }

    private static void ReadRows(ISheetReader reader, SourceLimits limits, TextWriter lines)
    {
        var last = 0;
        while (reader.Read())
        {
            var row = reader.Row;
            Demand(row.Number > last, "Rows ascend", $"row {row.Number} after {last}");
            Demand(row.Number <= limits.MaxRows, "Limits hold", $"row {row.Number}");
            Demand(row.Count > 0, "Rows have cells", $"row {row.Number} has none");
            last = row.Number;
            for (var index = 0; index < row.Count; index++)
                CheckCell(row, index, limits);
            CellLines.WriteRow(lines, row);
        }
        Demand(!reader.Read(), "The end is the end", $"there is a row behind the last, {last}");
    }

    private static void CheckCell(SheetRow row, int index, SourceLimits limits)
    {
        var cell = row[index];
        var place = $"{Place.ColumnLetters(cell.Column)}{row.Number}";
        Demand(cell.Column > (index == 0 ? 0 : row[index - 1].Column), "Columns ascend", $"{place} after {(index == 0 ? 0 : row[index - 1].Column)}");
        Demand(cell.Column <= limits.MaxColumns, "Limits hold", place);
        Demand(row.TryGet(cell.Column, out var same) && same.Kind == cell.Kind, "Cells are found by their column", place);
        if (cell.Kind is CellKind.Number or CellKind.Boolean)
        {
            Demand(double.IsFinite(cell.Number), "Numbers are finite", place);
            return;
        }
        Demand(!cell.Utf8.IsEmpty, "Cells have a value", place);
        Demand(Utf8.IsValid(cell.Utf8), "Text is well-formed", $"{place} is no UTF-8");
        Demand(Sound(cell.GetText(), place).Length <= limits.MaxCellCharacters, "Limits hold", $"{place} is longer");
    }

    private static void Demand(bool holds, string promise, string detail)
    {
        if (!holds)
            throw new BrokenPromiseException(promise, detail);
    }
}
