namespace Mlj.Hosting.Sessions;

/// <summary>A class list that was handed in.</summary>
/// <param name="Name">The name that the user knows. Data: shown, never a path.</param>
/// <param name="Blob">The key of its bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">The hash of its bytes.</param>
/// <param name="UploadedAt">When it came.</param>
/// <param name="Entries">How many people stand on it; somebody who stands there twice counts once.</param>
public sealed record RosterFile(string Name, string Blob, long Size, string Sha256, DateTimeOffset UploadedAt, int Entries);
