using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Mlj.Exports;
using Mlj.Hosting.Cli.Batches;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Merging;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj batch</c>: many consolidations, each as <c>mlj consolidate</c> does it; what is done already is not done again.</summary>
internal sealed class BatchCommand : ICommand
{
    /// <summary>Options whose value is a file, which a manifest names from its own folder.</summary>
    private static readonly string[] OfFiles = ["--roster", "--decisions", "--recipe", "--gradebook"];

    /// <summary>Options that say where something is written or shown, which a batch says for all its runs.</summary>
    private static readonly string[] NotOfRuns = ["--output", "--json", "--what-if", "--save-decisions"];

    private readonly Argument<string> _manifest = new("MANIFEST") { Description = "A JSON file that lists the runs; see the example." };
    private readonly Option<string> _out = new("--out") { Description = "The folder of the outputs; it is made when it is not there. Nothing is written elsewhere.", HelpName = "DIR", Required = true };
    private readonly Option<bool> _json = new("--json") { Description = "Print what became of the runs as one JSON document." };

    private readonly ConsolidateCommand _consolidate = new();
    private readonly Command _line;
    private readonly Dictionary<string, Option> _choices;

    public BatchCommand()
    {
        _line = _consolidate.Describe();
        _choices = _line.Options.Where(option => !NotOfRuns.Contains(option.Name)).ToDictionary(option => option.Name.TrimStart('-').Replace('-', '_'), StringComparer.Ordinal);
    }

    public string Examples => """
          mlj batch term.json --out results

        A manifest:
          {"version":1,"runs":[
            {"name":"Physics","files":["physics/*.xlsx"]},
            {"name":"Biology","files":["bio/Test 1.xlsx","bio/Test 2.csv"],"output":"csv",
             "attempts":"latest","accept_suggestions":"sure","max":["Test 2.csv=30"],"recipe":"plain"}]}

        Files are named from the manifest's folder. The output, xlsx by default, is called by the run's name. What else
        a run has are the options of mlj consolidate, without dashes. A run is skipped when its output is there and its
        files and options are as they were; DIR/.mlj-batch.json keeps that.
        """;

