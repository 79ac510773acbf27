namespace Mlj.Hosting.Views;

/// <summary>The class list that a session holds; the size in bytes.</summary>
public sealed record RosterFileView(string Name, long Size, DateTimeOffset UploadedAt, int Entries);
