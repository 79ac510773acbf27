using System.CommandLine;
using Mlj.Exports;
using Mlj.Exports.Csv;
using Mlj.Exports.Lms;
using Mlj.Hosting.Cli.Shell;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>Results for the grade import of a learning management system.</summary>
internal sealed class LmsSettings
{
    private static readonly string[] Names = [.. LmsLayout.All.Select(layout => layout.Name)];

    private readonly Option<string?> _for = new Option<string?>("--for")
    {
        Description = "Lay the csv out for the grade import of a learning management system: its identity columns, then a column a score, in percent.",
        HelpName = string.Join('|', Names),
    }.AcceptOnlyFromAmong(Names);

    private readonly Option<string?> _gradebook = new("--gradebook")
    {
        Description = "The system's own export of its gradebook, for --for: its people, identity columns and order are used.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Add(_for);
        command.Add(_gradebook);
    }

    /// <summary>Reads the choice; null when the results are written as they are.</summary>
    public Choice? Read(ParseResult parsed, string? output, CancellationToken cancellation)
    {
        var gradebook = parsed.GetValue(_gradebook);
        if (parsed.GetValue(_for) is not { } name)
            return gradebook is null ? null : throw new UsageException("--gradebook goes with --for.");
        if (!string.Equals(Path.GetExtension(output), ".csv", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"--for {name} writes csv. Give -o a file that ends in .csv.");
        if (gradebook is null)
            return new Choice(LmsLayout.Find(name)!, null);
        OutputFile.MustNotBeRead(output!, [gradebook]);
        try
        {
            return new Choice(LmsLayout.Find(name)!, TableReader.Read(SourceFile.FromPath(gradebook), new TableReadOptions(), null, cancellation).Table);
        }
        catch (SourceException error)
        {
            throw new UsageException($"The gradebook cannot be used. {error.Problem}");
        }
    }

    /// <summary>A system, and what is known of its people.</summary>
    internal sealed record Choice(LmsLayout Layout, Table? Gradebook)
    {
        /// <summary>Writes a table, or says why it cannot be written.</summary>
        public bool TryWrite(string path, Table results, Terminal terminal, CancellationToken cancellation) =>
            OutputFile.TryWrite(path, to => Write(to, results, [], terminal, cancellation), "Nothing was written.", terminal);

        /// <summary>Writes results, and says who could not be placed.</summary>
        public void Write(string path, Table results, IReadOnlyList<(string Other, string Shown)> otherEmails, Terminal terminal, CancellationToken cancellation)
        {
            var laid = Layout.Of(results, new LmsOptions { Gradebook = Gradebook, OtherEmails = otherEmails });
            var sheet = new ExportSheet("Grades", laid.Table);
            ExportFile.Write(path, stream => new CsvExport().Write(new ExportBook(sheet, sheet), stream, cancellation));
            foreach (var note in laid.Notes.Where(note => note.Level != NoteLevel.Information || Gradebook is null))
                terminal.Error.WriteLine(Terminal.Clean(note.Message));
            terminal.Error.WriteLine(Layout.Advice);
            if (Gradebook is null)
                terminal.Error.WriteLine("--gradebook takes the system's own export, whose people, columns and order are used then.");
        }
    }
}
