using System.Diagnostics.CodeAnalysis;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <content>Logs that come from elsewhere.</content>
public sealed partial class History
{
    /// <summary>Runs a log that may have been changed by hand; every entry must still be possible where it stands.</summary>
    internal static bool TryReplay(Table start, ActionCatalog catalog, IReadOnlyList<HistoryEntry> entries, [NotNullWhen(true)] out History? history, List<PlanProblem> problems)
    {
        history = null;
        var (accepted, undone) = (0, new HashSet<int>());
        foreach (var entry in entries)
            if (entry is HistoryEntry.Accepted { Plan: var plan })
                accepted += plan.Steps.Count;
            else if (entry is HistoryEntry.Undone { Steps: var steps })
                foreach (var step in steps.Where(step => step < 1 || step > accepted || !undone.Add(step)))
                    problems.Add(PlanProblems.NotAHistory($"step {step} is undone where there is no such step, or twice"));
        if (problems.Count > 0)
            return false;
        var replayed = Of(start, catalog).Replayed(entries, out var misfits);
        foreach (var step in misfits)
            problems.Add(PlanProblems.NotAHistory($"step {step} cannot be done"));
        history = problems.Count == 0 ? replayed : null;
        return history is not null;
    }
}
