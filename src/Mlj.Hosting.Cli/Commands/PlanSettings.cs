using System.CommandLine;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>A table and a plan for it: what preview and apply have in common.</summary>
internal sealed class PlanSettings
{
    private readonly Argument<string> _table = new("TABLE") { Description = "A spreadsheet, xlsx or csv, whose first row is its heading; '-' reads standard input." };

    private readonly Option<string> _plan = new("--plan") { Description = "The plan or recipe, JSON; '-' reads standard input.", HelpName = "P.json", Required = true };

    private readonly Option<string?> _sheet = new("--sheet") { Description = "The sheet to read; the one named Results or the first when left out.", HelpName = "NAME" };

    private readonly Option<string?> _mark = new Option<string?>("--decimal-mark") { Description = "The decimal mark of numbers written as text, when the file does not decide it.", HelpName = "point|comma" }
        .AcceptOnlyFromAmong("point", "comma");

    private readonly Option<bool> _partial = new("--partial") { Description = "Leave out the steps that do not fit the table, and say which and why, instead of doing nothing." };

    public void AddTo(Command command)
    {
        command.Add(_table);
        command.Add(_plan);
        command.Add(_sheet);
        command.Add(_mark);
        command.Add(_partial);
    }

    /// <summary>The files that are read, by the names that were given.</summary>
    public string[] Files(ParseResult parsed) => [parsed.GetRequiredValue(_table), parsed.GetRequiredValue(_plan)];

    /// <summary>Reads the table and the plan, and carries the plan out. Nothing is written.</summary>
    public PlannedRun Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var (tablePath, planPath) = (parsed.GetRequiredValue(_table), parsed.GetRequiredValue(_plan));
        if (tablePath == "-" && planPath == "-")
            throw new UsageException("Standard input can be read only once; '-' stands twice.");
        var text = planPath == "-" ? new StreamReader(terminal.Input).ReadToEnd() : InputFiles.Text("plan", planPath);
        if (InputFiles.Open([tablePath], terminal) is not [var file])
            throw new UsageException($"'{tablePath}' names several files; a plan is for one table.");
        SheetTable table;
        try
        {
            table = TableReader.Read(file, new TableReadOptions { Sheet = parsed.GetValue(_sheet), DecimalMark = Mark(parsed.GetValue(_mark)) }, null, cancellation);
        }
        catch (SourceException error)
        {
            return new PlannedRun(null, null, []) { Refused = new RefusedFile(file.Name, error.Problem) };
        }
        if (!PlanJson.TryRead(text, BuiltInActions.Catalog, out var plan, out var problems))
            return new PlannedRun(table, null, problems);
        var run = plan.Run(table.Table, BuiltInActions.Catalog, new RunOptions { MapColumns = true, SkipMisfits = parsed.GetValue(_partial) }, cancellation);
        return new PlannedRun(table, run, run.Problems);
    }

    private static DecimalMark? Mark(string? name) => name is null ? null : Enum.Parse<DecimalMark>(name, ignoreCase: true);
}
