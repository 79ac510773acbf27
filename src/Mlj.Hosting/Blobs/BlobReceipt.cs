namespace Mlj.Hosting.Blobs;

/// <summary>What was kept.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">The hash of the bytes, 64 hexadecimal digits in lower case.</param>
public sealed record BlobReceipt(long Length, string Sha256);
