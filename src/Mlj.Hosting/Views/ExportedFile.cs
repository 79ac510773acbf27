namespace Mlj.Hosting.Views;

/// <summary>A file to hand out; the stream is the caller's to close.</summary>
public sealed record ExportedFile(string Name, string MediaType, Stream Content);
