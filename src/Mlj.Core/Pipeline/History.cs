using System.Diagnostics.CodeAnalysis;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>
/// What became of a table: the log of accepted plans, of steps that were undone, and of decisions. Everything else can be made again from
/// it. Immutable and safe to share between threads: every change is a new history.
/// </summary>
/// <remarks>
/// Undoing a step is running the log without it; the others keep the numbers and seeds that their chance comes from, so that nothing
/// changes but what the step did.
/// </remarks>
public sealed partial class History
{
    private readonly ActionCatalog _catalog;

    private History(Table start, ActionCatalog catalog, IReadOnlyList<HistoryEntry> entries, IReadOnlyList<HistoryStep> steps)
    {
        Start = start;
        _catalog = catalog;
        Entries = entries;
        Steps = steps;
    }

    /// <summary>The table before everything.</summary>
    public Table Start { get; }

    /// <summary>The log, the oldest entry first.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; }

    /// <summary>All steps of the accepted plans, undone ones too.</summary>
    public IReadOnlyList<HistoryStep> Steps { get; }

    /// <summary>The table as it is now.</summary>
    public Table Result => Steps.LastOrDefault(step => !step.IsUndone)?.Done!.After ?? Start;

    /// <summary>What was carried out: a run an accepted plan, without the steps that are undone and without plans of which none is left, each on the result of the one before.</summary>
    public IReadOnlyList<Run> Runs
    {
        get
        {
            var runs = new List<Run>();
            var (first, start) = (0, Start);
            foreach (var plan in Entries.OfType<HistoryEntry.Accepted>().Select(entry => entry.Plan))
            {
                var done = Steps.Skip(first).Take(plan.Steps.Count).Select(step => step.Done).OfType<Step>().ToList();
                first += plan.Steps.Count;
                if (done.Count == 0)
                    continue;
                runs.Add(new Run(plan with { Steps = [.. done.Select(step => step.Action)], PreviewedOn = null }, start, done, []));
                start = done[^1].After;
            }
            return runs;
        }
    }

    /// <summary>Whether the last change was an undo, which <see cref="Redo"/> takes back.</summary>
    public bool CanRedo => Entries.LastOrDefault(entry => entry is not HistoryEntry.Decided) is HistoryEntry.Undone;

    /// <summary>The history of a table to which nothing has happened.</summary>
    /// <param name="start">The table before everything.</param>
    /// <param name="catalog">The actions by which plans are run again, when a step is undone.</param>
    public static History Of(Table start, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(catalog);
        return new(start, catalog, [], []);
    }

    /// <summary>Accepts what was previewed: the run's plan joins the log, and its result is the new table.</summary>
    /// <param name="run">A run on <see cref="Result"/>.</param>
    /// <param name="after">The history with the plan; null when there are problems.</param>
    /// <param name="problems">Why it cannot be accepted: the run has problems, or was made on another table.</param>
    /// <returns>Whether it was accepted. This history stays as it is either way.</returns>
    public bool TryAccept(Run run, [NotNullWhen(true)] out History? after, out IReadOnlyList<PlanProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(run);
        after = null;
        problems = run.Problems;
        if (!run.IsDone)
            return false;
        if (!ReferenceEquals(run.Start, Result) && (TableHash.Of(run.Start), TableHash.Of(Result)) is var (previewed, now) && previewed != now)
        {
            problems = [PlanProblems.Stale(previewed, now)];
            return false;
        }
        // A table of equal contents may store its cells otherwise, and then has other columns to share.
        var done = ReferenceEquals(run.Start, Result) ? run : (run.Plan with { PreviewedOn = null }).Run(Result, _catalog);
        problems = done.Problems;
        if (!done.IsDone)
            return false;
        after = new History(Start, _catalog, [.. Entries, new HistoryEntry.Accepted(done.Plan)],
            [.. Steps, .. done.Steps.Select((step, index) => new HistoryStep(Steps.Count + index + 1, step.Action, step))]);
        return true;
    }

    /// <summary>Keeps a decision in the log; the table stays.</summary>
    /// <param name="kind">What sort of decision it is, in snake_case.</param>
    /// <param name="json">The decision, any JSON value.</param>
    /// <exception cref="ArgumentException">The text is no JSON.</exception>
    public History With(string kind, string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(json);
        if (!HistoryJson.IsJson(json))
            throw new ArgumentException("The decision is no JSON value.", nameof(json));
        return new History(Start, _catalog, [.. Entries, new HistoryEntry.Decided(kind, json)], Steps);
    }

