namespace Mlj.Hosting.Blobs;

/// <summary>
/// Where uploaded files are kept, under keys that the application makes: letters, digits, '-' and '_', at most 100. A file's own name is
/// never a key. Implementations are safe to share between threads.
/// </summary>
public interface IBlobStore
{
    /// <summary>Keeps a stream under a key, wholly or not at all.</summary>
    /// <param name="key">The key; nothing may be kept under it yet.</param>
    /// <param name="content">Read asynchronously from where it stands to its end; not closed, and never held in memory as a whole unless the store is memory.</param>
    /// <param name="maxBytes">The most bytes that are taken.</param>
    /// <param name="cancellation">Ends the copying; nothing is kept then.</param>
    /// <exception cref="BlobTooLargeException">The stream has more bytes; no more than the limit and one block was read.</exception>
    /// <exception cref="ArgumentException">The key is none, or is taken.</exception>
    Task<BlobReceipt> PutAsync(string key, Stream content, long maxBytes, CancellationToken cancellation = default);

    /// <summary>Makes a blob ready to be read, more than once if need be.</summary>
    /// <returns>The content, which the caller disposes of; null when nothing is kept under the key.</returns>
    ValueTask<BlobContent?> OpenAsync(string key, CancellationToken cancellation = default);

    /// <summary>Forgets a blob.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(string key, CancellationToken cancellation = default);

    /// <summary>All keys with the time that each was put, in no particular order.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellation = default);
}
