namespace Mlj.Hosting.Links;

/// <summary>Where one-time links are kept. Implementations are safe to share between threads and between processes that use one store.</summary>
public interface ILinkStore
{
    /// <summary>Keeps a link.</summary>
    ValueTask AddAsync(StoredLink link, CancellationToken cancellation = default);

    /// <summary>Takes a link away: of several callers at once, one gets it.</summary>
    /// <returns>The link, also an expired one; null when there is none of this hash.</returns>
    ValueTask<StoredLink?> TakeAsync(string hash, CancellationToken cancellation = default);

    /// <summary>Forgets the links that ended before a time.</summary>
    ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
