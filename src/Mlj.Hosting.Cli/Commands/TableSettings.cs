using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Mlj.Hosting.Cli.Shell;
using Mlj.Recognition;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>The table that a command works on: any sheet whose first row is its heading.</summary>
internal sealed class TableSettings
{
    private readonly Argument<string> _table = new("TABLE") { Description = "A spreadsheet, xlsx or csv, whose first row is its heading; '-' reads standard input." };

    private readonly Option<string?> _sheet = new("--sheet") { Description = "The sheet to read; the one named Results or the first when left out.", HelpName = "NAME" };

    private readonly Option<string?> _mark = new Option<string?>("--decimal-mark") { Description = "The decimal mark of numbers written as text, when the file does not decide it.", HelpName = "point|comma" }
        .AcceptOnlyFromAmong("point", "comma");

    public void AddTo(Command command)
    {
        command.Add(_table);
        command.Add(_sheet);
        command.Add(_mark);
    }

    /// <summary>The name that was given; <c>-</c> is standard input.</summary>
    public string File(ParseResult parsed) => parsed.GetRequiredValue(_table);

    /// <summary>Reads the table.</summary>
    /// <returns>False when the file was refused.</returns>
    public bool TryRead(ParseResult parsed, Terminal terminal, [NotNullWhen(true)] out SheetTable? table, [NotNullWhen(false)] out RefusedFile? refused, CancellationToken cancellation)
    {
        (table, refused) = (null, null);
        if (InputFiles.Open([File(parsed)], terminal, cancellation) is not [var file])
            throw new UsageException($"'{File(parsed)}' names several files; name one table.");
        try
        {
            table = TableReader.Read(file, new TableReadOptions { Sheet = parsed.GetValue(_sheet), DecimalMark = Mark(parsed.GetValue(_mark)) }, null, cancellation);
            return true;
        }
        catch (SourceException error)
        {
            refused = new RefusedFile(file.Name, error.Problem);
            return false;
        }
    }

    private static DecimalMark? Mark(string? name) => name is null ? null : Enum.Parse<DecimalMark>(name, ignoreCase: true);
}
