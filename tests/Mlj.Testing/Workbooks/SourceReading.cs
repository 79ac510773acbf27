using System.Globalization;
using Mlj.Sources;

namespace Mlj.Testing.Workbooks;

/// <summary>Reads files whole, for comparing.</summary>
public static class SourceReading
{
    /// <summary>The cells of one sheet as <c>A1 s text</c>, in the order of the file.</summary>
    public static List<string> ReadCells(this SourceFile file, int sheet = 0, SourceFormats? formats = null, SourceLimits? limits = null)
    {
        using var book = (formats ?? SourceFormats.Default).Open(file, limits);
        return book.ReadCells(sheet);
    }

    /// <inheritdoc cref="ReadCells(SourceFile, int, SourceFormats?, SourceLimits?)" />
    public static List<string> ReadCells(this ISourceBook book, int sheet = 0)
    {
        var cells = new List<string>();
        using var reader = book.OpenSheet(sheet);
        while (reader.Read())
        {
            for (var index = 0; index < reader.Row.Count; index++)
            {
                var cell = reader.Row[index];
                cells.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{Values.Place.ColumnLetters(cell.Column)}{reader.Row.Number} {CellLines.Letter(cell.Kind)} {CellLines.Text(cell)}"));
            }
        }
        return cells;
    }

    /// <summary>The formats of the numbers of the first sheet, in the order of the file.</summary>
    public static List<CellFormat> ReadFormats(this SourceFile file)
    {
        var formats = new List<CellFormat>();
        using var book = SourceFormats.Default.Open(file);
        using var reader = book.OpenSheet(0);
        while (reader.Read())
            for (var index = 0; index < reader.Row.Count; index++)
                formats.Add(reader.Row[index].Format);
        return formats;
    }
}
