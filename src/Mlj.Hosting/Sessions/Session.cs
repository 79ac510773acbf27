using System.Text.Json.Serialization;

namespace Mlj.Hosting.Sessions;

/// <summary>
/// One person's work: what was uploaded, what was decided, and the log of what was done. Everything else, such as the table, is made again
/// from it. Immutable.
/// </summary>
public sealed record Session
{
    /// <summary>The id, which cannot be guessed. It is no key: see <see cref="TokenHash"/>.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>Grows by one with every change; from 1.</summary>
    [JsonIgnore]
    public long Version { get; init; } = 1;

    /// <summary>When it was begun.</summary>
    [JsonIgnore]
    public DateTimeOffset Created { get; init; }

    /// <summary>When it ends, unless it is used before.</summary>
    [JsonIgnore]
    public DateTimeOffset Expires { get; init; }

    /// <summary>The SHA-256 of the owner's token, which itself is kept nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The door by which it was begun: <c>web</c>, <c>telegram</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The files, in the order in which they came.</summary>
    public IReadOnlyList<Upload> Uploads { get; init; } = [];

    /// <summary>The class list; null when there is none.</summary>
    public RosterFile? Roster { get; init; }

    /// <summary>What was decided about people, attempts and the policy.</summary>
    public Choices Choices { get; init; } = new();

    /// <summary>What somebody has looked at of all that needs a look, by the keys of <see cref="Views.ReviewItemView"/>.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>What the present table was made of; null before the first consolidation.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The log of accepted plans as <see cref="Pipeline.HistoryJson"/> writes it; null while nothing was accepted.</summary>
    public string? Log { get; init; }

    /// <summary>The plan that waits to be accepted; null when none does.</summary>
    public PendingPlan? Pending { get; init; }

    /// <summary>What was said, the oldest first; at most the last <see cref="MostTurns"/>.</summary>
    public IReadOnlyList<SpokenTurn> Conversation { get; init; } = [];

    /// <summary>What the assistant is for: <c>consolidation</c>, <c>cold_email</c> or <c>data_agent</c>.</summary>
    public string Mode { get; init; } = "consolidation";

    /// <summary>How many turns of a conversation are kept.</summary>
    public const int MostTurns = 20;

    /// <summary>All blobs that the session needs, by key, with their sizes in bytes.</summary>
    internal IReadOnlyDictionary<string, long> Blobs => Uploads.Concat(Basis?.Uploads ?? []).Select(upload => (upload.Blob, upload.Size))
        .Concat(new[] { Roster, Basis?.Roster }.OfType<RosterFile>().Select(roster => (roster.Blob, roster.Size)))
        .DistinctBy(each => each.Blob).ToDictionary(StringComparer.Ordinal);

    /// <summary>Bytes of the files and the class list.</summary>
    internal long Size => Uploads.Sum(upload => upload.Size) + (Roster?.Size ?? 0);

    /// <summary>Whether files were added, removed or corrected, or the class list is another, since the table was made.</summary>
    internal bool IsStale => Basis is not null && !(Basis.Uploads.Select(Essence).SequenceEqual(Uploads.Select(Essence)) && Basis.Roster?.Blob == Roster?.Blob);

    private static (string, Recognition.RecognitionOptions) Essence(Upload upload) => (upload.Id, upload.Recognition);
}
