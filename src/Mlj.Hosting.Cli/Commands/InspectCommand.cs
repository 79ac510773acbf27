using System.CommandLine;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj inspect</c>: what is recognised of each file, and why.</summary>
internal sealed class InspectCommand : ICommand
{
    private readonly Argument<string[]> _files = InputFiles.Argument();
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text." };
    private readonly Option<string?> _why = new("--why")
    {
        Description = "Show instead where every score of one participant comes from, and how every result came about. The settings of consolidate hold for it.",
        HelpName = "EMAIL",
    };

    private readonly MergeSettings _merge = new();
    private readonly RecognitionSettings _recognition = new();

    public string Examples => """
          mlj inspect "Test 1.xlsx"
          mlj inspect *.csv --json
          mlj inspect *.xlsx --why ada@example.org
          mlj inspect "Test 1.xlsx" --score-column "Points" --max 24
        """;

    public Command Describe()
    {
        var command = new Command("inspect", "Shows what is recognised of each file: its sheets, the test, which column has which role and why, and what is odd.") { _files, _why, _json };
        _merge.AddTo(command);
        _recognition.AddTo(command);
        return command;
    }

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var files = InputFiles.Open(parsed.GetRequiredValue(_files), terminal, cancellation);
        var (all, byFile) = _recognition.Read(parsed, files.Select(file => file.Name));
        var compiler = new ResultsCompiler(_merge.Read(parsed) with { Recognition = all, RecognitionByFile = byFile });
        if (parsed.GetValue(_why) is { } email)
            return Explain(compiler.Compile(files, null, cancellation), email, parsed.GetValue(_json), terminal);
        var inspections = new List<Inspection>();
        var refused = new List<RefusedFile>();
        foreach (var file in files)
            try
            {
                inspections.Add(compiler.Inspect(file, cancellation));
            }
            catch (SourceException error)
            {
                refused.Add(new RefusedFile(file.Name, error.Problem));
            }
        if (parsed.GetValue(_json))
            InspectionJson.Write(inspections, refused, terminal.Output);
        else
            InspectionText.Write(inspections, refused, terminal);
        var unusable = refused.Count + inspections.Count(inspection => inspection.Test is null);
        return unusable == 0 ? ExitCode.Done : unusable < files.Count ? ExitCode.SomeRefused : ExitCode.NothingDone;
    }

    private static int Explain(Compilation results, string email, bool json, Terminal terminal)
    {
        foreach (var refused in results.Refused)
            terminal.Complain(Told.Of(refused.Problem));
        if (results.Find(email) is not { } participant)
        {
            if (json)
                Why.WriteNobody(email, terminal.Output);
            terminal.Complain($"Nobody in these files has the address '{email}'.");
            return ExitCode.NothingDone;
        }
        var why = new Why(results, participant);
        if (json)
            why.WriteJson(terminal.Output);
        else
            why.Write(terminal);
        return results.Refused.Count > 0 ? ExitCode.SomeRefused : ExitCode.Done;
    }
}
