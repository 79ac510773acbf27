using System.Globalization;
using System.Security.Cryptography;
using Mlj.Merging;
using Mlj.Merging.Identity;
using Mlj.Recognition;
using Mlj.Recognition.Responses;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj;

/// <summary>
/// Several exports in, one table out. Files are opened, recognised, merged by address and scored by a policy; a file that cannot be used
/// is refused with its reason, and the others go on. Immutable and safe to share between threads.
/// </summary>
/// <example>
/// <code>
/// var results = new ResultsCompiler().Compile(["Test 1.xlsx", "Test 2.xlsx"]);
/// results.Save("results.xlsx");
/// </code>
/// </example>
public sealed class ResultsCompiler
{
    private readonly CompilerOptions _options;

    /// <summary>Makes a compiler with the default options.</summary>
    public ResultsCompiler() : this(CompilerOptions.Default)
    {
    }

    /// <summary>Makes a compiler.</summary>
    /// <param name="options">How files become results.</param>
    /// <exception cref="ArgumentException">An option is null or out of its range.</exception>
    public ResultsCompiler(CompilerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(nameof(options));
        _options = options;
    }

    /// <summary>Compiles files on disk.</summary>
    /// <param name="paths">Where the files are. What cannot be read there is refused, and the others go on.</param>
    /// <param name="progress">As for files from anywhere; null, the default, tells nobody.</param>
    /// <param name="cancellation">Asked before every file and between rows.</param>
    /// <returns>The results; with no tests when every file was refused.</returns>
    /// <exception cref="ArgumentException">One of the paths is null or blank.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="LedgerException">The rows do not add up; this is a fault of the program, and there is no result.</exception>
    public Compilation Compile(IEnumerable<string> paths, IProgress<CompilationProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var all = paths.ToList();
        Demand(all.FindIndex(string.IsNullOrWhiteSpace), "path", nameof(paths));
        return Compile(all.Select(SourceFile.FromPath), progress, cancellation);
    }

    /// <summary>Compiles files from anywhere.</summary>
    /// <param name="files">The files. Each is opened several times: to know it again, to find its format, and to read it; one that changes meanwhile may be refused.</param>
    /// <param name="progress">Told before each file, while it is read after every hundredth of all bytes but at least 256 KiB, and when all files are read; never on two threads at once, though not always on the same. May be null, which saves opening every file once more for its length.</param>
    /// <param name="cancellation">Asked before every file and between rows.</param>
    /// <returns>The results; with no tests when every file was refused.</returns>
    /// <exception cref="ArgumentException">One of the files is null.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="LedgerException">The rows do not add up; this is a fault of the program, and there is no result.</exception>
    public Compilation Compile(IEnumerable<SourceFile> files, IProgress<CompilationProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var all = files.ToList();
        Demand(all.FindIndex(file => file is null), "file", nameof(files));
        var tests = new List<TestResponses>();
        var inputs = new List<InputFile>();
        var known = new List<RecognitionOptions>();
        var refused = new List<RefusedFile>();
        var pool = new ResponsePool();
        var meter = new ProgressMeter(all, progress);
        for (var index = 0; index < all.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = meter.Next();
            try
            {
                var input = Identify(file, _options.Limits);
                if (inputs.Find(other => other.Sha256 == input.Sha256) is { } same)
                    throw CompilerErrors.SameContent(file.Name, same.File);
                if (inputs.Exists(other => string.Equals(other.File, file.Name, StringComparison.OrdinalIgnoreCase)))
                    throw CompilerErrors.SameName(file.Name);
                var options = OptionsFor(file.Name);
                tests.Add(Read(file, options, pool, cancellation));
                inputs.Add(input);
                known.Add(options);
            }
            catch (SourceException error)
            {
                refused.Add(new RefusedFile(file.Name, error.Problem));
            }
        }
        meter.Finish();
        return Compile(TestNumbers.Assign(tests, known), ReadRoster(pool, refused, cancellation), inputs, refused, _options, cancellation);
    }

    /// <summary>Merges tests that have been read and carries the policy out.</summary>
    internal static Compilation Compile(IReadOnlyList<TestResponses> tests, TestResponses? roster, IReadOnlyList<InputFile> inputs, IReadOnlyList<RefusedFile> refused, CompilerOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (consolidation, merge) = Merge(tests, options);
        return new Compilation
        {
            Consolidation = consolidation,
            Run = (tests.Count == 0 ? Pipeline.Plan.Empty : options.Policy).Run(consolidation.Table, options.Actions, cancellation),
            Refused = refused,
            Inputs = inputs,
            Options = options with { Merge = merge },
            Responses = tests,
            ClassList = roster,
            Roster = roster is null ? null : Roster.Of(roster, tests, consolidation, merge),
        };
    }

