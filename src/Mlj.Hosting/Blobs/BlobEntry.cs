namespace Mlj.Hosting.Blobs;

/// <summary>A blob in the list of a store.</summary>
/// <param name="Key">The key.</param>
/// <param name="Put">When it was put.</param>
public sealed record BlobEntry(string Key, DateTimeOffset Put);
