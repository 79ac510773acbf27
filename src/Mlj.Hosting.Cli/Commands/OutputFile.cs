using Mlj.Exports;
using Mlj.Exports.Csv;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>The file that a command writes: its format by its extension, and words for what can go wrong.</summary>
internal static class OutputFile
{
    private const string StandardOutput = "-";

    /// <summary>The format that the extension asks for; null when no file is to be written.</summary>
    /// <param name="output">The name that was given; null for none.</param>
    /// <param name="json">Whether standard output takes a JSON document.</param>
    /// <param name="isPlain">Whether a csv has no byte order mark.</param>
    public static IExportFormat? FormatOf(string? output, bool json, bool isPlain = false)
    {
        if (output is null)
            return null;
        if (output == StandardOutput)
            return json ? null : throw new UsageException("-o - goes with --json: standard output takes the JSON document, not a workbook.");
        return (ExportFormats.Default.ForPath(output) is CsvExport && isPlain ? new CsvExport { HasByteOrderMark = false } : ExportFormats.Default.ForPath(output))
            ?? throw new UsageException($"No format has the extension of '{output}'. The extensions are: {string.Join(", ", ExportFormats.Default.Extensions)}.");
    }

    /// <summary>Refuses to write over a file that is read.</summary>
    public static void MustNotBeRead(string output, IEnumerable<string> files)
    {
        if (files.Where(file => file != "-").SelectMany(InputFiles.Paths).Any(path => Path.GetFullPath(path) == Path.GetFullPath(output)))
            throw new UsageException($"'{output}' is one of the files to read. Write the results to another file.");
    }

    /// <summary>Refuses to write one file over another that is written too. Null is a file that is not written.</summary>
    public static void MustDiffer(params IEnumerable<string?> outputs)
    {
        if (outputs.OfType<string>().GroupBy(Path.GetFullPath, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UsageException($"'{twice.First()}' would be written twice. Give each file a name of its own.");
    }

    /// <summary>Writes a file, or says why it cannot be written and what that means.</summary>
    public static bool TryWrite(string path, Action<string> write, string consequence, Terminal terminal)
    {
        try
        {
            write(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ExportException)
        {
            terminal.Complain($"'{path}' cannot be written: {error.Message} {consequence}");
            return false;
        }
    }
}
