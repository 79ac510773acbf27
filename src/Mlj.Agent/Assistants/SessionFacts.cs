using System.Globalization;

namespace Mlj.Agent.Assistants;

/// <summary>What the assistant may know of a session, to say where it stands. Immutable.</summary>
/// <param name="Files">How many files were uploaded; 0 or more.</param>
/// <param name="Status">Where the session stands.</param>
/// <param name="HasResults">Whether there is a compiled table.</param>
/// <param name="RecentError">The last error in the words that the person was shown; null when there is none.</param>
public sealed record SessionFacts(int Files = 0, SessionStatus Status = SessionStatus.Uploading, bool HasResults = false, string? RecentError = null)
{
    /// <summary>A session in which nothing has happened.</summary>
    public static SessionFacts New { get; } = new();

    /// <summary>The facts in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var files = Files switch { 0 => "No file has been uploaded yet", 1 => "1 file has been uploaded", _ => string.Create(CultureInfo.InvariantCulture, $"{Files} files have been uploaded") };
            var results = HasResults ? "the results are ready"
                : Status == SessionStatus.Consolidating ? "they are being consolidated"
                : Status == SessionStatus.Failed ? "the last consolidation failed"
                : "there are no results yet";
            return $"{files}, and {results}.{(string.IsNullOrWhiteSpace(RecentError) ? "" : $" The last error: {RecentError.Trim()}")}";
        }
    }
}
