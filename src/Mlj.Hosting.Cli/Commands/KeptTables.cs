using System.CommandLine;
using Mlj.Exports;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>The file for the tables that steps made beside the result, such as the key of a redaction.</summary>
internal sealed class KeptTables
{
    private readonly Option<string?> _kept = new("--kept") { Description = "A file for what steps made beside the table, such as the key of 'redact'. It is in no other file.", HelpName = "KEY.xlsx" };

    public void AddTo(Command command) => command.Add(_kept);

    /// <summary>The name that was given; null when they are not written.</summary>
    public string? File(ParseResult parsed, IEnumerable<string> read)
    {
        if (parsed.GetValue(_kept) is not { } path)
            return null;
        if (path == "-")
            throw new UsageException("--kept needs a file of its own; standard output takes none.");
        _ = OutputFile.FormatOf(path, json: false);
        OutputFile.MustNotBeRead(path, read);
        return path;
    }

    /// <summary>Writes what the steps kept, a sheet a table; or says what will be lost without a file for it.</summary>
    public static bool TryWrite(string? path, Run run, Terminal terminal, CancellationToken cancellation)
    {
        var kept = run.Steps.SelectMany(step => step.Kept).ToList();
        var names = string.Join(", ", kept.Select(each => $"'{each.Name}'"));
        if (path is null)
        {
            if (kept.Count > 0)
                terminal.Error.WriteLine($"Not written: {names}. Add --kept key.xlsx to keep {(kept.Count == 1 ? "it" : "them")}.");
            return true;
        }
        if (kept.Count == 0)
        {
            terminal.Error.WriteLine($"No step made a table beside the result, so '{path}' was not written.");
            return true;
        }
        ExportSheet[] sheets = [.. kept.Select((each, index) => new ExportSheet(index == 0 ? each.Name : $"{each.Name} {index + 1}", each.Table) { FrozenColumns = 1 })];
        var format = OutputFile.FormatOf(path, json: false)!;
        if (sheets.Length > 1 && !format.Extensions.Contains(".xlsx"))
        {
            terminal.Complain($"'{path}' can hold one table and there are {sheets.Length}: {names}. Give --kept a file that ends in .xlsx.");
            return false;
        }
        return ResultFile.TryWrite(path, new ExportBook(sheets[0], sheets), $"{names} {(kept.Count == 1 ? "was" : "were")} not kept.", terminal, cancellation);
    }
}
