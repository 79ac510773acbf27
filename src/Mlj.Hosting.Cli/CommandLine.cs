using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Mlj.Hosting.Cli.Commands;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli;

/// <summary>The command line as a whole: finds the command, runs it, and turns what went wrong into a sentence and an exit code.</summary>
internal static class CommandLine
{
    private const string Examples = """
          mlj consolidate "Test 1.xlsx" "Test 2.xlsx" -o results.xlsx
          mlj inspect "Test 1.xlsx"
          mlj plan results.xlsx "rank by average"
          mlj preview results.xlsx --plan plan.json
          mlj COMMAND --help
        """;

    private const string ExitCodes = """
        Exit codes:
          0  done
          1  finished, but some input was refused, or a run of a batch failed (each with its reason)
          2  wrong usage
          3  nothing could be done
        """;

    /// <summary>Runs one command.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Merges the spreadsheets that form and quiz tools export, one a test, into one table: a row a participant, a column a test.");
        AddExamples(root, terminal, Examples, ExitCodes);
        foreach (var command in (ReadOnlySpan<ICommand>)[new ConsolidateCommand(), new BatchCommand(), new InspectCommand(), new CellsCommand(), new ActionsCommand(), new PlanCommand(), new PreviewCommand(), new ApplyCommand(), new UndoCommand()])
            root.Add(Make(command, terminal, cancellation));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Complain(error.Message);
            terminal.Error.WriteLine($"Try: mlj {(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help");
            return ExitCode.WrongUsage;
        }
        return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    private static Command Make(ICommand command, Terminal terminal, CancellationToken cancellation)
    {
        var made = command.Describe();
        AddExamples(made, terminal, command.Examples);
        made.SetAction(parsed =>
        {
            try
            {
                return command.Run(parsed, terminal, cancellation);
            }
            catch (UsageException error)
            {
                terminal.Complain(error.Message);
                terminal.Error.WriteLine($"Try: mlj {made.Name} --help");
                return ExitCode.WrongUsage;
            }
            catch (OperationCanceledException)
            {
                terminal.Complain("Stopped. Nothing was written.");
                return ExitCode.NothingDone;
            }
            catch (Merging.LedgerException error)
            {
                terminal.Complain(error.Message);
                return ExitCode.NothingDone;
            }
        });
        return made;
    }

    private static void AddExamples(Command command, Terminal terminal, string examples, string? more = null)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
            command.Add(help = new HelpOption());
        help.Action = new HelpWithExamples(new HelpAction { MaxWidth = terminal.Width }, examples, more);
    }

    private sealed class HelpWithExamples(HelpAction usual, string examples, string? more) : SynchronousCommandLineAction
    {
        // Who asks for help need not give the files.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = usual.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            output.WriteLine(examples);
            if (more is not null)
            {
                output.WriteLine();
                output.WriteLine(more);
            }
            return result;
        }
    }
}
