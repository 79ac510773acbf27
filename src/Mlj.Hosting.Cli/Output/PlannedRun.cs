using System.Diagnostics.CodeAnalysis;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Recognition;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What became of a table and a plan.</summary>
/// <param name="Table">The table; null when the file was refused.</param>
/// <param name="Run">The plan carried out; null when there is no plan.</param>
/// <param name="Problems">Why it could not be carried out.</param>
internal sealed record PlannedRun(SheetTable? Table, Run? Run, IReadOnlyList<PlanProblem> Problems)
{
    /// <summary>The file, when it could not be read.</summary>
    public RefusedFile? Refused { get; init; }

    /// <summary>The steps that were accepted before; null when there is no plan.</summary>
    public History? History { get; init; }

    /// <summary>Whether the plan was carried out.</summary>
    [MemberNotNullWhen(true, nameof(Table), nameof(Run))]
    public bool IsDone => Table is not null && Run is { IsDone: true };

    public int Exit => !IsDone ? ExitCode.NothingDone : Run.Skipped.Count > 0 ? ExitCode.SomeRefused : ExitCode.Done;

    /// <summary>Says in words why nothing was done.</summary>
    public void Complain(Terminal terminal)
    {
        if (Refused is { } refused)
            terminal.Complain(Told.Of(refused.Problem));
        foreach (var problem in Problems)
            terminal.Complain(problem.ToString());
        terminal.Complain("Nothing was done and nothing was written.");
    }
}