    public Command Describe() => new("batch", "Does many consolidations that a manifest lists. Called again, it does what is left to do, or has changed.") { _manifest, _out, _json };

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_manifest);
        var manifest = Manifest.Read(InputFiles.Text("manifest", path));
        var (given, folder) = (parsed.GetRequiredValue(_out), Path.GetDirectoryName(Path.GetFullPath(path))!);
        var target = (Directory.Exists(given) ? new DirectoryInfo(given).ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(given);
        var runs = manifest.Runs.Select(run => Read(run, folder, target)).ToList();
        List<string> read = [path, .. runs.SelectMany(run => run.Read.Select(each => each.Path))];
        foreach (var run in runs)
            OutputFile.MustNotBeRead(run.Output, read);
        var state = Path.Combine(target, BatchState.FileName);
        OutputFile.MustNotBeRead(state, read);
        if (IsLink(state))
            throw new UsageException($"'{state}' is a link to another file. Remove it, or give another folder.");

        if (!OutputFile.TryWrite(given, _ => Directory.CreateDirectory(target), "Nothing was done.", terminal))
            return ExitCode.NothingDone;
        var outcomes = DoAll(runs, new BatchState(target), Path.TrimEndingDirectorySeparator(given), terminal, cancellation);
        if (parsed.GetValue(_json))
            BatchJson.Write(outcomes, terminal.Output);
        else
            BatchText.Write(outcomes, terminal);
        return outcomes.TrueForAll(outcome => outcome.IsWhole) ? ExitCode.Done : outcomes.Exists(outcome => outcome.Record is not null) ? ExitCode.SomeRefused : ExitCode.NothingDone;
    }

    private List<BatchOutcome> DoAll(List<ReadRun> runs, BatchState state, string folder, Terminal terminal, CancellationToken cancellation)
    {
        var outcomes = new List<BatchOutcome>();
        foreach (var run in runs)
        {
            var shown = Path.Combine(folder, run.Run.OutputName);
            var number = string.Create(CultureInfo.InvariantCulture, $"[{outcomes.Count + 1}/{runs.Count}] ");
            var progress = ReadingProgress.On(terminal, number + run.Run.Name + ": ");
            BatchOutcome outcome;
            try
            {
                cancellation.ThrowIfCancellationRequested();
                outcome = Do(run, state, shown, progress, terminal, cancellation);
            }
            catch (OperationCanceledException)
            {
                outcome = new BatchOutcome(run.Run.Name, shown, BatchStatus.Stopped, null, [], null);
            }
            outcomes.Add(outcome);
            progress?.Clear();
            terminal.Error.WriteLine(Terminal.Clean(number + BatchText.Tell(outcome)));
            foreach (var refused in outcome.Refused)
                terminal.Complain($"{outcome.Name}: {refused.Reason}");
        }
        if (outcomes.Exists(outcome => outcome.Status == BatchStatus.Stopped))
            terminal.Complain("Stopped. What is done is kept; the same call goes on with the rest.");
        return outcomes;
    }

    /// <summary>Does one run, unless it is done already.</summary>
    private BatchOutcome Do(ReadRun run, BatchState state, string shown, ReadingProgress? progress, Terminal terminal, CancellationToken cancellation)
    {
        var key = KeyOf(run, cancellation);
        if (File.Exists(run.Output) && state.Find(run.Run.Name, key) is { } known)
            return new BatchOutcome(run.Run.Name, shown, BatchStatus.Skipped, known, known.Refused, null);
        try
        {
            // What it leads to may stand anywhere.
            if (IsLink(run.Output))
                return Failed("Its output is a link to another file. Remove the link, or call the run otherwise.");
            var job = _consolidate.Read(run.Parsed, terminal, cancellation);
            var results = job.Compile(progress, cancellation);
            List<BatchRefusal> refused = [.. results.Refused.Select(file => new BatchRefusal(file.File, file.Problem.Code, Told.Of(file.Problem)))];
            if (results.Consolidation.Tests.Count == 0)
                return Failed("No file could be used.") with { Refused = refused };
            if (!results.Run.IsDone)
                return Failed($"The recipe cannot be applied. {string.Join(" ", results.Run.Problems)}") with { Refused = refused };
            job.Write(results, run.Output, terminal, cancellation);
            var record = new BatchRecord(key, results.Consolidation.Tests.Select(test => test.Number).Distinct().Count(), results.Participants.Count, refused);
            state.Keep(run.Run.Name, record);
            return new BatchOutcome(run.Run.Name, shown, BatchStatus.Done, record, refused, null);
        }
        catch (Exception error) when (error is UsageException or LedgerException or ExportException)
        {
            return Failed(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Failed($"The folder of the outputs cannot be written: {error.Message}");
        }

        BatchOutcome Failed(string problem) => new(run.Run.Name, shown, BatchStatus.Failed, null, [], problem);
    }

    /// <summary>Reads a run's choices as the command line of a consolidation would be.</summary>
    private ReadRun Read(ManifestRun run, string folder, string target)
    {
        var output = Path.Combine(target, run.OutputName);
        List<string> args = ["--output=" + output];
        var read = new List<(string What, string Path)>();
        foreach (var choice in run.Choices)
        {
            if (!_choices.TryGetValue(choice.Key, out var option))
                throw Wrong($"'{choice.Key}' is no part of a run. A run has: name, files, output, {string.Join(", ", _choices.Keys)}.");
            if (choice.Values.Count == 0)
                args.Add(option.Name);
            foreach (var value in choice.Values)
            {
                var isFile = OfFiles.Contains(option.Name) && !(option.Name == "--recipe" && ScoringPolicy.Find(value) is not null);
                var meant = isFile ? Path.Combine(folder, value) : value;
                if (isFile)
                    read.Add((choice.Key, meant));
                args.Add($"{option.Name}={meant}");
            }
        }
        var files = run.Files.SelectMany(file => Wildcards.Expand(Path.Combine(folder, file))).ToList();
        read.AddRange(files.Select(file => ("file", file)));
        // A value that begins with '@' is a value.
        var parsed = _line.Parse([.. args, "--", .. files], new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count == 0 ? new ReadRun(run, parsed, output, read) : throw Wrong(string.Join(" ", parsed.Errors.Select(error => error.Message)));

        UsageException Wrong(string what) => new($"The manifest cannot be used: run '{run.Name}': {what}");
    }

    /// <summary>A hash of all that an output is made of. A file that cannot be read is told from every one that can.</summary>
    private static string KeyOf(ReadRun run, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        using (var json = new Utf8JsonWriter(all))
        {
            json.WriteStartArray();
            json.WriteStringValue(Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
            json.WriteStringValue(run.Run.Output);
            foreach (var choice in run.Run.Choices.OrderBy(choice => choice.Key, StringComparer.Ordinal))
            {
                json.WriteStringValue(choice.Key);
                json.WriteStartArray();
                foreach (var value in choice.Values)
                    json.WriteStringValue(value);
                json.WriteEndArray();
            }
            foreach (var (what, path) in run.Read)
            {
                cancellation.ThrowIfCancellationRequested();
                json.WriteStringValue(what);
                json.WriteStringValue(Path.GetFileName(path));
                json.WriteStringValue(HashOf(path));
            }
            json.WriteEndArray();
        }
        return Convert.ToHexStringLower(SHA256.HashData(all.GetBuffer().AsSpan(0, (int)all.Length)));
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string? HashOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A run of the manifest, read.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Parsed">Its choices.</param>
    /// <param name="Output">The path of its output.</param>
    /// <param name="Read">What is read for it, and as what.</param>
    private sealed record ReadRun(ManifestRun Run, ParseResult Parsed, string Output, IReadOnlyList<(string What, string Path)> Read);
}
