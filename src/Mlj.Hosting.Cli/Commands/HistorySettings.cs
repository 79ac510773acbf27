using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>The file that keeps the accepted steps of a table.</summary>
internal sealed class HistorySettings(bool isRequired, string description)
{
    private readonly Option<string?> _history = new("--history") { Description = description, HelpName = "H.json", Required = isRequired };

    public void AddTo(Command command) => command.Add(_history);

    /// <summary>The name that was given; null when no history is kept.</summary>
    public string? File(ParseResult parsed) => parsed.GetValue(_history);

    /// <summary>Reads the history of a table; an empty one when no file is named, or when it is not there yet and need not be.</summary>
    public bool TryRead(ParseResult parsed, Table start, [NotNullWhen(true)] out History? history, out IReadOnlyList<PlanProblem> problems)
    {
        problems = [];
        history = History.Of(start, BuiltInActions.Catalog);
        return File(parsed) is not { } path || (!isRequired && !System.IO.File.Exists(path))
            || HistoryJson.TryRead(InputFiles.Text("history", path), start, BuiltInActions.Catalog, out history, out problems);
    }

    /// <summary>Writes a history into its file.</summary>
    public static bool TryWrite(string path, History history, string consequence, Terminal terminal) =>
        OutputFile.TryWrite(path, to => System.IO.File.WriteAllText(to, HistoryJson.Write(history, BuiltInActions.Catalog) + "\n"), consequence, terminal);
}
