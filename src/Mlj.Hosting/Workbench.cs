using Mlj.Agent.Planning;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Heads;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Sources;

namespace Mlj.Hosting;

/// <summary>
/// The application: one method a verb, the same for every door. What cannot be done throws <see cref="RefusedException"/> and changes
/// nothing. Safe to share between threads; changes of one session come one after the other.
/// </summary>
public sealed partial class Workbench : IDisposable
{
    private readonly ISessionStore _sessions;
    private readonly IBlobStore _blobs;
    private readonly TimeProvider _time;
    private readonly IPlanner? _planner;
    private readonly SessionLocks _locks = new();
    private readonly HeadMaker _heads;

    /// <summary>Makes a workbench.</summary>
    /// <param name="sessions">Where sessions are kept.</param>
    /// <param name="blobs">Where files are kept.</param>
    /// <param name="options">What is taken and kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="planner">Who understands words; null when nobody does.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense; the message names it.</exception>
    public Workbench(ISessionStore sessions, IBlobStore blobs, WorkbenchOptions options, TimeProvider time, IPlanner? planner = null)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Check();
        _sessions = sessions;
        _blobs = blobs;
        Options = options;
        _time = time;
        _planner = planner;
        _heads = new HeadMaker(blobs, new HeadCache(options.MaxCellsInMemory), Limits, options.MaxCompilationsAtOnce);
    }

    /// <summary>What is taken and kept.</summary>
    public WorkbenchOptions Options { get; }

    /// <summary>Whether words are understood.</summary>
    public bool UnderstandsWords => _planner is not null;

    private SourceLimits Limits => SourceLimits.Default with { MaxFileBytes = Options.MaxFileBytes };

    private DateTimeOffset Now
    {
        get
        {
            // Stores keep milliseconds.
            var now = _time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _heads.Dispose();

    /// <summary>The session, if it is the caller's and lives.</summary>
    private async ValueTask<Session> OpenAsync(SessionKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Token is null)
            throw Refuse.NotOwner();
        // A stranger is not told whether there is such a session.
        var session = await _sessions.FindAsync(key.Id, cancellation) is { } stored ? SessionJson.Read(stored) : throw Refuse.NoSession();
        if (!Secrets.Opens(key.Token, session.TokenHash))
            throw Refuse.NoSession();
        return session.Expires > Now ? session : throw Refuse.Expired();
    }

    /// <summary>The session to look at. Looking keeps it alive, without a write each time.</summary>
    private async ValueTask<Session> LookAsync(SessionKey key, CancellationToken cancellation)
    {
        var session = await OpenAsync(key, cancellation);
        var now = Now;
        if (session.Expires - now >= Options.Lifetime * 0.75)
            return session;
        await _sessions.ExtendAsync(session.Id, now + Options.Lifetime, cancellation);
        return session with { Expires = now + Options.Lifetime };
    }

    private async ValueTask<(Session Session, Head Head)> LookAtHeadAsync(SessionKey key, CancellationToken cancellation)
    {
        var session = await LookAsync(key, cancellation);
        return (session, await _heads.OfAsync(session, cancellation));
    }

    /// <summary>Changes a session: one change at a time here, and none over the head of another process.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="change">Makes the session as it shall be; with the head that it then has, when it is known.</param>
    /// <param name="cancellation">Stops the change as long as it is not kept.</param>
    private async Task<(Session Session, Head? Head)> ChangeAsync(SessionKey key, Func<Session, Task<(Session Session, Head? Head)>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var held = await _locks.EnterAsync(key.Id, cancellation);
        var before = await OpenAsync(key, cancellation);
        if (key.Version is { } expected && expected != before.Version)
            throw Refuse.OtherVersion(expected, before.Version);
        var (changed, head) = await change(before);
        var after = changed with { Version = before.Version + 1, Expires = Now + Options.Lifetime };
        if (!await _sessions.ReplaceAsync(SessionJson.Write(after), cancellation))
        {
            _heads.Forget(key.Id);
            throw Refuse.ChangedMeanwhile();
        }
        if (head is not null)
            _heads.Keep(key.Id, head);
        // Kept now: what follows is tidying, which a caller who goes away does not stop.
        foreach (var blob in before.Blobs.Keys.Except(after.Blobs.Keys))
            await _blobs.DeleteAsync(blob, CancellationToken.None);
        return (after, head);
    }

    private async Task<Session> ChangeAsync(SessionKey key, Func<Session, Session> change, CancellationToken cancellation) =>
        (await ChangeAsync(key, session => Task.FromResult((change(session), (Head?)null)), cancellation)).Session;
}
