using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>
/// Decisions about people in their written form, to be kept and given to later compilations:
/// <c>{"version":1,"same":[["a@example.org","a@exmaple.org"]],"different":[["b@example.org","c@example.org"]]}</c>. Each is read as <see cref="DecidedPerson"/> reads it.
/// </summary>
public static class DecisionsJson
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the decisions of these options; what else they say is left out.</summary>
    public static string Write(MergeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            WritePairs(json, "same", options.SamePeople.Select(each => (each.Email, each.OtherEmail)));
            WritePairs(json, "different", options.DifferentPeople.Select(each => (each.Email, each.OtherEmail)));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Adds written decisions to options. Everything in the text must be known; nothing is passed over.</summary>
    /// <param name="text">The written form.</param>
    /// <param name="options">The options; they do not change.</param>
    /// <param name="decided">The options with the decisions; null when there is a problem.</param>
    /// <param name="problem">What is wrong with the text; null when nothing is.</param>
    /// <returns>Whether the decisions could be read.</returns>
    public static bool TryRead(string text, MergeOptions options, [NotNullWhen(true)] out MergeOptions? decided, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        decided = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            problem = Read(document.RootElement, out var same, out var different);
            if (problem is null)
                decided = options with
                {
                    SamePeople = [.. options.SamePeople, .. same.Select(pair => new SamePerson(pair.One, pair.Other))],
                    DifferentPeople = [.. options.DifferentPeople, .. different.Select(pair => new DifferentPeople(pair.One, pair.Other))],
                };
        }
        catch (JsonException error)
        {
            problem = "The file is no list of decisions: " + JsonFault.Describe(text, error) + ".";
        }
        catch (InvalidOperationException)
        {
            // Half of a character that takes two (\ud800) passes the parser and fails where the text is asked for.
            problem = "The file is no list of decisions: " + JsonFault.HalfCharacter + ".";
        }
        return decided is not null;
    }

    private static string? Read(JsonElement root, out List<(string One, string Other)> same, out List<(string One, string Other)> different)
    {
        (same, different) = ([], []);
        if (root.ValueKind != JsonValueKind.Object)
            return "It must be an object with the lists 'same' and 'different'.";
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
            return $"Its version must be {Version}.";
        foreach (var property in root.EnumerateObject())
        {
            var pairs = property.Name switch { "same" => same, "different" => different, _ => null };
            if (pairs is null)
            {
                if (property.Name != "version")
                    return $"'{property.Name}' is no part of decisions; they have 'version', 'same' and 'different'.";
                continue;
            }
            if (property.Value.ValueKind != JsonValueKind.Array)
                return $"'{property.Name}' must be a list of pairs of addresses.";
            foreach (var pair in property.Value.EnumerateArray())
            {
                if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || pair.EnumerateArray().Any(each => each.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(each.GetString())))
                    return $"'{property.Name}' must be a list of pairs of addresses; {pair.GetRawText()} is none.";
                pairs.Add((pair[0].GetString()!, pair[1].GetString()!));
            }
        }
        return null;
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(string One, string Other)> pairs)
    {
        json.WriteStartArray(name);
        foreach (var (one, other) in pairs)
        {
            json.WriteStartArray();
            json.WriteStringValue(one);
            json.WriteStringValue(other);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
