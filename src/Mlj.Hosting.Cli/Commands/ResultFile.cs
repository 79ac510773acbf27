using System.CommandLine;
using Mlj.Exports;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>The file that a changed table is written into.</summary>
internal sealed class ResultFile
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = $"The file to write; its extension chooses the format: {string.Join(", ", ExportFormats.Default.Extensions)}. Nothing is written without it.",
        HelpName = "OUT",
    };

    public void AddTo(Command command) => command.Add(_output);

    /// <summary>The name that was given; null when no file is to be written.</summary>
    public string? File(ParseResult parsed, bool json, IEnumerable<string> read)
    {
        var output = parsed.GetValue(_output);
        if (OutputFile.FormatOf(output, json) is null)
            return null;
        OutputFile.MustNotBeRead(output!, read);
        return output;
    }

    /// <summary>Writes what became of a table.</summary>
    public static bool TryWrite(string path, History history, Terminal terminal, CancellationToken cancellation) =>
        TryWrite(path, ResultsBook.Of(history, BuiltInActions.Catalog, new BookOptions { Created = terminal.Clock?.GetUtcNow() }), "Nothing was written.", terminal, cancellation);

    /// <summary>Writes sheets.</summary>
    public static bool TryWrite(string path, ExportBook book, string consequence, Terminal terminal, CancellationToken cancellation)
    {
        var format = OutputFile.FormatOf(path, json: false)!;
        return OutputFile.TryWrite(path, to => ExportFile.Write(to, stream => format.Write(book, stream, cancellation)), consequence, terminal);
    }
}
