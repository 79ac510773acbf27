using System.CommandLine;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>A table and a plan for it: what preview and apply have in common.</summary>
internal sealed class PlanSettings
{
    private readonly TableSettings _table = new();

    private readonly Option<string> _plan = new("--plan") { Description = "The plan or recipe, JSON, or what 'mlj plan --json' printed; '-' reads standard input. The latter has no seed and gets a new one each time: keep it with 'mlj preview --save' where chance has a part.", HelpName = "P.json", Required = true };

    private readonly Option<bool> _partial = new("--partial") { Description = "Leave out the steps that do not fit the table, and say which and why, instead of doing nothing." };

    private readonly HistorySettings _history = new(isRequired: false, "The steps that were accepted so far; the plan comes after them. TABLE is the table before all of them.");

    public void AddTo(Command command)
    {
        _table.AddTo(command);
        command.Add(_plan);
        command.Add(_partial);
        _history.AddTo(command);
    }

    /// <summary>The files that are read, by the names that were given.</summary>
    public string[] Files(ParseResult parsed) => [_table.File(parsed), parsed.GetRequiredValue(_plan)];

    /// <summary>The file of the accepted steps; null when none are kept.</summary>
    public string? HistoryFile(ParseResult parsed) => _history.File(parsed);

    /// <summary>Reads the table and the plan, and carries the plan out. Nothing is written.</summary>
    public PlannedRun Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var planPath = parsed.GetRequiredValue(_plan);
        if (_table.File(parsed) == "-" && planPath == "-")
            throw new UsageException("Standard input can be read only once; '-' stands twice.");
        var text = planPath == "-" ? terminal.ReadInputText(cancellation) : InputFiles.Text("plan", planPath);
        if (!_table.TryRead(parsed, terminal, out var table, out var refused, cancellation))
            return new PlannedRun(null, null, []) { Refused = refused };
        if (!_history.TryRead(parsed, table.Table, out var history, out var problems) || !PlannedAnswer.TryRead(text, out var plan, out problems))
            return new PlannedRun(table, null, problems);
        var run = plan.Run(history.Result, BuiltInActions.Catalog, new RunOptions { MapColumns = true, SkipMisfits = parsed.GetValue(_partial) }, cancellation);
        return new PlannedRun(table, run, run.Problems) { History = history };
    }
}
