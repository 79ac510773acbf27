namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Asks where a file is.</summary>
internal sealed record GetFile(string FileId);
