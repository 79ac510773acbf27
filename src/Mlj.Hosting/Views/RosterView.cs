namespace Mlj.Hosting.Views;

/// <summary>The class list of a session, and what came of the one that the present table was made with.</summary>
/// <param name="Version">The session's version.</param>
/// <param name="File">The list that the session holds; null for none.</param>
/// <param name="IsUsed">Whether the present table was made with this list.</param>
/// <param name="Result">What came of the list that the present table was made with, which may be a former one; null when it was made with none.</param>
public sealed record RosterView(long Version, RosterFileView? File, bool IsUsed, RosterResultView? Result);
