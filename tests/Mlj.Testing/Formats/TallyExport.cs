using System.Text;
using Mlj.Exports;
using Mlj.Tables;

namespace Mlj.Testing.Formats;

/// <summary>Writes what <see cref="TallyFormat"/> reads, as any program could that uses the library.</summary>
public sealed class TallyExport : IExportFormat
{
    public string Name => "tally";

    public IReadOnlyList<string> Extensions { get; } = [".tly", ".tally"];

    public void Write(ExportBook book, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        var table = book.Main.Table;
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(TallyFormat.Mark);
        writer.WriteLine(string.Join('|', table.Columns.Select(column => Escaped(column.Name))));
        foreach (var stored in table.Order.Stored)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine(string.Join('|', table.Columns.Select(column => Shown(column, stored))));
        }
        cancellation.ThrowIfCancellationRequested();
    }

    private static string Shown(Column column, int stored) => column.Kind == ColumnKind.Text ? Escaped(column[stored].Text ?? "")
        : column[stored].Number is { } number ? "#" + Cell.Of(number) : "";

    internal static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("#", "\\#", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
