using Mlj.Hosting.Sessions;
using Mlj.Recognition;

namespace Mlj.Hosting.Views;

/// <summary>A file of a session, with what was recognised of it and what the user corrected.</summary>
public sealed record FileView(string FileId, string Name, long Size, DateTimeOffset UploadedAt, RecognisedFile Recognised, RecognitionOptions Corrections);
