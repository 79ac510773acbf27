namespace Mlj.Hosting.Blobs;

/// <summary>A blob that is ready to be read. Streams that were opened before it is disposed of stay readable.</summary>
/// <param name="open">Opens a new seekable stream at its beginning.</param>
/// <param name="release">Frees what was made for the reading, such as a copy on disk; null when there is nothing.</param>
public sealed class BlobContent(Func<Stream> open, Action? release = null) : IDisposable
{
    /// <summary>Opens the bytes from the beginning; the caller closes the stream.</summary>
    /// <exception cref="IOException">The blob was deleted meanwhile.</exception>
    public Stream Open() => open();

    /// <summary>Frees what was made for the reading.</summary>
    public void Dispose() => release?.Invoke();
}
