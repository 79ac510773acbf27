using Mlj.Recognition;

namespace Mlj.Hosting.Sessions;

/// <summary>A file that was handed in.</summary>
/// <param name="Id">Its id within the session.</param>
/// <param name="Name">The name that the user knows. Data: shown, read for a test number, never a path.</param>
/// <param name="Blob">The key of its bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">The hash of its bytes.</param>
/// <param name="UploadedAt">When it came.</param>
/// <param name="Recognition">What the user corrected.</param>
/// <param name="Recognised">What was recognised, with the corrections.</param>
/// <param name="Origin">The sender's own id of the upload, by which one that is sent again is known; null for none.</param>
public sealed record Upload(string Id, string Name, string Blob, long Size, string Sha256, DateTimeOffset UploadedAt, RecognitionOptions Recognition, RecognisedFile Recognised, string? Origin = null);