    /// <summary>Looks at one file without merging anything: its sheets, and what was recognised of the most likely one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Asked between rows.</param>
    /// <returns>What was recognised; with a problem, when the file can be read and is no test.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public Inspection Inspect(SourceFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var options = OptionsFor(file.Name);
        using var book = _options.Formats.Open(file, _options.Limits, cancellation);
        var layout = Recognise(book, file.Name, options);
        try
        {
            var test = TestNumbers.Assign([TestReader.Read(book, layout, options)], [options])[0];
            return new Inspection(file.Name, book.Sheets, layout, test.Test, test.Notes, null);
        }
        catch (SourceException error)
        {
            return new Inspection(file.Name, book.Sheets, layout, null, [.. book.Notes, .. layout.Notes], error.Problem);
        }
    }

    /// <summary>Merges the tests, and once more with the suggestions that are accepted unasked.</summary>
    private static (Consolidation Result, MergeOptions Options) Merge(IReadOnlyList<TestResponses> tests, CompilerOptions options)
    {
        var merged = Merger.Merge(tests, options.Merge);
        var accepted = PeopleDecisions.Allowed(options.Merge, merged.Suggestions
            .Where(suggestion => options.Accept == AcceptedSuggestions.All || (options.Accept == AcceptedSuggestions.Sure && suggestion.Band == SuggestionBand.Sure))
            .Select(suggestion => suggestion.Accept()));
        if (accepted.Count == 0)
            return (merged, options.Merge);
        var decided = options.Merge with { SamePeople = [.. options.Merge.SamePeople, .. accepted] };
        return (Merger.Merge(tests, decided), decided);
    }

    private TestResponses? ReadRoster(ResponsePool pool, List<RefusedFile> refused, CancellationToken cancellation)
    {
        if (_options.Roster is not { } roster)
            return null;
        try
        {
            using var book = _options.Formats.Open(roster, _options.Limits, cancellation);
            return RosterReader.Read(book, roster.Name, pool);
        }
        catch (SourceException error)
        {
            refused.Add(new RefusedFile(roster.Name, error.Problem));
            return null;
        }
    }

    private TestResponses Read(SourceFile file, RecognitionOptions options, ResponsePool pool, CancellationToken cancellation)
    {
        using var book = _options.Formats.Open(file, _options.Limits, cancellation);
        return TestReader.Read(book, Recognise(book, file.Name, options), options, pool);
    }

    /// <summary>Columns that the caller named for this file must be there; those named for all files count where they are.</summary>
    private SheetLayout Recognise(ISourceBook book, string file, RecognitionOptions options)
    {
        try
        {
            return TestRecogniser.Recognise(book, file, options);
        }
        catch (SourceException error) when (error.Problem.Code is "no_column" or "no_sheet" && options != OptionsFor(file, forAll: RecognitionOptions.None))
        {
            var layout = TestRecogniser.Recognise(book, file, OptionsFor(file, forAll: RecognitionOptions.None));
            return layout with { Notes = [.. layout.Notes, new Note(NoteLevel.Review, error.Problem.Code, $"{error.Problem.What} It was named for all files; this one was recognised without it.", new Place(file))] };
        }
    }

    private RecognitionOptions OptionsFor(string file) => OptionsFor(file, _options.Recognition);

    private RecognitionOptions OptionsFor(string file, RecognitionOptions forAll)
    {
        foreach (var (name, options) in _options.RecognitionByFile)
            if (string.Equals(name, file, StringComparison.OrdinalIgnoreCase))
                return options.Or(forAll);
        return forAll;
    }

    private static InputFile Identify(SourceFile file, SourceLimits limits)
    {
        using var stream = file.OpenUnwatched();
        if (stream.Length > limits.MaxFileBytes)
            throw SourceErrors.TooLarge(file.Name, limits.MaxFileBytes);
        return new InputFile(file.Name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Names the first of several arguments that is missing.</summary>
    private static void Demand(int missing, string what, string parameter)
    {
        if (missing >= 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is no {what} at index {missing}: it is null or blank."), parameter);
    }
}
