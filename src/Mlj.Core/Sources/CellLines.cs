using System.Buffers;
using System.Globalization;
using Mlj.Values;

namespace Mlj.Sources;

/// <summary>
/// Writes cells as lines, for people and for comparing files: <c>R1C1&lt;TAB&gt;type&lt;TAB&gt;text</c>. The types are s (text), n (number),
/// b (1 or 0), e (error) and d (ISO date). A number is its shortest text that reads back the same, a date its serial number.
/// </summary>
public static class CellLines
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\\\t\n\r");

    /// <summary>Writes the sheets of a book, each under a line <c># NAME</c>, lines ended by a line feed.</summary>
    /// <param name="book">The book.</param>
    /// <param name="writer">Where the lines go; not closed.</param>
    /// <param name="sheet">The name of the only sheet to write, capitals or not; null for all of them.</param>
    /// <returns>How many sheets were written: 0 when none is named so.</returns>
    /// <exception cref="SourceException">A sheet is damaged or passes a limit; what was read before is written.</exception>
    public static int Write(ISourceBook book, TextWriter writer, string? sheet = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(writer);
        var written = 0;
        for (var index = 0; index < book.Sheets.Count; index++)
        {
            var name = book.Sheets[index].Name;
            if (sheet is not null && !string.Equals(sheet, name, StringComparison.OrdinalIgnoreCase))
                continue;
            using var reader = book.OpenSheet(index);
            writer.Write("# ");
            WriteEscaped(writer, name);
            writer.Write('\n');
            while (reader.Read())
                WriteRow(writer, reader.Row);
            written++;
        }
        return written;
    }

    /// <summary>Writes the cells of one row.</summary>
    public static void WriteRow(TextWriter writer, SheetRow row)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(row);
        for (var index = 0; index < row.Count; index++)
        {
            var cell = row[index];
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"R{row.Number}C{cell.Column}\t{Letter(cell.Kind)}\t"));
            WriteEscaped(writer, Text(cell));
            writer.Write('\n');
        }
    }

    /// <summary>The letter of a kind of cell: s, n, b, e or d.</summary>
    public static char Letter(CellKind kind) => kind switch
    {
        CellKind.Text => 's',
        CellKind.Number => 'n',
        CellKind.Boolean => 'b',
        CellKind.Error => 'e',
        CellKind.IsoDate => 'd',
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The text of a cell as a line shows it, before escaping.</summary>
    public static string Text(SheetCell cell) => cell.Kind switch
    {
        CellKind.Number => NumberText.RoundTrip(cell.Number),
        CellKind.Boolean => cell.Number == 0 ? "0" : "1",
        _ => cell.GetText(),
    };

    private static void WriteEscaped(TextWriter writer, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            writer.Write(text[..at]);
            writer.Write(text[at] switch
            {
                '\t' => "\\t",
                '\n' => "\\n",
                '\r' => "\\r",
                _ => "\\\\",
            });
            text = text[(at + 1)..];
        }
        writer.Write(text);
    }
}
