using Mlj.Merging;

namespace Mlj.Hosting.Views;

/// <summary>A session as its owner sees it.</summary>
public sealed record SessionView(
    string SessionId, long Version, string Source, DateTimeOffset Created, DateTimeOffset Expires, string Status,
    IReadOnlyList<FileView> Files, int FilesCount, string? ResultId, bool IsStale, bool HasPendingPlan, AttemptPolicy Attempts,
    string Policy, string Mode, RosterFileView? Roster);
