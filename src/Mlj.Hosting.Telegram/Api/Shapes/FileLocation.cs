namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Where a file can be fetched; Telegram calls it File.</summary>
internal sealed record FileLocation(string FileId, string? FilePath = null, long? FileSize = null);
