using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Sources;

namespace Mlj.Hosting;

/// <content>The class list: taken, replaced, removed, held against the table.</content>
public sealed partial class Workbench
{
    /// <summary>Takes a class list, in the place of a former one. One that names nobody is refused, and the former one stays.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="name">The name that the user knows; folders before it are cut off.</param>
    /// <param name="content">The bytes, xlsx or csv; read to the end or to the limit, not closed.</param>
    /// <param name="cancellation">Stops the upload; nothing is kept then.</param>
    /// <remarks>The table stays as it is until the next consolidation, which then forgets the former list's bytes.</remarks>
    public async Task<SessionView> SetRosterAsync(SessionKey key, string name, Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        name = NameOf(name);
        var session = await TakeAsync(await OpenAsync(key, cancellation), content, async (blob, receipt) =>
        {
            var roster = new RosterFile(name, blob, receipt.Length, receipt.Sha256, Now, await CountAsync(name, blob, cancellation));
            return await ChangeAsync(key, before =>
            {
                CheckBytes(before with { Roster = null }, roster.Size);
                return before with { Roster = roster };
            }, cancellation);
        }, cancellation);
        await _sessions.AddUseAsync(UseCount.Uploads, 1, CancellationToken.None);
        return Show.Session(session);
    }

    /// <summary>Removes the class list. The table stays as it is until the next consolidation, which then forgets the list's bytes.</summary>
    public async Task<SessionView> RemoveRosterAsync(SessionKey key, CancellationToken cancellation = default) =>
        Show.Session(await ChangeAsync(key, before => before.Roster is null ? throw Refuse.NoRoster() : before with { Roster = null }, cancellation));

    /// <summary>The class list, and who is absent and who is unexpected by the present table; that is not told where names or addresses were taken out of the table.</summary>
    public async Task<RosterView> RosterAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var session = await LookAsync(key, cancellation);
        var head = session.Basis?.Roster is null ? null : await _heads.OfAsync(session, cancellation);
        var results = head?.Compilation;
        return new RosterView(session.Version, session.Roster is { } file ? Show.RosterFile(file) : null,
            session.Roster is { } held && results?.Roster is not null && session.Basis?.Roster?.Blob == held.Blob,
            results?.Roster is { } roster && head!.ShowsPeople ? Show.Roster(roster, results) : null);
    }

    /// <summary>How many people stand on a class list, read as a consolidation without tests reads it.</summary>
    private async Task<int> CountAsync(string name, string blob, CancellationToken cancellation)
    {
        using var content = await _blobs.OpenAsync(blob, cancellation) ?? throw Refuse.FilesLost();
        var compiler = new ResultsCompiler(new CompilerOptions { Limits = Limits, Roster = new SourceFile(name, content.Open) });
        var read = await Task.Run(() => compiler.Compile(Array.Empty<SourceFile>(), cancellation: cancellation), cancellation);
        return read.Roster?.Entries.Count ?? throw Refuse.Unreadable(read.Refused[0].Problem);
    }
}
