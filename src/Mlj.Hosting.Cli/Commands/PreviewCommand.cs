using System.CommandLine;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj preview</c>: what a plan would change.</summary>
internal sealed class PreviewCommand : ICommand
{
    private readonly PlanSettings _settings = new();
    private readonly Option<bool> _all = new("--all") { Description = "Show every changed cell and row, not only the first." };
    private readonly Option<string?> _save = new("--save") { Description = "Keep the plan with the hash of this table: apply then refuses any other table.", HelpName = "P2.json" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text." };

    public string Examples => """
          mlj preview results.xlsx --plan plan.json
          mlj preview results.xlsx --plan plan.json --all --json
          mlj preview results.xlsx --plan plan.json --save accepted.json
          mlj preview results.csv --plan recipe.json --partial
          mlj plan results.xlsx "rank by average" --json | mlj preview results.xlsx --plan -
        """;

    public Command Describe()
    {
        var command = new Command("preview", "Shows what a plan changes in a table, step by step and as a whole: columns, rows, cells, statistics. Changes nothing.");
        _settings.AddTo(command);
        command.Add(_all);
        command.Add(_save);
        command.Add(_json);
        return command;
    }

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (parsed.GetValue(_save) is { } kept)
        {
            OutputFile.MustNotBeRead(kept, _settings.Files(parsed).Take(1));
            OutputFile.MustDiffer(kept, _settings.HistoryFile(parsed));
        }
        var planned = _settings.Run(parsed, terminal, cancellation);
        if (planned.IsDone && parsed.GetValue(_save) is { } path
            && !OutputFile.TryWrite(path, to => File.WriteAllText(to, PlanJson.Write(planned.Run.Plan with { PreviewedOn = TableHash.Of(planned.Run.Start) }, BuiltInActions.Catalog) + "\n"), "The plan was not kept.", terminal))
            return ExitCode.NothingDone;
        if (parsed.GetValue(_json))
            RunJson.Write(planned, parsed.GetValue(_all), null, terminal.Output);
        else if (planned.IsDone)
            RunText.Write(planned.Table, planned.Run, parsed.GetValue(_all), parsed.GetValue(_save) is { } saved ? $"Kept: {saved}. The table was not changed." : "Nothing was changed.", terminal);
        if (!planned.IsDone)
            planned.Complain(terminal);
        return planned.Exit;
    }
}