    /// <summary>Undoes a step, not only the last one.</summary>
    /// <param name="step">Its number in <see cref="Steps"/>.</param>
    /// <param name="withDependents">Whether the steps that cannot stay without it, see <see cref="DependentsOf"/>, are undone too. Without this it is refused when there are any.</param>
    /// <param name="after">The history without the step; null when it is refused.</param>
    /// <param name="problems">The dependent steps, when it is refused.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step, or it is undone already.</exception>
    public bool TryUndo(int step, bool withDependents, [NotNullWhen(true)] out History? after, out IReadOnlyList<PlanProblem> problems)
    {
        var dependents = DependentsOf(step);
        after = null;
        problems = withDependents ? [] : [.. dependents.Select(each => PlanProblems.HasDependents(each.Number, _catalog.Describe(each.Action).Name, step))];
        if (problems.Count > 0)
            return false;
        HistoryEntry.Undone undone = new([step, .. dependents.Select(each => each.Number)]);
        after = Replayed([.. Entries, undone], out _);
        return true;
    }

    /// <summary>Takes the last undo back.</summary>
    /// <exception cref="InvalidOperationException">The last change was no undo; see <see cref="CanRedo"/>.</exception>
    public History Redo()
    {
        if (!CanRedo)
            throw new InvalidOperationException("The last change was no undo.");
        var last = Entries.Index().Last(each => each.Item is HistoryEntry.Undone).Index;
        return Replayed([.. Entries.Where((_, index) => index != last)], out _);
    }

    /// <summary>
    /// The later steps that cannot stay without a step: those that name a column which it made or renamed, those that name a column of
    /// theirs, and so on; and those that cannot be done on the table without it, such as one whose new name is taken again.
    /// </summary>
    /// <param name="step">The step's number in <see cref="Steps"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step, or it is undone already.</exception>
    public IReadOnlyList<HistoryStep> DependentsOf(int step)
    {
        if (step < 1 || step > Steps.Count || Steps[step - 1].IsUndone)
            throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step, or it is undone already.");
        var gone = new HashSet<int> { step };
        for (var before = 0; before != gone.Count;)
        {
            before = gone.Count;
            AddThoseThatName(gone);
            Replayed([.. Entries, new HistoryEntry.Undone([.. gone.Order()])], out var misfits);
            gone.UnionWith(misfits);
        }
        return [.. Steps.Where(each => each.Number != step && gone.Contains(each.Number))];
    }

    private void AddThoseThatName(HashSet<int> gone)
    {
        var maker = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, action, done) in Steps)
        {
            if (done is null)
                continue;
            if (StepColumns.Needed(action, _catalog.Describe(action)).Any(each => maker.TryGetValue(each.Column, out var made) && gone.Contains(made)))
                gone.Add(number);
            foreach (var column in done.Before.Columns.Where(column => done.After.Find(column.Name) is null))
                maker.Remove(column.Name);
            foreach (var column in done.After.Columns.Where(column => done.Before.Find(column.Name) is null))
                maker[column.Name] = number;
        }
    }

    /// <summary>Runs a log from the start.</summary>
    /// <param name="entries">The log.</param>
    /// <param name="misfits">The numbers of the steps that could not be done.</param>
    private History Replayed(IReadOnlyList<HistoryEntry> entries, out IReadOnlyList<int> misfits)
    {
        var undone = entries.OfType<HistoryEntry.Undone>().SelectMany(entry => entry.Steps).ToHashSet();
        var steps = new List<HistoryStep>();
        var wrong = new List<int>();
        var current = Start;
        foreach (var plan in entries.OfType<HistoryEntry.Accepted>().Select(entry => entry.Plan))
        {
            var first = steps.Count + 1;
            var runner = new PlanRunner(_catalog, plan.Seed, RunOptions.Exact);
            current = runner.Run(plan.Steps.Select((action, index) => (index + 1, action)).Where(each => !undone.Contains(first + each.Item1 - 1)), (number, _) => number, current, CancellationToken.None);
            var done = runner.Done.ToDictionary(step => step.Number);
            steps.AddRange(plan.Steps.Select((action, index) => new HistoryStep(first + index, action, done.GetValueOrDefault(index + 1))));
            wrong.AddRange(runner.Misfits.Select(misfit => first + misfit.Number - 1));
        }
        misfits = wrong;
        return new History(Start, _catalog, entries, steps);
    }
}
