using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Mlj.Hosting.Blobs;

/// <summary>Blobs in memory, for tests and for trying out; a restart forgets them.</summary>
/// <param name="time">The clock.</param>
public sealed class MemoryBlobStore(TimeProvider time) : IBlobStore
{
    private readonly ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset Put)> _blobs = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task<BlobReceipt> PutAsync(string key, Stream content, long maxBytes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        BlobKey.Check(key);
        using var copy = new MemoryStream();
        var receipt = await HashingCopy.CopyAsync(content, copy, maxBytes, cancellation);
        if (!_blobs.TryAdd(key, (copy.ToArray(), time.GetUtcNow())))
            throw new ArgumentException("Something is kept under the key already.", nameof(key));
        return receipt;
    }

    /// <inheritdoc />
    public ValueTask<BlobContent?> OpenAsync(string key, CancellationToken cancellation = default)
    {
        BlobKey.Check(key);
        return new(_blobs.TryGetValue(key, out var blob) ? new BlobContent(() => new MemoryStream(blob.Bytes, writable: false)) : null);
    }

    /// <inheritdoc />
    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellation = default)
    {
        BlobKey.Check(key);
        return new(_blobs.TryRemove(key, out _));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<BlobEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var (key, blob) in _blobs)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new BlobEntry(key, blob.Put);
        }
    }
}
