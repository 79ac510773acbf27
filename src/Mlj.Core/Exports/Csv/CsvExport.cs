using CsvHelper;
using Mlj.Tables;

namespace Mlj.Exports.Csv;

/// <summary>
/// Comma-separated text after RFC 4180, in UTF-8 with CRLF and, unless asked otherwise, a byte order mark, which spreadsheet programs open as it is. Numbers stand as
/// they are shown, a missing cell is empty. Stateless and safe to share between threads.
/// </summary>
/// <remarks>
/// Text with a semicolon, a tab or a bar stands in quotation marks like text with a comma, because many programs find out for themselves what
/// separates the values.
/// Text that a spreadsheet program would take for a formula, because it begins with <c>= + - @</c>, a tab or a carriage return, gets an
/// apostrophe in front (CWE-1236). Numbers, negative ones too, do not. What no text can hold, halves of characters and NUL, becomes the
/// replacement character.
/// </remarks>
public sealed class CsvExport : IExportFormat
{
    /// <summary>Whether the text begins with a byte order mark, by which Excel knows that it is UTF-8; it does by default. Other programs may want it plain.</summary>
    public bool HasByteOrderMark { get; init; } = true;

    /// <inheritdoc />
    public string Name => "csv";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".csv"];

    /// <inheritdoc />
    public void Write(ExportBook book, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        var table = book.Main.Table;
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = HasByteOrderMark }, leaveOpen: true);
        if (table.Columns.Count == 0)
            return;
        foreach (var column in table.Columns)
            WriteText(writer, column.Name);
        writer.EndRecord();
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var stored = table.Order[row];
            foreach (var column in table.Columns)
                if (column.Kind == ColumnKind.Number)
                    writer.WriteField(column.Show(stored));
                else
                    WriteText(writer, column[stored].Text ?? "");
            writer.EndRecord();
        }
    }

    // The writer's own protection would also catch numbers, which are handed to it as they are shown: as text.
    private static void WriteText(CsvWriter writer, string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            text = text.Replace('\0', '\uFFFD');
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        if (MayBeCutElsewhere(text))
            writer.WriteField(text, CsvQuoting.Always);
        else
            writer.WriteField(text);
    }

    // Readers find out for themselves what separates, or are told so by a first line sep=; and none looks for it within quotation marks.
    private static bool MayBeCutElsewhere(string text) => text.AsSpan().ContainsAny(';', '\t', '|') || text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
}
