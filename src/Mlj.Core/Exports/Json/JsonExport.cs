using System.Text.Encodings.Web;
using System.Text.Json;
using Mlj.Tables;

namespace Mlj.Exports.Json;

/// <summary>
/// One JSON object for other programs: <c>columns</c> (name, kind, and where there is one role and test) and <c>rows</c> (an object a row,
/// its cells by the columns' names). Numbers are JSON numbers with the digits that are shown, a missing cell is null.
/// Stateless and safe to share between threads.
/// </summary>
public sealed class JsonExport : IExportFormat
{
    private const int PendingBytes = 32 * 1024;

    // The file is no part of a web page, so that letters of any script and signs such as & may stay readable. Only those beyond
    // the 65,536 of the basic plane come out escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public string Name => "json";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    /// <inheritdoc />
    public void Write(ExportBook book, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        var table = book.Main.Table;
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteColumns(json, table);
            json.WriteStartArray("rows"u8);
            for (var row = 0; row < table.RowCount; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                WriteRow(json, table, table.Order[row]);
                if (json.BytesPending > PendingBytes)
                    json.Flush();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private static void WriteColumns(Utf8JsonWriter json, Table table)
    {
        json.WriteStartArray("columns"u8);
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, column.Name);
            json.WriteString("kind"u8, column.Kind == ColumnKind.Number ? "number"u8 : "text"u8);
            if (NameOf(column.Role) is { Length: > 0 } role)
                json.WriteString("role"u8, role);
            if (column.Test is { } test)
                json.WriteNumber("test"u8, test);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, Table table, int stored)
    {
        json.WriteStartObject();
        foreach (var column in table.Columns)
        {
            json.WritePropertyName(column.Name);
            var cell = column[stored];
            if (cell.Text is { } text)
                json.WriteStringValue(text);
            else if (cell.IsMissing)
                json.WriteNullValue();
            else
                json.WriteRawValue(column.Show(stored), skipInputValidation: true);
        }
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> NameOf(ColumnRole role) => role switch
    {
        ColumnRole.Name => "name"u8,
        ColumnRole.Email => "email"u8,
        ColumnRole.Score => "score"u8,
        ColumnRole.TestsTaken => "tests_taken"u8,
        ColumnRole.Assignment => "assignment"u8,
        ColumnRole.Average => "average"u8,
        ColumnRole.Grade => "grade"u8,
        ColumnRole.Status => "status"u8,
        ColumnRole.Synthetic => "synthetic"u8,
        _ => [],
    };
}
