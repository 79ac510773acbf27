using System.Collections.Concurrent;

namespace Mlj.Hosting.Sessions;

/// <summary>Sessions in memory, for tests and for trying out; a restart forgets them.</summary>
public sealed class MemorySessionStore : ISessionStore
{
    private readonly ConcurrentDictionary<string, StoredSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<UseCount, long> _use = new();

    /// <inheritdoc />
    public ValueTask<bool> AddAsync(StoredSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(_sessions.TryAdd(session.Id, session));
    }

    /// <inheritdoc />
    public ValueTask<StoredSession?> FindAsync(string id, CancellationToken cancellation = default) => new(_sessions.GetValueOrDefault(id));

    /// <inheritdoc />
    public ValueTask<bool> ReplaceAsync(StoredSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        while (_sessions.TryGetValue(session.Id, out var former) && former.Version == session.Version - 1)
            if (_sessions.TryUpdate(session.Id, session, former))
                return new(true);
        return new(false);
    }

    /// <inheritdoc />
    public ValueTask ExtendAsync(string id, DateTimeOffset expires, CancellationToken cancellation = default)
    {
        while (_sessions.TryGetValue(id, out var former) && former.Expires < expires)
            if (_sessions.TryUpdate(id, former with { Expires = expires }, former))
                break;
        return default;
    }

    /// <inheritdoc />
    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellation = default) => new(_sessions.TryRemove(id, out _));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredSession>> ExpiredAsync(DateTimeOffset at, int most, CancellationToken cancellation = default) =>
        new([.. _sessions.Values.Where(session => session.Expires <= at).OrderBy(session => session.Expires).Take(most)]);

    /// <inheritdoc />
    public ValueTask<int> CountAsync(DateTimeOffset after, CancellationToken cancellation = default) => new(_sessions.Values.Count(session => session.Expires > after));

    /// <inheritdoc />
    public ValueTask AddUseAsync(UseCount count, long more, CancellationToken cancellation = default)
    {
        _use.AddOrUpdate(count, more, (_, before) => before + more);
        return default;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<UseCount, long>> UseAsync(CancellationToken cancellation = default) =>
        new(Enum.GetValues<UseCount>().ToDictionary(count => count, count => _use.GetValueOrDefault(count)));
}
