namespace Mlj.Hosting.Blobs;

/// <summary>A stream has more bytes than are taken; nothing was kept.</summary>
public sealed class BlobTooLargeException : Exception
{
    /// <summary>Makes the exception of a limit.</summary>
    /// <param name="maxBytes">The most bytes that are taken.</param>
    public BlobTooLargeException(long maxBytes) : base($"The stream has more than {maxBytes} bytes.") => MaxBytes = maxBytes;

    /// <summary>The most bytes that are taken.</summary>
    public long MaxBytes { get; }
}
