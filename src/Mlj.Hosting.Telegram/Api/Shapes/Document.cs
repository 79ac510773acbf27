namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>A file that was sent; its name is the sender's, or missing.</summary>
internal sealed record Document(string FileId, string? FileUniqueId = null, string? FileName = null, long? FileSize = null);
