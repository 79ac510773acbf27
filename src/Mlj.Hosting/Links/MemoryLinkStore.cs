using System.Collections.Concurrent;

namespace Mlj.Hosting.Links;

/// <summary>One-time links in memory, for tests and for trying out; a restart forgets them.</summary>
public sealed class MemoryLinkStore : ILinkStore
{
    private readonly ConcurrentDictionary<string, StoredLink> _links = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask AddAsync(StoredLink link, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        _links[link.Hash] = link;
        return default;
    }

    /// <inheritdoc />
    public ValueTask<StoredLink?> TakeAsync(string hash, CancellationToken cancellation = default) => new(_links.TryRemove(hash, out var link) ? link : null);

    /// <inheritdoc />
    public ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        foreach (var link in _links.Values.Where(link => link.Expires < before))
            _links.TryRemove(link.Hash, out _);
        return default;
    }
}
