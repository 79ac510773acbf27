using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;

namespace Mlj.Hosting.Links;

/// <summary>Links by which whoever owns a session opens it once elsewhere, such as a chat's table in the page. Safe to share between threads.</summary>
/// <param name="workbench">The sessions.</param>
/// <param name="store">Where links are kept.</param>
/// <param name="time">The clock.</param>
public sealed class SessionLinks(Workbench workbench, ILinkStore store, TimeProvider time)
{
    /// <summary>How long a link opens its session: ten minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Makes a link.</summary>
    /// <param name="key">The session; only its owner gets a link.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The code, which is told this once and kept nowhere: 43 letters, digits, '-' and '_'.</returns>
    /// <exception cref="RefusedException">The session is not the caller's, or has expired.</exception>
    public async Task<string> MakeAsync(SessionKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await workbench.SessionAsync(key, cancellation);
        var now = time.GetUtcNow();
        await store.ForgetAsync(now, cancellation);
        var code = Secrets.NewToken();
        await store.AddAsync(new StoredLink(Secrets.HashOf(code), key.Id, now + Lifetime, TokenSeal.Close(key.Token!, code)), cancellation);
        return code;
    }

    /// <summary>Opens a link, once.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The session with its owner's token.</returns>
    /// <exception cref="RefusedException">The link was opened before, has expired or never was; or its session is gone.</exception>
    public async Task<SessionKey> RedeemAsync(string code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        var link = await store.TakeAsync(Secrets.HashOf(code), cancellation);
        if (link is null || link.Expires <= time.GetUtcNow() || TokenSeal.Open(link.Sealed, code) is not { } token)
            throw Refuse.LinkUsed();
        var key = new SessionKey(link.Session, token);
        await workbench.SessionAsync(key, cancellation);
        return key;
    }
}
