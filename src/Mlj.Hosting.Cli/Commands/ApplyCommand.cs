using System.CommandLine;
using Mlj.Exports;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj apply</c>: a plan done, and the table written.</summary>
internal sealed class ApplyCommand : ICommand
{
    private const string SheetName = "Results";

    private readonly PlanSettings _settings = new();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = $"The file to write; its extension chooses the format: {string.Join(", ", ExportFormats.Default.Extensions)}. Nothing is written without it.",
        HelpName = "OUT",
    };

    private readonly Option<string?> _recipe = new("--save-recipe") { Description = "Keep the steps as a recipe for other tables, with the versions of the rules they used.", HelpName = "R.json" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text." };

    public string Examples => """
          mlj apply results.xlsx --plan accepted.json -o graded.xlsx
          mlj apply results.csv --plan plan.json -o graded.csv --save-recipe recipe.json
          mlj apply "next term.xlsx" --plan recipe.json -o graded.xlsx --partial
        """;

    public Command Describe()
    {
        var command = new Command("apply", "Does a plan on a table and writes the result. A plan that was kept by preview is done only on the table that it was previewed on.");
        _settings.AddTo(command);
        command.Add(_output);
        command.Add(_recipe);
        command.Add(_json);
        return command;
    }

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var (output, json) = (parsed.GetValue(_output), parsed.GetValue(_json));
        var format = OutputFile.FormatOf(output, json);
        if (format is not null)
            OutputFile.MustNotBeRead(output!, _settings.Files(parsed));
        if (parsed.GetValue(_recipe) is { } kept)
            OutputFile.MustNotBeRead(kept, _settings.Files(parsed).Take(1));
        var planned = _settings.Run(parsed, terminal, cancellation);
        if (planned.IsDone)
        {
            if (format is not null && !OutputFile.TryWrite(output!, path => Write(planned.Run.Result, path, format, cancellation), "Nothing was written.", terminal))
                return ExitCode.NothingDone;
            if (parsed.GetValue(_recipe) is { } recipe && !OutputFile.TryWrite(recipe, path => File.WriteAllText(path, PlanJson.WriteRecipe(planned.Run.Plan, BuiltInActions.Catalog) + "\n"), "The recipe was not kept.", terminal))
                return ExitCode.NothingDone;
        }
        if (json)
            RunJson.Write(planned, false, format is null ? null : output, terminal.Output);
        else if (planned.IsDone)
            RunText.Write(planned.Table, planned.Run, false, format is null ? "Nothing was written; add -o graded.xlsx to get the table." : $"Written: {output}", terminal);
        if (!planned.IsDone)
            planned.Complain(terminal);
        return planned.Exit;
    }

    private static void Write(Table table, string path, IExportFormat format, CancellationToken cancellation)
    {
        var frozen = table.Columns.TakeWhile(column => column.Role is ColumnRole.Name or ColumnRole.Email).Count();
        var sheet = new ExportSheet(SheetName, table) { FrozenColumns = frozen };
        ExportFile.Write(path, stream => format.Write(new ExportBook(sheet, sheet), stream, cancellation));
    }
}
