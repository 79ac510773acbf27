using Mlj.Hosting.Sessions;
using Mlj.Recognition;

namespace Mlj.Hosting.Views;

/// <summary>A file of a session, with what was recognised of it, what the user corrected, and the name of the earlier file that it is a copy of, byte for byte; null when it is none.</summary>
public sealed record FileView(string FileId, string Name, long Size, DateTimeOffset UploadedAt, RecognisedFile Recognised, RecognitionOptions Corrections, string? CopyOf);
