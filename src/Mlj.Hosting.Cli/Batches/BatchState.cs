using System.Text.Json;
using Mlj.Exports;

namespace Mlj.Hosting.Cli.Batches;

/// <summary>What the runs of a batch were made of, kept beside their outputs, so that a later call does only what is left to do.</summary>
internal sealed class BatchState
{
    /// <summary>No run can be called so.</summary>
    public const string FileName = ".mlj-batch.json";

    private const int Version = 1;

    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly string _path;
    private readonly SortedDictionary<string, BatchRecord> _runs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads what was kept in a folder. What cannot be read, or is not as this program writes it, counts as nothing: its runs are done again.</summary>
    public BatchState(string folder)
    {
        _path = Path.Combine(folder, FileName);
        if (!File.Exists(_path))
            return;
        try
        {
            if (JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(_path), Written) is { Version: Version } kept)
                foreach (var (name, run) in kept.Runs.Where(each => each.Value is { } run && !run.Refused.Contains(null!)))
                    _runs[name] = run;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            _runs.Clear();
        }
    }

    /// <summary>What is known of a run that was made of the same; null when none was.</summary>
    public BatchRecord? Find(string name, string key) => _runs.TryGetValue(name, out var run) && run.Key == key ? run : null;

    /// <summary>Keeps a run, with all others, as a whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Keep(string name, BatchRecord run)
    {
        _runs[name] = run;
        ExportFile.Write(_path, stream => JsonSerializer.Serialize(stream, new Kept(Version, _runs), Written));
    }

    private sealed record Kept(int Version, IReadOnlyDictionary<string, BatchRecord> Runs);
}
