using System.CommandLine;
using Mlj.Hosting.Cli.Shell;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj cells</c>: every cell that is not empty, a line each.</summary>
internal sealed class CellsCommand : ICommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A spreadsheet, xlsx or csv; '-' reads standard input." };
    private readonly Option<string?> _sheet = new("--sheet") { Description = "The only sheet to print; all sheets when left out.", HelpName = "NAME" };

    public string Examples => """
          mlj cells "Test 1.xlsx"
          mlj cells "Test 1.xlsx" --sheet Responses | head
        """;

    public Command Describe() =>
        new("cells", "Prints every cell that is not empty as ROW-COLUMN, type and text: s text, n number, b true or false, e error, d ISO date.") { _file, _sheet };

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var file = InputFiles.Open([parsed.GetRequiredValue(_file)], terminal, cancellation)[0];
        var sheet = parsed.GetValue(_sheet);
        try
        {
            using var book = SourceFormats.Default.Open(file, SourceLimits.Default, cancellation);
            if (CellLines.Write(book, terminal.Output, sheet) > 0 || sheet is null)
                return ExitCode.Done;
            terminal.Complain($"'{file.Name}' has no sheet '{sheet}'. Its sheets are: {string.Join(", ", book.Sheets.Select(each => each.Name))}.");
        }
        catch (SourceException error)
        {
            terminal.Complain(error.Message);
        }
        return ExitCode.NothingDone;
    }
}
