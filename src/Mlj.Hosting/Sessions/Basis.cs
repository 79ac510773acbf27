namespace Mlj.Hosting.Sessions;

/// <summary>What a table was made of.</summary>
/// <param name="ResultId">The id of the result; every consolidation has its own.</param>
/// <param name="At">When.</param>
/// <param name="Uploads">The files as they were then.</param>
/// <param name="Roster">The class list that they were held against; null for none.</param>
public sealed record Basis(string ResultId, DateTimeOffset At, IReadOnlyList<Upload> Uploads, RosterFile? Roster = null);
