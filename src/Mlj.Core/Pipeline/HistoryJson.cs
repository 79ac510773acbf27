using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>
/// Histories in their written form: <c>{"version":1,"table":"sha256:...","entries":[...]}</c> with the hash of the table that it began
/// with, and entries <c>{"plan":{...}}</c>, <c>{"undo":[2,3]}</c> and <c>{"decision":{"kind":"...","value":...}}</c>.
/// </summary>
public static class HistoryJson
{
    private const int Version = 1;

    /// <summary>Writes a history; the tables themselves are not in it.</summary>
    /// <param name="history">The history.</param>
    /// <param name="catalog">The actions that its plans name.</param>
    /// <returns>The log alone: who reads it needs the table that it began with.</returns>
    /// <exception cref="ArgumentException">The catalogue does not have one of the actions.</exception>
    public static string Write(History history, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(catalog);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, PlanJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("table", TableHash.Of(history.Start));
            json.WriteStartArray("entries");
            foreach (var entry in history.Entries)
            {
                json.WriteStartObject();
                WriteEntry(json, entry, catalog);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Reads a history and runs it on the table that it began with.</summary>
    /// <param name="text">The written form.</param>
    /// <param name="start">The table that it began with.</param>
    /// <param name="catalog">The known actions.</param>
    /// <param name="history">The history; null when there are problems.</param>
    /// <param name="problems">What is wrong with the text, or that it began with another table.</param>
    public static bool TryRead(string text, Table start, ActionCatalog catalog, [NotNullWhen(true)] out History? history, out IReadOnlyList<PlanProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(catalog);
        var found = new List<PlanProblem>();
        history = null;
        problems = found;
        IReadOnlyList<HistoryEntry> entries = [];
        try
        {
            using var document = JsonDocument.Parse(text, PlanJson.Strict);
            entries = Read(document.RootElement, start, catalog, found);
        }
        catch (JsonException error)
        {
            found.Add(PlanProblems.NotAHistory(JsonFault.Describe(text, error)));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // Half of a character that takes two (\ud800) passes the parser and fails where the text is asked for.
            found.Add(PlanProblems.NotAHistory(JsonFault.HalfCharacter));
        }
        // Behind the reading: what an action throws is not said to be in the text.
        return found.Count == 0 && History.TryReplay(start, catalog, entries, out history, found);
    }

    internal static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteEntry(Utf8JsonWriter json, HistoryEntry entry, ActionCatalog catalog)
    {
        switch (entry)
        {
            case HistoryEntry.Accepted accepted:
                json.WritePropertyName("plan");
                PlanJson.Write(json, accepted.Plan, catalog, withRules: true);
                break;
            case HistoryEntry.Undone undone:
                json.WriteStartArray("undo");
                foreach (var step in undone.Steps)
                    json.WriteNumberValue(step);
                json.WriteEndArray();
                break;
            case HistoryEntry.Decided decided:
                json.WriteStartObject("decision");
                json.WriteString("kind", decided.Kind);
                json.WritePropertyName("value");
                json.WriteRawValue(decided.Json);
                json.WriteEndObject();
                break;
        }
    }

    private static List<HistoryEntry> Read(JsonElement root, Table start, ActionCatalog catalog, List<PlanProblem> problems)
    {
        var entries = new List<HistoryEntry>();
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("entries", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            problems.Add(PlanProblems.NotAHistory("it has no list 'entries'"));
            return entries;
        }
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
            problems.Add(PlanProblems.NotAHistory($"its version must be {Version}"));
        if (!root.TryGetProperty("table", out var table) || table.ValueKind != JsonValueKind.String)
            problems.Add(PlanProblems.NotAHistory("it has no text 'table'"));
        else if (TableHash.Of(start) is var hash && hash != table.GetString())
            problems.Add(PlanProblems.OtherStart(table.GetString()!, hash));
        foreach (var (index, entry) in list.EnumerateArray().Index())
            if (ReadEntry(entry, catalog, problems) is { } read)
                entries.Add(read);
            else if (problems.Count == 0)
                problems.Add(PlanProblems.NotAHistory($"entry {index + 1} is no plan, undo or decision"));
        return entries;
    }

    private static HistoryEntry? ReadEntry(JsonElement entry, ActionCatalog catalog, List<PlanProblem> problems)
    {
        if (entry.ValueKind != JsonValueKind.Object || entry.EnumerateObject().Take(2).ToList() is not [var only])
            return null;
        var value = only.Value;
        return only.Name switch
        {
            "plan" => PlanJson.Read(value, catalog, problems) is { } plan ? new HistoryEntry.Accepted(plan) : null,
            "undo" when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Number && each.TryGetInt32(out _)) =>
                new HistoryEntry.Undone([.. value.EnumerateArray().Select(each => each.GetInt32())]),
            "decision" when value.ValueKind == JsonValueKind.Object && value.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && value.TryGetProperty("value", out var decided) =>
                new HistoryEntry.Decided(kind.GetString()!, decided.GetRawText()),
            _ => null,
        };
    }
}
