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

    public static IReadOnlyList<SourceFile> Open(IEnumerable<string> names, Terminal terminal)
    {
        var files = new List<SourceFile>();
        var isInputTaken = false;
        foreach (var name in names)
        {
            if (name != "-")
                files.AddRange(Expand(name).Select(SourceFile.FromPath));
            else if (isInputTaken)
                throw new UsageException("Standard input can be read only once; '-' stands twice.");
            else
            {
                isInputTaken = true;
                using var bytes = new MemoryStream();
                terminal.Input.CopyTo(bytes);
                files.Add(SourceFile.FromBytes("standard input", bytes.ToArray()));
            }
        }
        return files;
    }

    private static string[] Expand(string name)
    {
        if (File.Exists(name) || !Path.GetFileName(name).AsSpan().ContainsAny('*', '?'))
            return [name];
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } given ? given : ".";
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(name)) : [];
        Array.Sort(found, StringComparer.Ordinal);
        return found.Length > 0 ? found : [name];
    }
}
