using Mlj.Hosting.Heads;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Pipeline;

namespace Mlj.Hosting;

/// <content>What was accepted: listed, undone, redone, kept as a recipe.</content>
public sealed partial class Workbench
{
    /// <summary>All steps that were ever accepted.</summary>
    public async Task<HistoryView> HistoryAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        return HistoryOf(session, head);
    }

    /// <summary>The later steps that would have to go with a step.</summary>
    public async Task<DependentsView> DependentsAsync(SessionKey key, int step, CancellationToken cancellation = default)
    {
        var (_, head) = await LookAtHeadAsync(key, cancellation);
        CheckStep(head.History, step);
        return new DependentsView(step, [.. head.History.DependentsOf(step).Select(Show.Step)]);
    }

    /// <summary>Undoes a step, not only the last one.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="step">Its number; null for the last one that is not undone.</param>
    /// <param name="withDependents">Whether the later steps that need it go too; otherwise they stop it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<HistoryView> UndoAsync(SessionKey key, int? step = null, bool withDependents = false, CancellationToken cancellation = default)
    {
        var (session, head) = await ChangeAsync(key, async before =>
        {
            var now = await _heads.OfAsync(before, cancellation);
            var number = step ?? now.History.Steps.LastOrDefault(each => !each.IsUndone)?.Number ?? throw Refuse.NoStep(0);
            CheckStep(now.History, number);
            return now.History.TryUndo(number, withDependents, out var after, out var problems) ? Moved(before, now, after) : throw Refuse.HasDependents(problems);
        }, cancellation);
        return HistoryOf(session, head!);
    }

    /// <summary>Takes the last undo back.</summary>
    public async Task<HistoryView> RedoAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (session, head) = await ChangeAsync(key, async before =>
        {
            var now = await _heads.OfAsync(before, cancellation);
            return now.History.CanRedo ? Moved(before, now, now.History.Redo()) : throw Refuse.NothingToRedo();
        }, cancellation);
        return HistoryOf(session, head!);
    }

    /// <summary>The accepted steps as a recipe for other tables, as JSON.</summary>
    /// <remarks>A recipe has one seed; columns of chance come out otherwise where the steps were accepted in several plans.</remarks>
    public async Task<string> RecipeAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (_, head) = await LookAtHeadAsync(key, cancellation);
        var seed = head.History.Entries.OfType<HistoryEntry.Accepted>().LastOrDefault()?.Plan.Seed ?? 0;
        return PlanJson.WriteRecipe(new Plan([.. head.History.Steps.Where(step => !step.IsUndone).Select(step => step.Action)], seed), BuiltInActions.Catalog);
    }

    private static void CheckStep(History history, int step)
    {
        if (step < 1 || step > history.Steps.Count || history.Steps[step - 1].IsUndone)
            throw Refuse.NoStep(step);
    }

    private static HistoryView HistoryOf(Session session, Head head) => new(session.Version, [.. head.History.Steps.Select(Show.Step)], head.History.CanRedo);
}
