using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;

namespace Mlj.Hosting;

/// <content>Sessions: begun, looked at, deleted.</content>
public sealed partial class Workbench
{
    private const int MostExpiredAtOnce = 100;
    private static readonly string[] Modes = ["consolidation", "cold_email", "data_agent"];

    /// <summary>Begins a session.</summary>
    /// <param name="source">The door: <c>web</c> or <c>telegram</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<OpenedSession> BeginAsync(string source, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        var now = Now;
        if (await _sessions.CountAsync(now, cancellation) >= Options.MaxSessions)
            throw Refuse.TooManySessions();
        var token = Secrets.NewToken();
        var session = new Session { Id = Secrets.NewId(), TokenHash = Secrets.HashOf(token), Source = source, Created = now, Expires = now + Options.Lifetime };
        if (!await _sessions.AddAsync(SessionJson.Write(session), cancellation))
            throw Refuse.ChangedMeanwhile();
        await _sessions.AddUseAsync(UseCount.Sessions, 1, cancellation);
        return new OpenedSession(token, Show.Session(session));
    }

    /// <summary>The session as its owner sees it.</summary>
    public async Task<SessionView> SessionAsync(SessionKey key, CancellationToken cancellation = default) => Show.Session(await LookAsync(key, cancellation));

    /// <summary>Sets what the assistant is for, in this session alone. The conversation begins anew.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="mode"><c>consolidation</c>, <c>cold_email</c> or <c>data_agent</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<SessionView> SetModeAsync(SessionKey key, string mode, CancellationToken cancellation = default)
    {
        if (!Modes.Contains(mode, StringComparer.Ordinal))
            throw Refuse.Bad("unknown_mode", $"Unknown mode: {mode}");
        return Show.Session(await ChangeAsync(key, session => session with { Mode = mode, Conversation = [] }, cancellation));
    }

    /// <summary>Deletes a session with everything in it, at once.</summary>
    /// <returns>What was deleted.</returns>
    public async Task<DeletionReceipt> DeleteAsync(SessionKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var held = await _locks.EnterAsync(key.Id, cancellation);
        var session = await OpenAsync(key, cancellation);
        return await DeleteAsync(session, cancellation);
    }

    /// <summary>Deletes what has expired: sessions, and files that no session needs. Several processes may do it at once.</summary>
    /// <returns>What was deleted.</returns>
    public async Task<DeletionReceipt> PurgeAsync(CancellationToken cancellation = default)
    {
        var (sessions, files, bytes) = (0, 0, 0L);
        while (await _sessions.ExpiredAsync(Now, MostExpiredAtOnce, cancellation) is { Count: > 0 } expired)
            foreach (var stored in expired)
            {
                using var held = await _locks.EnterAsync(stored.Id, cancellation);
                // Somebody may have used it since the list was made.
                if (await _sessions.FindAsync(stored.Id, cancellation) is not { } now || now.Expires > Now)
                    continue;
                var receipt = await DeleteAsync(SessionJson.Read(now), cancellation);
                (sessions, files, bytes) = (sessions + receipt.Sessions, files + receipt.Files, bytes + receipt.Bytes);
            }
        return new DeletionReceipt(sessions, files + await PurgeOrphansAsync(cancellation), bytes, Now);
    }

    /// <summary>How many sessions live.</summary>
    public ValueTask<int> ActiveSessionsAsync(CancellationToken cancellation = default) => _sessions.CountAsync(Now, cancellation);

    /// <summary>How often what was done; nobody is in it.</summary>
    public ValueTask<IReadOnlyDictionary<UseCount, long>> UseAsync(CancellationToken cancellation = default) => _sessions.UseAsync(cancellation);

    private async Task<DeletionReceipt> DeleteAsync(Session session, CancellationToken cancellation)
    {
        // The files first: a session that is left with some of them gone is purged again, files without a session are harder to find.
        var (files, bytes) = (0, 0L);
        foreach (var (blob, size) in session.Blobs)
            if (await _blobs.DeleteAsync(blob, cancellation))
                (files, bytes) = (files + 1, bytes + size);
        var removed = await _sessions.RemoveAsync(session.Id, cancellation);
        _heads.Forget(session.Id);
        return new DeletionReceipt(removed ? 1 : 0, files, bytes, Now);
    }

    /// <summary>Files whose session is gone, as after a crash in the middle of an upload. Young ones may belong to an upload that is under way.</summary>
    private async Task<int> PurgeOrphansAsync(CancellationToken cancellation)
    {
        var files = 0;
        var young = Now - Options.Lifetime;
        var owners = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        await foreach (var entry in _blobs.ListAsync(cancellation))
        {
            if (entry.Put > young || !entry.Key.Contains(BlobSeparator))
                continue;
            var id = entry.Key[..entry.Key.IndexOf(BlobSeparator)];
            if (!owners.TryGetValue(id, out var needed))
                owners[id] = needed = await _sessions.FindAsync(id, cancellation) is { } stored ? [.. SessionJson.Read(stored).Blobs.Keys] : [];
            if (!needed.Contains(entry.Key) && await _blobs.DeleteAsync(entry.Key, cancellation))
                files++;
        }
        return files;
    }
}
