using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Mlj.Exports;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Batches;

/// <summary>
/// Many consolidations in their written form: <c>{"version":1,"runs":[{"name":"Physics","files":["physics/*.xlsx"],"output":"xlsx","attempts":"latest"}]}</c>.
/// What a run has beside its name, files and output is an option of <c>mlj consolidate</c>, without its dashes.
/// </summary>
internal sealed record Manifest(IReadOnlyList<ManifestRun> Runs)
{
    private const int Version = 1;
    private const int LongestName = 200;

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("/\\:*?\"<>|");

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a manifest. Nothing in it is passed over.</summary>
    /// <exception cref="UsageException">It is none; the message says where.</exception>
    public static Manifest Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw Wrong(error.LineNumber is { } line
                ? string.Create(CultureInfo.InvariantCulture, $"it is not JSON in line {line + 1}, byte {error.BytePositionInLine + 1}: {error.Message.Split(" LineNumber:")[0]}")
                : $"it is not JSON: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // Half of a character that takes two (\ud800) passes the parser and fails where the text is asked for.
            throw Wrong("a text in it is broken: it has half of a character.");
        }
    }

    private static Manifest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Wrong("it must be an object with a list 'runs'.");
        foreach (var property in root.EnumerateObject())
            if (property.Name is not ("version" or "runs"))
                throw Wrong($"'{property.Name}' is no part of it; it has 'version' and 'runs'.");
        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
            throw Wrong($"its version must be {Version}.");
        if (!root.TryGetProperty("runs", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw Wrong("'runs' must be a list of at least one run.");
        var runs = new List<ManifestRun>();
        foreach (var (index, run) in list.EnumerateArray().Index())
        {
            var read = ReadRun(run, string.Create(CultureInfo.InvariantCulture, $"run {index + 1}"));
            if (runs.Find(other => string.Equals(other.Name, read.Name, StringComparison.OrdinalIgnoreCase)) is { } same)
                throw Wrong($"two runs are called '{same.Name}'; give each a name of its own.");
            runs.Add(read);
        }
        return new Manifest(runs);
    }

    private static ManifestRun ReadRun(JsonElement run, string which)
    {
        if (run.ValueKind != JsonValueKind.Object)
            throw Wrong($"{which} must be an object with 'name' and 'files'.");
        if (!run.TryGetProperty("name", out var named) || named.ValueKind != JsonValueKind.String)
            throw Wrong($"{which} needs a 'name', which its output is called by.");
        var name = named.GetString()!;
        if (!IsFileName(name))
            throw Wrong($"{which} is called '{name}', which is no name of a file: 1 to {LongestName} characters, without / \\ : * ? \" < > |, beginning with no dot and ending in none.");
        which = $"run '{name}'";
        var output = "xlsx";
        IReadOnlyList<string>? files = null;
        var choices = new List<ManifestChoice>();
        foreach (var property in run.EnumerateObject())
            switch (property.Name)
            {
                case "name":
                    break;
                case "files":
                    files = Texts(property.Value) is { Count: > 0 } given && !given.Any(string.IsNullOrWhiteSpace) ? given : throw Wrong($"'files' of {which} must be a list of paths, at least one.");
                    break;
                case "output":
                    output = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()!.TrimStart('.').ToLowerInvariant() : "";
                    if (ExportFormats.Default.ForPath($"a.{output}") is null)
                        throw Wrong($"'output' of {which} must be one of: {string.Join(", ", ExportFormats.Default.Extensions.Select(extension => extension.TrimStart('.')))}.");
                    break;
                default:
                    choices.Add(new ManifestChoice(property.Name, property.Value.ValueKind switch
                    {
                        JsonValueKind.True => [],
                        JsonValueKind.False or JsonValueKind.Null => null,
                        JsonValueKind.Array => Texts(property.Value),
                        _ => Text(property.Value) is { } one ? [one] : null,
                    } ?? throw Wrong($"'{property.Name}' of {which} must be a text, a number, a list of these, or true; leave it out for its default.")));
                    break;
            }
        return new ManifestRun(name, files ?? throw Wrong($"{which} needs 'files', a list of paths."), output, choices);
    }

    private static List<string>? Texts(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return null;
        var texts = list.EnumerateArray().Select(Text).OfType<string>().ToList();
        return texts.Count == list.GetArrayLength() ? texts : null;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // The same on every system, so that a manifest that is made on one can be used on another.
    private static bool IsFileName(string name) =>
        name.Length is > 0 and <= LongestName && name == name.Trim() && name[0] != '.' && name[^1] != '.'
        && !name.AsSpan().ContainsAny(ForbiddenInNames) && !name.Any(char.IsControl);

    private static UsageException Wrong(string what) => new($"The manifest cannot be used: {what}");
}
