using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mlj.Hosting.Heads;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Hosting;

/// <content>Plans: made, looked at, accepted or discarded. At most one waits.</content>
public sealed partial class Workbench
{
    private const int MostChangedCells = 100;

    /// <summary>Makes a plan of steps, which waits until it is accepted.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="plan">The plan as JSON: <c>{"steps":[{"action":"...","params":{...}}]}</c>; version and seed may be left out.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What it would change.</returns>
    public Task<PreviewView> PlanAsync(SessionKey key, string plan, CancellationToken cancellation = default) =>
        ProposeAsync(key, new PendingPlan(Completed(plan), "steps", null, Maps: false, Partial: false), cancellation);

    /// <summary>Makes a plan of a recipe that may have been made on another table: columns are found by their roles and headings.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="recipe">The recipe as JSON.</param>
    /// <param name="partial">Whether steps that cannot be done are left out; otherwise one of them stops the whole.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<PreviewView> ApplyRecipeAsync(SessionKey key, string recipe, bool partial, CancellationToken cancellation = default) =>
        ProposeAsync(key, new PendingPlan(Completed(recipe), "recipe", null, Maps: true, partial), cancellation);

    /// <summary>What the plan that waits would change.</summary>
    public async Task<PreviewView> PreviewAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        return Preview(session, Waiting(session, head));
    }

    /// <summary>A part of the rows of what the plan that waits would change: the new table with what stood there before, then the rows that it removes.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="from">The first row, from 0.</param>
    /// <param name="count">How many rows at most; up to <see cref="MostRows"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<DiffTableView> PreviewRowsAsync(SessionKey key, int from, int count, CancellationToken cancellation = default)
    {
        CheckPage(from, count);
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        var run = Waiting(session, head);
        return DiffTable.Of(run, PlanId(session.Pending!), session.Version, from, count);
    }

    /// <summary>Accepts the plan that waits: its steps join the history.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="planId">The id of the plan that the caller saw; null accepts the one that waits.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<HistoryView> AcceptAsync(SessionKey key, string? planId = null, CancellationToken cancellation = default)
    {
        var steps = 0;
        var (session, head) = await ChangeAsync(key, async before =>
        {
            var pending = before.Pending ?? throw Refuse.NoPending();
            if (planId is not null && planId != PlanId(pending))
                throw Refuse.OtherPlan();
            var now = await _heads.OfAsync(before, cancellation);
            var run = Waiting(before, now);
            if (!now.History.TryAccept(run, out var after, out var problems))
                throw Refuse.Stale(problems);
            steps = run.Steps.Count;
            return Moved(before, now, after);
        }, cancellation);
        await _sessions.AddUseAsync(UseCount.Actions, steps, CancellationToken.None);
        return HistoryOf(session, head!);
    }

    /// <summary>Forgets the plan that waits. The table stays.</summary>
    public async Task<SessionView> DiscardAsync(SessionKey key, CancellationToken cancellation = default) =>
        Show.Session(await ChangeAsync(key, before => before.Pending is null ? throw Refuse.NoPending() : before with { Pending = null }, cancellation));

    private async Task<PreviewView> ProposeAsync(SessionKey key, PendingPlan proposed, CancellationToken cancellation)
    {
        Run? run = null;
        var (session, _) = await ChangeAsync(key, async before =>
        {
            var head = await _heads.OfAsync(before, cancellation);
            (var pending, run) = Proposed(head, proposed);
            return (before with { Pending = pending }, head);
        }, cancellation);
        return Preview(session, run!);
    }

    /// <summary>The plan with the hash of the table that it is for, once it is known that it can be done there.</summary>
    private static (PendingPlan Pending, Run Run) Proposed(Head head, PendingPlan proposed)
    {
        if (!PlanJson.TryRead(proposed.Plan, BuiltInActions.Catalog, out var plan, out var problems))
            throw Refuse.BadPlan(problems);
        if (plan.Steps.Count == 0)
            throw Refuse.NothingToDo();
        var pending = proposed with { Plan = PlanJson.Write(plan with { PreviewedOn = TableHash.Of(head.Table) }, BuiltInActions.Catalog) };
        var run = RunOf(head, pending);
        return run.IsDone ? (pending, run) : throw Refuse.BadPlan(run.Problems);
    }

    private static Run Waiting(Session session, Head head)
    {
        var run = RunOf(head, session.Pending ?? throw Refuse.NoPending());
        return run.IsDone ? run : throw Refuse.Stale(run.Problems);
    }

    private static Run RunOf(Head head, PendingPlan pending) => head.RunOf(SessionJson.Stamp(pending), table =>
        PlanJson.TryRead(pending.Plan, BuiltInActions.Catalog, out var plan, out var problems)
            ? plan.Run(table, BuiltInActions.Catalog, new RunOptions { MapColumns = pending.Maps, SkipMisfits = pending.Partial })
            : throw Refuse.NotLogged(problems));

    /// <summary>The session with another history; a plan that waited was for the table before.</summary>
    private static (Session Session, Head? Head) Moved(Session before, Head now, History after)
    {
        var log = HistoryJson.Write(after, BuiltInActions.Catalog);
        return (before with { Log = log, Pending = null }, now with { Log = log, Compilation = now.Compilation with { History = after } });
    }

    private static PreviewView Preview(Session session, Run run)
    {
        var (pending, diff) = (session.Pending!, run.Diff);
        return new PreviewView(PlanId(pending), TableHash.Of(run.Start), session.Version, pending.Origin, pending.Message,
            [.. run.Steps.Select(step => Show.Step(step.Number, step.Action, undone: false, step.Notes))],
            diff.AddedColumns, diff.RemovedColumns, [.. diff.RenamedColumns.Select(each => new RenamedView(each.From, each.To))],
            new CountChangeView(run.Start.RowCount, run.Result.RowCount), new CountChangeView(run.Start.Columns.Count, run.Result.Columns.Count),
            diff.AddedRows.Count, diff.RemovedRows.Count, diff.IsReordered, diff.ChangedCells.Count,
            [.. diff.ChangedCells.Take(MostChangedCells).Select(change => new CellChangeView(change.Stored, change.Column, Show.Cell(change.Before), Show.Cell(change.After)))],
            [.. ColumnStatistics.Between(run.Start, run.Result).Select(change => new StatisticsChangeView(change.Column,
                change.Before is { } former ? Show.Statistics(former) : null, change.After is { } now ? Show.Statistics(now) : null))],
            [.. run.Mappings.Select(Show.Mapping)], [.. run.Skipped.Select(Show.Skipped)]);
    }

    private static string PlanId(PendingPlan pending) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SessionJson.Stamp(pending))).AsSpan(0, 8));

    /// <summary>The plan with what its writer may leave out. The hash of another table is taken off: the plan is previewed again here.</summary>
    private static string Completed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        JsonObject plan;
        try
        {
            plan = JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject
                ?? throw Refuse.Bad("not_a_plan", "A plan is an object with the list 'steps'.");
        }
        catch (System.Text.Json.JsonException error)
        {
            throw Refuse.Bad("not_json", "The plan is not JSON: " + error.Message);
        }
        plan.Remove("table");
        plan.TryAdd("version", Plan.Version);
        // Chance comes from outside, once: the plan keeps it, and gives the same table ever after.
        plan.TryAdd("seed", Plan.NewSeed());
        return plan.ToJsonString();
    }
}
