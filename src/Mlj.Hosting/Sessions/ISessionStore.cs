namespace Mlj.Hosting.Sessions;

/// <summary>
/// Where sessions are kept: small documents with a version that grows by one with every change, and counts of use. Implementations are safe
/// to share between threads and between processes that use one store.
/// </summary>
public interface ISessionStore
{
    /// <summary>Keeps a new session.</summary>
    /// <returns>False when there is one of this id already; nothing is changed then.</returns>
    ValueTask<bool> AddAsync(StoredSession session, CancellationToken cancellation = default);

    /// <summary>The session of an id, also an expired one; null when there is none.</summary>
    ValueTask<StoredSession?> FindAsync(string id, CancellationToken cancellation = default);

    /// <summary>Puts a session in the place of its former version.</summary>
    /// <param name="session">The session as it shall be; its version is one more than the former.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when the one that is kept has another version than the former, or there is none; nothing is changed then.</returns>
    ValueTask<bool> ReplaceAsync(StoredSession session, CancellationToken cancellation = default);

    /// <summary>Lets a session live longer. Its version stays; an earlier time than the present one changes nothing.</summary>
    ValueTask ExtendAsync(string id, DateTimeOffset expires, CancellationToken cancellation = default);

    /// <summary>Forgets a session.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> RemoveAsync(string id, CancellationToken cancellation = default);

    /// <summary>Sessions that expired before or at a time, the earliest first.</summary>
    /// <param name="at">The time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    ValueTask<IReadOnlyList<StoredSession>> ExpiredAsync(DateTimeOffset at, int most, CancellationToken cancellation = default);

    /// <summary>How many sessions are kept that expire after a time.</summary>
    ValueTask<int> CountAsync(DateTimeOffset after, CancellationToken cancellation = default);

    /// <summary>Adds to a count of use. A count knows how often, never who or what.</summary>
    ValueTask AddUseAsync(UseCount count, long more, CancellationToken cancellation = default);

    /// <summary>The counts of use since the store was made; a count that never happened is 0.</summary>
    ValueTask<IReadOnlyDictionary<UseCount, long>> UseAsync(CancellationToken cancellation = default);
}
