using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>How JSON leaves the program: indented, letters of all languages as they are.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes exactly one document and ends the line.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public static void WriteNotes(Utf8JsonWriter json, IEnumerable<Note> notes)
    {
        json.WriteStartArray("notes");
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("level", note.Level.ToString().ToLowerInvariant());
            json.WriteString("code", note.Code);
            json.WriteString("message", Told.Message(note));
            if (note.Place is { } place)
                WritePlace(json, place);
            WriteCorrections(json, note.Corrections);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteRefused(Utf8JsonWriter json, IEnumerable<RefusedFile> refused)
    {
        json.WriteStartArray("refused");
        foreach (var file in refused)
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            json.WriteString("code", file.Problem.Code);
            json.WriteString("reason", Told.Of(file.Problem));
            WriteCorrections(json, file.Problem.Corrections);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What can be set to answer a note or mend a problem; nothing when there is nothing to set.</summary>
    public static void WriteCorrections(Utf8JsonWriter json, IReadOnlyList<Correction> corrections)
    {
        if (corrections.Count == 0)
            return;
        json.WriteStartArray("corrections");
        foreach (var correction in corrections)
        {
            json.WriteStartObject();
            json.WriteString("file", correction.File);
            json.WriteString("setting", SettingNames.OnTheWire(correction.Setting));
            json.WriteString("value", correction.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A number as text that was rounded for showing, written as a JSON number; null when there is none.</summary>
    public static void WriteShown(Utf8JsonWriter json, string name, string? shown)
    {
        if (string.IsNullOrEmpty(shown))
            json.WriteNull(name);
        else
            json.WriteNumber(name, decimal.Parse(shown, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m);
    }

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.File);
        if (place.Sheet is not null)
            json.WriteString("sheet", place.Sheet);
        if (place.Row is { } row)
            json.WriteNumber("row", row);
        if (place.Column is { } column)
            json.WriteString("column", Place.ColumnLetters(column));
    }
}
