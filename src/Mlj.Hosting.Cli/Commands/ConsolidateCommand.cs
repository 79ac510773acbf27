using System.CommandLine;
using Mlj.Exports;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Merging;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj consolidate</c>: several exports in, one table out.</summary>
internal sealed class ConsolidateCommand : ICommand
{
    private readonly Argument<string[]> _files = InputFiles.Argument();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = $"The file to write; its extension chooses the format: {string.Join(", ", ExportFormats.Default.Extensions)}. With --json, '-' writes no file.",
        HelpName = "OUT",
    };

    private readonly Option<bool> _plain = new("--plain") { Description = "Write a csv without the byte order mark by which Excel knows UTF-8." };
    private readonly Option<string?> _whatIf = new Option<string?>("--what-if")
    {
        Description = "Also show whose final average, grade or verdict another choice of attempts would change. The results stay as --attempts says.",
        HelpName = string.Join('|', MergeSettings.Attempts),
    }.AcceptOnlyFromAmong(MergeSettings.Attempts);

    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "A class list, xlsx or csv with names or addresses: shows who is absent and who is unexpected.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _save = new("--save-decisions")
    {
        Description = "Keep the decisions about addresses, with the suggestions that were accepted, for --decisions of a later run.",
        HelpName = "D.json",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the consolidation as one JSON document instead of a summary." };
    private readonly MergeSettings _merge = new();
    private readonly RecognitionSettings _recognition = new();
    private readonly LmsSettings _lms = new();

    public string Examples => """
          mlj consolidate "Test 1.xlsx" "Test 2.xlsx" -o results.xlsx
          mlj consolidate *.xlsx -o results.csv --attempts latest
          mlj consolidate *.xlsx --attempts best --what-if latest
          mlj consolidate *.xlsx -o results.xlsx --roster class.csv
          mlj consolidate *.xlsx -o results.xlsx --accept-suggestions sure --save-decisions people.json
          mlj consolidate *.xlsx -o results.xlsx --decisions people.json --different ada@example.org=ida@example.org
          mlj consolidate *.xlsx -o upload.csv --for moodle --gradebook "course export.csv"
          mlj consolidate *.xlsx -o - --json
          mlj consolidate *.xlsx -o results.xlsx --max "Test 2.xlsx=30" --test-number "Make-up.xlsx=2"
        """;

    public Command Describe()
    {
        var command = new Command("consolidate", "Merges several exports, one a test, into one table, and proves that no row was lost.") { _files, _output, _plain, _whatIf, _roster, _save, _json };
        _merge.AddTo(command);
        _recognition.AddTo(command);
        _lms.AddTo(command);
        return command;
    }

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var json = parsed.GetValue(_json);
        var job = Read(parsed, terminal, cancellation);
        var results = job.Compile(ReadingProgress.On(terminal), cancellation);
        if (results.Consolidation.Tests.Count == 0)
            return RefuseFiles(results, json, terminal);
        if (!results.Run.IsDone)
            return RefuseRecipe(results, terminal);
        var whatIf = parsed.GetValue(_whatIf) is { } other ? new WhatIf(results, MergeSettings.PolicyOf(other)) : null;
        if (job.Output is { } output && !OutputFile.TryWrite(output, path => job.Write(results, path, terminal, cancellation), "Nothing was written.", terminal))
            return ExitCode.NothingDone;
        if (parsed.GetValue(_save) is { } decisions && !OutputFile.TryWrite(decisions, path => File.WriteAllText(path, DecisionsJson.Write(results.Options.Merge)), "The decisions were not kept.", terminal))
            return ExitCode.NothingDone;
        if (json)
            ConsolidationJson.Write(results, whatIf, terminal.Output);
        else
            ConsolidationText.Write(results, whatIf, job.Output, terminal);
        if (json)
            foreach (var refused in results.Refused)
                terminal.Complain(Told.Of(refused.Problem));
        return results.Refused.Count > 0 ? ExitCode.SomeRefused : ExitCode.Done;
    }

    /// <summary>What is asked for. No file that is merged is read for it.</summary>
    internal ConsolidationJob Read(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var output = parsed.GetValue(_output);
        var format = OutputFile.FormatOf(output, parsed.GetValue(_json), parsed.GetValue(_plain));
        MustNotMeet(parsed, format is null ? null : output);
        var files = InputFiles.Open(parsed.GetRequiredValue(_files), terminal, cancellation);
        var lms = _lms.Read(parsed, output, cancellation);
        var (all, byFile) = _recognition.Read(parsed, files.Select(file => file.Name));
        var options = _merge.Read(parsed) with
        {
            Roster = parsed.GetValue(_roster) is { } roster ? SourceFile.FromPath(roster) : null,
            Recognition = all,
            RecognitionByFile = byFile,
        };
        return new ConsolidationJob(files, options, format is null ? null : output, format, lms);
    }

    private static int RefuseFiles(Compilation results, bool json, Terminal terminal)
    {
        if (json)
            ConsolidationJson.Write(results, null, terminal.Output);
        foreach (var refused in results.Refused)
            terminal.Complain(Told.Of(refused.Problem));
        terminal.Complain("No file could be used, so nothing was written.");
        return ExitCode.NothingDone;
    }

    private static int RefuseRecipe(Compilation results, Terminal terminal)
    {
        foreach (var problem in results.Run.Problems)
            terminal.Complain($"The recipe cannot be applied. {problem}");
        terminal.Complain("Nothing was written.");
        return ExitCode.NothingDone;
    }

    private void MustNotMeet(ParseResult parsed, string? output)
    {
        var read = parsed.GetRequiredValue(_files).Concat(new[] { parsed.GetValue(_roster), _merge.Recipe(parsed) }.OfType<string>()).ToList();
        // Decisions may be written over those that were read: they hold them all.
        if (parsed.GetValue(_save) is { } decisions)
            OutputFile.MustNotBeRead(decisions, read);
        OutputFile.MustDiffer(output, parsed.GetValue(_save));
        if (output is not null)
            OutputFile.MustNotBeRead(output, _merge.DecisionsFile(parsed) is { } kept ? [.. read, kept] : read);
    }
}
