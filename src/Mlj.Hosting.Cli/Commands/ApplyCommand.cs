using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj apply</c>: a plan done, and the table written.</summary>
internal sealed class ApplyCommand : ICommand
{
    private readonly PlanSettings _settings = new();
    private readonly ResultFile _result = new();
    private readonly KeptTables _kept = new();
    private readonly LmsSettings _lms = new();
    private readonly Option<string?> _recipe = new("--save-recipe") { Description = "Keep the steps as a recipe for other tables, with the versions of the rules they used.", HelpName = "R.json" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text." };

    public string Examples => """
          mlj apply results.xlsx --plan accepted.json -o graded.xlsx
          mlj apply results.csv --plan plan.json -o graded.csv --save-recipe recipe.json
          mlj apply "next term.xlsx" --plan recipe.json -o graded.xlsx --partial
          mlj apply results.xlsx --plan plan.json --history steps.json -o graded.xlsx
          mlj apply results.xlsx --plan redact.json -o shared.csv --kept key.xlsx
        """;

    public Command Describe()
    {
        var command = new Command("apply", "Does a plan on a table and writes the result. A plan that was kept by preview is done only on the table that it was previewed on. With --history every step can be undone later: see mlj undo.");
        _settings.AddTo(command);
        _result.AddTo(command);
        _kept.AddTo(command);
        _lms.AddTo(command);
        command.Add(_recipe);
        command.Add(_json);
        return command;
    }

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var (json, files) = (parsed.GetValue(_json), _settings.Files(parsed));
        var (output, kept) = (_result.File(parsed, json, files), _kept.File(parsed, files));
        if (parsed.GetValue(_recipe) is { } written)
            OutputFile.MustNotBeRead(written, files.Take(1));
        // One written over another would be lost, and with the key of a redaction the names for good.
        OutputFile.MustDiffer(output, kept, _settings.HistoryFile(parsed), parsed.GetValue(_recipe));
        var lms = _lms.Read(parsed, output, cancellation);
        var planned = _settings.Run(parsed, terminal, cancellation);
        // The key of a redaction first: a table without its key cannot be undone by hand.
        if (planned.IsDone && !(TryAccept(planned, out var after, terminal)
            && KeptTables.TryWrite(kept, planned.Run, terminal, cancellation)
            && (output is null || (lms?.TryWrite(output, planned.Run.Result, terminal, cancellation) ?? ResultFile.TryWrite(output, after, terminal, cancellation)))
            && (_settings.HistoryFile(parsed) is not { } history || HistorySettings.TryWrite(history, after, "The history was not kept.", terminal))
            && (parsed.GetValue(_recipe) is not { } recipe || TryWriteRecipe(recipe, planned.Run, terminal))))
            return ExitCode.NothingDone;
        if (json)
            RunJson.Write(planned, false, output, terminal.Output);
        else if (planned.IsDone)
            RunText.Write(planned.Table, planned.Run, false, output is null ? "Nothing was written; add -o graded.xlsx to get the table." : $"Written: {output}", terminal);
        if (!planned.IsDone)
            planned.Complain(terminal);
        return planned.Exit;
    }

    private static bool TryAccept(PlannedRun planned, [NotNullWhen(true)] out History? after, Terminal terminal)
    {
        if (planned.History!.TryAccept(planned.Run!, out after, out var problems))
            return true;
        foreach (var problem in problems)
            terminal.Complain(problem.ToString());
        return false;
    }

    private static bool TryWriteRecipe(string path, Run run, Terminal terminal) =>
        OutputFile.TryWrite(path, to => File.WriteAllText(to, PlanJson.WriteRecipe(run.Plan, BuiltInActions.Catalog) + "\n"), "The recipe was not kept.", terminal);
}
