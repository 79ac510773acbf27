using System.CommandLine;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj undo</c>: any accepted step taken back, or the last undo.</summary>
internal sealed class UndoCommand : ICommand
{
    private readonly TableSettings _table = new();
    private readonly HistorySettings _history = new(isRequired: true, "The accepted steps, as mlj apply --history keeps them.");
    private readonly Option<int?> _step = new("--step") { Description = "The step to undo, by its number in --list; the last one when left out.", HelpName = "N" };
    private readonly Option<bool> _dependents = new("--with-dependents") { Description = "Undo the later steps that cannot stay without it too, instead of refusing." };
    private readonly Option<bool> _redo = new("--redo") { Description = "Take the last undo back." };
    private readonly Option<bool> _list = new("--list") { Description = "List the steps and change nothing." };
    private readonly ResultFile _result = new();
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text." };

    public string Examples => """
          mlj undo results.xlsx --history steps.json --list
          mlj undo results.xlsx --history steps.json -o graded.xlsx
          mlj undo results.xlsx --history steps.json --step 2 --with-dependents -o graded.xlsx
          mlj undo results.xlsx --history steps.json --redo
        """;

    public Command Describe()
    {
        var command = new Command("undo", "Takes back any step that mlj apply --history kept, not only the last. TABLE is the table before all steps. A step that others need is refused, and they are named.");
        _table.AddTo(command);
        _history.AddTo(command);
        command.Add(_step);
        command.Add(_dependents);
        command.Add(_redo);
        command.Add(_list);
        _result.AddTo(command);
        command.Add(_json);
        return command;
    }

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var (json, path) = (parsed.GetValue(_json), _history.File(parsed)!);
        if (new[] { parsed.GetValue(_redo), parsed.GetValue(_list), parsed.GetValue(_step) is not null }.Count(given => given) > 1)
            throw new UsageException("--step, --redo and --list exclude each other. Give one of them.");
        var output = _result.File(parsed, json, [_table.File(parsed), path]);
        if (!_table.TryRead(parsed, terminal, out var table, out var refused, cancellation))
        {
            terminal.Complain(Told.Of(refused.Problem));
            return ExitCode.NothingDone;
        }
        if (!_history.TryRead(parsed, table.Table, out var before, out var problems))
            return Refuse(problems, terminal);
        var after = before;
        if (!parsed.GetValue(_list) && !TryChange(parsed, before, out after, out problems))
        {
            if (json)
                HistoryOutput.WriteJson(before, before, problems, null, terminal.Output);
            return Refuse(problems, terminal);
        }
        if ((output is not null && !ResultFile.TryWrite(output, after, terminal, cancellation))
            || (after != before && !HistorySettings.TryWrite(path, after, "The history stays as it was.", terminal)))
            return ExitCode.NothingDone;
        if (json)
            HistoryOutput.WriteJson(before, after, [], output, terminal.Output);
        else
            HistoryOutput.WriteText(before, after, output, terminal);
        return ExitCode.Done;
    }

    private bool TryChange(ParseResult parsed, History before, out History after, out IReadOnlyList<PlanProblem> problems)
    {
        (after, problems) = (before, []);
        if (parsed.GetValue(_redo))
        {
            if (!before.CanRedo)
                throw new UsageException("The last change was no undo, so there is nothing to take back.");
            after = before.Redo();
            return true;
        }
        var step = parsed.GetValue(_step) ?? before.Steps.LastOrDefault(each => !each.IsUndone)?.Number
            ?? throw new UsageException("There is no step to undo.");
        if (before.Steps.FirstOrDefault(each => each.Number == step) is not { IsUndone: false })
            throw new UsageException($"There is no step {step} that could be undone. --list shows the steps.");
        if (!before.TryUndo(step, parsed.GetValue(_dependents), out var undone, out problems))
            return false;
        after = undone;
        return true;
    }

    private static int Refuse(IReadOnlyList<PlanProblem> problems, Terminal terminal)
    {
        foreach (var problem in problems)
            terminal.Complain(problem.ToString());
        terminal.Complain("Nothing was undone." + (problems.Any(problem => problem.Code == "depends_on_undone_step") ? " --with-dependents undoes these steps too." : ""));
        return ExitCode.NothingDone;
    }
}
