using System.Text.Json.Nodes;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;

namespace Mlj.Hosting.Heads;

/// <summary>Makes the present table of a session: from memory, from what is in memory with other choices, or from its files and log.</summary>
internal sealed class HeadMaker(IBlobStore blobs, HeadCache cache, SourceLimits limits, int atOnce) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(atOnce, atOnce);

    /// <summary>The head of a session that was consolidated.</summary>
    public async ValueTask<Head> OfAsync(Session session, CancellationToken cancellation)
    {
        var (head, problems) = await MakeAsync(session, session.Log, null, cancellation);
        if (head is null)
            throw Refuse.NotLogged(problems);
        cache.Keep(session.Id, head);
        return head;
    }

    /// <summary>
    /// The head that a session has with another basis or other choices. Its log is run again on the new table; when steps do not fit, it is
    /// left out as a whole if that is allowed, otherwise the change is refused. It is not kept before the session is: see <see cref="Keep"/>.
    /// </summary>
    public async ValueTask<Head> RebasedAsync(Session session, bool dropSteps, IProgress<CompilationProgress>? progress, CancellationToken cancellation)
    {
        var (head, problems) = await MakeAsync(session, session.Log, progress, cancellation, moves: true);
        if (head is not null)
            return head;
        if (!dropSteps)
            throw Refuse.StepsDoNotFit(problems);
        return (await MakeAsync(session, null, progress, cancellation)).Head!;
    }

    public void Keep(string session, Head head) => cache.Keep(session, head);

    public void Forget(string session) => cache.Forget(session);

    public void Dispose() => _gate.Dispose();

    private async ValueTask<(Head? Head, IReadOnlyList<PlanProblem> Problems)> MakeAsync(Session session, string? log, IProgress<CompilationProgress>? progress, CancellationToken cancellation, bool moves = false)
    {
        var basis = session.Basis ?? throw Refuse.NotConsolidated();
        var read = SessionJson.Stamp(new { Files = basis.Uploads.Select(upload => new { upload.Name, upload.Blob, upload.Recognition }), Roster = basis.Roster?.Blob });
        var chosen = SessionJson.Stamp(session.Choices);
        var kept = cache.Find(session.Id);
        if (kept is not null && kept.Read == read && kept.Chosen == chosen && kept.Log == log)
            return (kept, []);
        await _gate.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Make(), cancellation);
        }
        finally
        {
            _gate.Release();
        }

        async Task<(Head?, IReadOnlyList<PlanProblem>)> Make()
        {
            var compilation = kept is null || kept.Read != read ? await CompileAsync(basis, session.Choices, progress, cancellation)
                : kept.Chosen != chosen ? kept.Compilation.With(OptionsOf(basis, session.Choices), cancellation)
                : kept.Compilation;
            var start = compilation.Run.Result;
            var (history, problems) = (History.Of(start, BuiltInActions.Catalog), (IReadOnlyList<PlanProblem>)[]);
            if (log is not null && !HistoryJson.TryRead(moves ? Moved(log, start) : log, start, BuiltInActions.Catalog, out history, out problems))
                return (null, problems);
            var written = log is null ? null : moves ? HistoryJson.Write(history!, BuiltInActions.Catalog) : log;
            return (new Head(read, chosen, written, compilation with { History = history }), problems);
        }
    }

    private async Task<Compilation> CompileAsync(Basis basis, Choices choices, IProgress<CompilationProgress>? progress, CancellationToken cancellation)
    {
        var open = new List<BlobContent>();
        try
        {
            var files = new List<SourceFile>();
            foreach (var upload in basis.Uploads)
                files.Add(await OpenAsync(upload.Name, upload.Blob));
            var roster = basis.Roster is { } list ? await OpenAsync(list.Name, list.Blob) : null;
            return new ResultsCompiler(OptionsOf(basis, choices) with { Roster = roster }).Compile(files, progress, cancellation);
        }
        finally
        {
            foreach (var blob in open)
                blob.Dispose();
        }

        async Task<SourceFile> OpenAsync(string name, string key)
        {
            var blob = await blobs.OpenAsync(key, cancellation) ?? throw Refuse.FilesLost();
            open.Add(blob);
            return new SourceFile(name, blob.Open);
        }
    }

    private CompilerOptions OptionsOf(Basis basis, Choices choices) => new()
    {
        Limits = limits,
        Merge = new MergeOptions { Attempts = choices.Attempts, SamePeople = choices.Same, DifferentPeople = choices.Different },
        Policy = ScoringPolicy.Find(choices.Policy) ?? ScoringPolicy.Mlj,
        RecognitionByFile = basis.Uploads.Where(upload => upload.Recognition != RecognitionOptions.None)
            .GroupBy(upload => upload.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last().Recognition, StringComparer.OrdinalIgnoreCase),
    };

    // A log names the table that it began with, so that it is not run on another by mistake; this is no mistake.
    private static string Moved(string log, Table start)
    {
        var document = JsonNode.Parse(log)!.AsObject();
        document["table"] = TableHash.Of(start);
        return document.ToJsonString();
    }
}
