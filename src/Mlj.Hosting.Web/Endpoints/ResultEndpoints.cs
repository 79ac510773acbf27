using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Mlj.Hosting.Views;
using Mlj.Hosting.Web.Safety;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>The consolidation, its table, and what stands behind a row.</summary>
internal static class ResultEndpoints
{
    private const string EventStream = "text/event-stream";

    public static void MapResults(this RouteGroupBuilder api)
    {
        var results = api.MapGroup("").WithTags("Results");
        results.MapMethods("/consolidate/{session_id}", ["GET", "POST"], ConsolidateAsync).Produces<Consolidated>()
            .WithSummary("Makes one table of the session's files")
            .WithDescription("Tests are numbered by their files' names. With 'Accept: text/event-stream' the answer is a stream: events 'progress' with the file and the percentage, then one event 'result' or 'problem'.");
        results.MapGet("/session/{session_id}/result", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.SummaryAsync(context.KeyOf(session_id), stop))
            .WithSummary("What the consolidation came to: tests, refused files, notes, the ledger of rows");
        results.MapGet("/session/{session_id}/table", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop, int from = 0, int count = 100) =>
            workbench.TableAsync(context.KeyOf(session_id), from, count, stop)).WithSummary("A part of the table's rows, for virtual scrolling; at most 1000 at once");
        results.MapGet("/session/{session_id}/participants/{row}", (string session_id, int row, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.ParticipantAsync(context.KeyOf(session_id), row, stop)).WithSummary("How every cell of a row came about, from which cell of which file");
        results.MapGet("/session/{session_id}/charts", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.ChartsAsync(context.KeyOf(session_id), stop)).WithTags("Charts").WithSummary("The statistics of every test, and the verdicts");
        results.MapGet("/session/{session_id}/charts/distribution", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop, string? column, int? bins) =>
            workbench.DistributionAsync(context.KeyOf(session_id), column, bins, stop)).WithTags("Charts").WithSummary("How the numbers of a column are spread");
    }

    private static async Task<IResult> ConsolidateAsync(string session_id, HttpContext context, Workbench workbench, CancellationToken stop, bool include_grade_6 = true, string? policy = null, bool drop_steps = false)
    {
        var key = context.KeyOf(session_id, writes: true);
        var chosen = policy ?? (include_grade_6 ? null : "plain");
        if (!context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == EventStream))
            return TypedResults.Ok(Of(await workbench.ConsolidateAsync(key, chosen, drop_steps, null, stop), session_id));
        return TypedResults.ServerSentEvents(Events(progress => workbench.ConsolidateAsync(key, chosen, drop_steps, progress, stop), session_id, stop));
    }

    private static async IAsyncEnumerable<SseItem<object>> Events(Func<IProgress<CompilationProgress>, Task<SummaryView>> consolidate, string session, [EnumeratorCancellation] CancellationToken stop)
    {
        var told = Channel.CreateUnbounded<CompilationProgress>();
        var work = Work();
        await foreach (var progress in told.Reader.ReadAllAsync(stop))
            yield return new(new Progressed(progress.File, progress.Number, progress.Count, progress.Percent), "progress");
        yield return await work;

        async Task<SseItem<object>> Work()
        {
            try
            {
                return new(Of(await consolidate(new Telling(told.Writer)), session), "result");
            }
            catch (Exception error) when (Problems.Of(error) is { } problem)
            {
                return new(problem, "problem");
            }
            finally
            {
                told.Writer.Complete();
            }
        }
    }

    private static Consolidated Of(SummaryView summary, string session) =>
        new("success", "Consolidation completed", summary.ResultId, summary.Participants, $"/api/download/{session}/{summary.ResultId}", null, summary);

    internal sealed record Consolidated(string Status, string Message, string ResultId, int DataRows, string DownloadUrl, string? TelegramShare, SummaryView Summary);

    internal sealed record Progressed(string File, int Number, int Count, int Percent);

    private sealed class Telling(ChannelWriter<CompilationProgress> writer) : IProgress<CompilationProgress>
    {
        public void Report(CompilationProgress value) => writer.TryWrite(value);
    }
}
