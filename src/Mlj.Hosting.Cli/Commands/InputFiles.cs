using System.CommandLine;
using Mlj.Hosting.Cli.Shell;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>The files that a command reads: paths, patterns where the shell leaves them, and <c>-</c> for standard input.</summary>
internal static class InputFiles
{
    public static Argument<string[]> Argument() => new("FILE")
    {
        Description = "An exported spreadsheet, xlsx or csv; '-' reads one from standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static IReadOnlyList<SourceFile> Open(IEnumerable<string> names, Terminal terminal, CancellationToken cancellation)
    {
        var files = new List<SourceFile>();
        var isInputTaken = false;
        foreach (var name in names)
        {
            if (name != "-")
                files.AddRange(Paths(name).Select(SourceFile.FromPath));
            else if (isInputTaken)
                throw new UsageException("Standard input can be read only once; '-' stands twice.");
            else
            {
                isInputTaken = true;
                files.Add(SourceFile.FromBytes("standard input", terminal.ReadInput(cancellation)));
            }
        }
        return files;
    }

    /// <summary>The files that one argument names: several when it is a pattern that the shell left alone.</summary>
    public static IReadOnlyList<string> Paths(string argument)
    {
        // The parser takes an option that it does not know for one more file.
        if (argument.Length > 1 && argument[0] == '-' && !File.Exists(argument))
            throw new UsageException($"There is no option '{argument}'. If it is a file, write ./{argument}.");
        // A folder keeps its name without the separator at its end, and is refused by that name.
        var name = Path.TrimEndingDirectorySeparator(argument);
        if (string.IsNullOrWhiteSpace(Path.GetFileName(name)))
            throw new UsageException($"'{argument}' names no file.");
        return Wildcards.Expand(name);
    }

    /// <summary>The text of a file that belongs to the call, such as a plan.</summary>
    public static string Text(string what, string path, string remedy = "")
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = error is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : error.Message;
            throw new UsageException($"The {what} '{path}' cannot be read: {why}{remedy}");
        }
    }
}
