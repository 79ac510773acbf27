using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Mlj.Actions;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests;

public class ResultsCompilerTests
{
    public static TheoryData<string> Strange => [.. Directory.GetFiles(Repository.PathOf("tests", "data", "strange")).Select(path => Path.GetFileName(path)).Where(name => name != "README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Strange))]
    public void Compile_AFileThatIsNoTest_RefusesItByNameAndGoesOnWithTheOthers(string name)
    {
        var code = name switch
        {
            "empty.xlsx" or "no-cells.xlsx" => "empty_file",
            "heading-only.xlsx" => "no_rows",
            "no-test.csv" => "no_score_column",
            "not-a-workbook.xlsx" => "not_a_workbook",
            "old.xls" or "page.xls" => "wrong_format",
            "password.xlsx" => "encrypted",
            "truncated.xlsx" => "damaged_zip",
            _ => "a code of its own",
        };
        var results = new ResultsCompiler().Compile([SourceFile.FromPath(Repository.PathOf("tests", "data", "strange", name)), Good("Test 1.csv"), Good("Test 2.csv", 70)]);
        var refused = Assert.Single(results.Refused);
        Assert.Equal((name, code), (refused.File, refused.Problem.Code));
        Assert.Equal(name, refused.Problem.Where.File);
        Assert.StartsWith($"'{name}'", refused.Problem.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Problem.What, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(["Test 1.csv", "Test 2.csv"], results.Inputs.Select(input => input.File));
        Assert.Equal([60, 70], results.Table.WithRole(ColumnRole.Score).Select(column => column[0].Number));
    }

    [Fact]
    public void Compile_OnlyFilesThatAreNoTests_GivesAnEmptyResult()
    {
        var results = new ResultsCompiler().Compile([Repository.PathOf("tests", "data", "strange", "empty.xlsx"), Path.Combine(Path.GetTempPath(), "there is no such file.xlsx")]);
        Assert.Equal(["empty_file", "cannot_open"], results.Refused.Select(file => file.Problem.Code));
        Assert.Empty(results.Consolidation.Tests);
        Assert.Empty(results.Participants);
        Assert.True(results.Run.IsDone);
        Assert.Equal(0, results.Ledger.Total.RowsRead);
    }

    [Fact]
    public void Compile_NoFiles_GivesAnEmptyResult() => Assert.Empty(new ResultsCompiler().Compile(Array.Empty<SourceFile>()).Participants);

    [Fact]
    public void Compile_TheSameFileTwice_ReadsItOnce()
    {
        var results = new ResultsCompiler().Compile([Good("Test 1.csv"), Good("Test 1.csv")]);
        Assert.Equal("same_file", Assert.Single(results.Refused).Problem.Code);
        Assert.Contains("handed in twice", results.Refused[0].Problem.What, StringComparison.Ordinal);
        Assert.Equal(1, results.Ledger.Total.RowsRead);
    }

    [Fact]
    public void Compile_TheSameContentUnderTwoNames_ReadsItOnceAndSaysWhichItIs()
    {
        var results = new ResultsCompiler().Compile([Good("Test 1.csv"), Good("Test 2.csv")]);
        Assert.Equal(("Test 2.csv", "same_file"), (Assert.Single(results.Refused).File, results.Refused[0].Problem.Code));
        Assert.Contains("'Test 1.csv'", results.Refused[0].Problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Test 1.csv")]
    [InlineData("TEST 1.CSV")]
    public void Compile_TwoFilesOfOneName_RefusesTheSecond(string second)
    {
        var results = new ResultsCompiler().Compile([Good("Test 1.csv"), Good(second, 70)]);
        Assert.Equal("same_name", Assert.Single(results.Refused).Problem.Code);
        Assert.Equal(60, results.Table.Find("Test 1 Score")![0].Number);
    }

    [Fact]
    public void Compile_AFileAboveTheLimit_IsRefusedUnread()
    {
        var results = new ResultsCompiler(new CompilerOptions { Limits = new SourceLimits { MaxFileBytes = 20 } }).Compile([Good("Test 1.csv")]);
        Assert.Equal("limit_file", Assert.Single(results.Refused).Problem.Code);
    }

    [Fact]
    public void Compile_AFileThatCannotBeReadOnTheWay_IsRefused()
    {
        var results = new ResultsCompiler().Compile([new SourceFile("Test 1.csv", () => new BrokenStream(new IOException("The disk is gone."))), Good("Test 2.csv")]);
        Assert.Equal(("Test 1.csv", "cannot_open"), (Assert.Single(results.Refused).File, results.Refused[0].Problem.Code));
        Assert.Single(results.Participants);
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "gone", "The file cannot be opened: The server says 404." },
        { "wrong", "The file cannot be opened: Nobody is signed in." },
        { "null", "Opening the file gave no stream." },
        { "closed", "Opening the file gave a stream that is closed." },
        { "forward", "The file can only be read forward, like a pipe." },
        { "forbidden on the way", "The file cannot be read to its end: No longer yours." },
        { "late on the way", "The file cannot be read to its end: The line is slow." },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Compile_AFileWhoseOpenerFails_RefusesItAndGoesOn(string kind, string what)
    {
        var text = "Name,Email,Score (100)\nBen Torvald,ben@example.org,60\n"u8.ToArray();
        var closed = new MemoryStream(text);
        var file = new SourceFile("Test 2.csv", () => kind switch
        {
            "gone" => throw new HttpRequestException("The server says 404"),
            "wrong" => throw new InvalidOperationException("Nobody is signed in."),
            "null" => null!,
            "closed" => closed,
            "forward" => new ForwardStream(text),
            "forbidden on the way" => new BrokenStream(new UnauthorizedAccessException("No longer yours.")),
            _ => new BrokenStream(new TimeoutException("The line is slow.")),
        });
        foreach (var progress in new[] { null, new Told([]) })
        {
            var results = new ResultsCompiler().Compile([Good("Test 1.csv"), file, Good("Test 3.csv", 70)], progress);
            var refused = Assert.Single(results.Refused);
            Assert.Equal(("Test 2.csv", "cannot_open", what), (refused.File, refused.Problem.Code, refused.Problem.What));
            Assert.Equal(["Test 1.csv", "Test 3.csv"], results.Inputs.Select(input => input.File));
        }
    }

    [Fact]
    public void Compile_PathsWhereNoFileIs_AreRefusedAndTheOthersGoOn()
    {
        var folder = Directory.CreateTempSubdirectory("mlj-paths-");
        try
        {
            var good = Path.Combine(folder.FullName, "Test 1.csv");
            File.WriteAllText(good, "Name,Email,Score (100)\nAda Quill,ada@example.org,60\n");
            var results = new ResultsCompiler().Compile([good, folder.FullName + Path.DirectorySeparatorChar, "a\0b.xlsx"]);
            Assert.Equal([(folder.Name, "This is a folder."), ("a\0b.xlsx", "The file cannot be opened: No file can have this name.")], results.Refused.Select(file => (file.File, file.Problem.What)));
            Assert.Single(results.Participants);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Compile_WithoutAFileOrPath_NamesTheFirstThatIsMissing()
    {
        var compiler = new ResultsCompiler();
        Assert.Contains("no path at index 1", Assert.Throws<ArgumentException>("paths", () => compiler.Compile(["Test 1.csv", ""])).Message, StringComparison.Ordinal);
        Assert.Contains("no path at index 0", Assert.Throws<ArgumentException>("paths", () => compiler.Compile([(string)null!])).Message, StringComparison.Ordinal);
        Assert.Contains("no file at index 1", Assert.Throws<ArgumentException>("files", () => compiler.Compile([Good("Test 1.csv"), null!])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("paths", () => compiler.Compile((IEnumerable<string>)null!));
    }

    public static TheoryData<string, CompilerOptions> Impossible => new()
    {
        { nameof(RecognitionOptions.HeaderRow), new() { Recognition = new() { HeaderRow = 0 } } },
        { nameof(RecognitionOptions.TestNumber), new() { RecognitionByFile = new Dictionary<string, RecognitionOptions> { ["Test 1.csv"] = new() { TestNumber = -1 } } } },
        { nameof(RecognitionOptions.Maximum), new() { Recognition = new() { Maximum = -5 } } },
        { nameof(RecognitionOptions.Maximum), new() { Recognition = new() { Maximum = 0 } } },
        { nameof(RecognitionOptions.DecimalMark), new() { Recognition = new() { DecimalMark = (DecimalMark)9 } } },
        { nameof(CompilerOptions.RecognitionByFile), new() { RecognitionByFile = new Dictionary<string, RecognitionOptions> { ["Test 1.csv"] = null! } } },
        { nameof(CompilerOptions.Policy), new() { Policy = null! } },
        { nameof(CompilerOptions.Limits), new() { Limits = null! } },
        { nameof(CompilerOptions.Merge), new() { Merge = null! } },
        { nameof(CompilerOptions.Accept), new() { Accept = (AcceptedSuggestions)9 } },
        { nameof(MergeOptions.Attempts), new() { Merge = new() { Attempts = (AttemptPolicy)9 } } },
        { nameof(MergeOptions.SamePeople), new() { Merge = new() { SamePeople = [null!] } } },
        { nameof(MergeOptions.DifferentPeople), new() { Merge = new() { DifferentPeople = null! } } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Options_ThatCannotBe_AreNamedAtOnce(string option, CompilerOptions options)
    {
        Assert.Contains($"The option {option}", Assert.Throws<ArgumentException>(nameof(options), () => new ResultsCompiler(options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(nameof(options), () => new ServiceCollection().AddMlj(options));
        Assert.Throws<ArgumentException>(nameof(options), () => new ResultsCompiler().Compile([Good("Test 1.csv")]).With(options));
    }

    [Fact]
    public void Compile_WithWhatIsKnownOfAFileThatIsNotThere_SaysSo()
    {
        var options = new CompilerOptions { RecognitionByFile = new Dictionary<string, RecognitionOptions> { ["Tset 2.csv"] = new() { Maximum = 50 }, ["TEST 1.CSV"] = new() { Maximum = 100 } } };
        var results = new ResultsCompiler(options).Compile([Good("Test 1.csv"), Good("Test 2.csv", 70)]);
        foreach (var each in new[] { results, results.With(CompilerOptions.Default) })
        {
            var note = Assert.Single(each.Notes, note => note.Code == "no_such_file");
            Assert.Equal(NoteLevel.Review, note.Level);
            Assert.Contains("'Tset 2.csv', and there is no such file. Did you mean 'Test 2.csv'?", note.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ada@example.org", "adda@example.org", NoteLevel.Review, "nobody here has 'adda@example.org'. Did you mean 'ada@example.org'?")]
    [InlineData("somebody@example.com", "", NoteLevel.Information, "nobody here has 'somebody@example.com' or ''.")]
    public void Compile_WithADecisionAboutAnAddressThatNobodyHas_SaysSo(string one, string other, NoteLevel level, string what)
    {
        var options = new CompilerOptions { Merge = new MergeOptions { SamePeople = [new SamePerson(one, other), new SamePerson("ADA@example.org", "ada@example.org")] } };
        var note = Assert.Single(new ResultsCompiler(options).Compile([Good("Test 1.csv")]).Notes, note => note.Code == "decision_of_nobody");
        Assert.Equal(level, note.Level);
        Assert.Contains(what, note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_Cancelled_GivesNoResultHoweverLittleThereWasToDo()
    {
        var stop = new CancellationToken(canceled: true);
        var compiler = new ResultsCompiler();
        Assert.Throws<OperationCanceledException>(() => compiler.Compile(Array.Empty<SourceFile>(), cancellation: stop));
        Assert.Throws<OperationCanceledException>(() => compiler.Compile([SourceFile.FromPath("there is no such file.xlsx")], cancellation: stop));
        Assert.Throws<OperationCanceledException>(() => compiler.Compile([Good("Test 1.csv")]).With(new CompilerOptions { Policy = Plan.Empty }, stop));
    }

    [Fact]
    public void Compile_Inputs_CarryTheirSizeAndHash()
    {
        var input = Assert.Single(new ResultsCompiler().Compile([SourceFile.FromBytes("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,60\n"u8.ToArray())]).Inputs);
        Assert.Equal(("Test 1.csv", 52), (input.File, input.Bytes));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("Name,Email,Score (100)\nAda Quill,ada@example.org,60\n"u8)), input.Sha256);
    }

    [Fact]
    public void Compile_ForAllFiles_TakesANamedColumnWhereItIs()
    {
        var options = new CompilerOptions { Recognition = new RecognitionOptions { ScoreColumn = "Second", Maximum = 50 } };
        var results = new ResultsCompiler(options).Compile([Csv("Test 1.csv", "Name,Email,Score (100),Second\nAda,ada@example.org,60,20\n"), Csv("Test 2.csv", "Name,Email,Score\nAda,ada@example.org,25\n")]);
        Assert.Equal([40, 50], results.Table.WithRole(ColumnRole.Score).Select(column => column[0].Number));
        var note = Assert.Single(results.Notes, note => note.Code == "no_column");
        Assert.Equal("Test 2.csv", note.Place?.File);
    }

    [Fact]
    public void Compile_ForOneFile_RefusesItWhenTheNamedColumnIsNotThere()
    {
        var options = new CompilerOptions { RecognitionByFile = new Dictionary<string, RecognitionOptions> { ["TEST 1.csv"] = new() { ScoreColumn = "Second" } } };
        var results = new ResultsCompiler(options).Compile([Good("Test 1.csv"), Good("Test 2.csv", 70)]);
        Assert.Equal(("Test 1.csv", "no_column"), (Assert.Single(results.Refused).File, results.Refused[0].Problem.Code));
    }

    [Fact]
    public void Compile_APolicyThatCannotBeApplied_KeepsTheMergeAndSaysWhy()
    {
        var results = new ResultsCompiler(new CompilerOptions { Policy = new Plan([new CountTests(), new AddPassFail { ScoreColumn = "Final" }]) }).Compile([Good("Test 1.csv")]);
        Assert.Equal("unknown_column", Assert.Single(results.Run.Problems).Code);
        Assert.Same(results.Consolidation.Table, results.Table);
    }

    [Fact]
    public void Compile_WithoutAPolicy_GivesTheScoresAlone() =>
        Assert.Equal(["Full Name", "Email", "Test 1 Score"], new ResultsCompiler(new CompilerOptions { Policy = Plan.Empty }).Compile([Good("Test 1.csv")]).Table.Columns.Select(column => column.Name));

    [Fact]
    public void Compile_TellsItsProgressBeforeEachFileAndAtTheEnd()
    {
        var told = new List<CompilationProgress>();
        SourceFile[] files = [Good("Test 1.csv"), SourceFile.FromBytes("empty.csv", []), SourceFile.FromPath("there is no such file.csv"), Good("Test 2.csv", 70)];
        var (first, last) = (Length(files[0]), Length(files[3]));
        new ResultsCompiler().Compile(files, new Told(told));
        Assert.Equal(
            [new("Test 1.csv", 1, 4, 0, first + last), new("empty.csv", 2, 4, first, first + last), new("there is no such file.csv", 3, 4, first, first + last), new("Test 2.csv", 4, 4, first, first + last), new("Test 2.csv", 4, 4, first + last, first + last)],
            told);
        Assert.Equal((0, 100), (told[0].Percent, told[^1].Percent));
    }

    [Fact]
    public void Compile_OfPaths_TellsItsProgressAndCanBeCancelled()
    {
        var (told, paths) = (new List<CompilationProgress>(), Samples.Paths);
        using var stop = new CancellationTokenSource();

        new ResultsCompiler().Compile(paths, new Told(told));
        Assert.Equal(paths.Select(path => Path.GetFileName(path)), told.Select(progress => progress.File).Distinct());
        Assert.Equal(100, told[^1].Percent);

        told.Clear();
        Assert.Throws<OperationCanceledException>(() => new ResultsCompiler().Compile(paths, new Told(told, progress => stop.Cancel()), stop.Token));
        Assert.Equal(1, told.Max(progress => progress.Number));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("windows-1252")]
    [InlineData("xlsx")]
    public void Compile_OfLargeFiles_TellsOfTheirBytesOnTheWay(string kind)
    {
        SourceFile[] files = [Large("Test 1", kind, 1), Large("Test 2", kind, 2)];
        var told = new List<CompilationProgress>();
        var results = new ResultsCompiler().Compile(files, new Told(told));

        Assert.Empty(results.Refused);
        var inAll = files.Sum(Length);
        Assert.All(told, progress => Assert.Equal((inAll, 2), (progress.BytesInAll, progress.Count)));
        Assert.Equal(told.Select(progress => progress.BytesDone).Order(), told.Select(progress => progress.BytesDone));
        Assert.Equal((0, inAll, 100), (told[0].BytesDone, told[^1].BytesDone, told[^1].Percent));
        // Besides the three that are told anyway: in steps of 256 KiB or a little more, as large as what is read at once.
        Assert.InRange(told.Count - 3, (int)(inAll / (256 << 10) / 2), (int)(inAll / (256 << 10)));
        Assert.All(told.Where(progress => progress.Number == 1), progress => Assert.True(progress.BytesDone <= Length(files[0])));
        Assert.Contains(told, progress => progress.Percent is > 10 and < 40);
        // Watching changes nothing of the results.
        Assert.Equal(new ResultsCompiler().Compile(files).Inputs, results.Inputs);
        Assert.Equal(new ResultsCompiler().Compile(files).Table.RowCount, results.Table.RowCount);
    }

    [Fact]
    public void Percent_IsRoundedDown()
    {
        Assert.Equal(99, new CompilationProgress("a", 1, 1, 999, 1000).Percent);
        Assert.Equal(100, new CompilationProgress("a", 1, 1, long.MaxValue, long.MaxValue).Percent);
        Assert.Equal(100, new CompilationProgress("a", 1, 1).Percent);
    }

    [Fact]
    public void Compile_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => new ResultsCompiler().Compile([Good("Test 1.csv")], null, new CancellationToken(canceled: true)));
        var seen = new List<string>();
        Assert.Throws<OperationCanceledException>(() => new ResultsCompiler().Compile([Good("Test 1.csv"), Good("Test 2.csv", 70), Good("Test 3.csv", 80)], new Told([], progress =>
        {
            seen.Add(progress.File);
            if (progress.Number == 2)
                source.Cancel();
        }), source.Token));
        Assert.Equal(["Test 1.csv", "Test 2.csv"], seen);
    }

    [Fact]
    public async Task Compile_FromManyThreads_GivesTheSame()
    {
        var compiler = new ResultsCompiler();
        var expected = compiler.Compile(Samples.Paths).Table;
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => compiler.Compile(Samples.Paths).Table)));
        Assert.All(all, table => Assert.True(TableDiff.Between(expected, table).IsEmpty));
    }

    [Fact]
    public void Inspect_AFile_ShowsWhatWasRecognised()
    {
        var inspection = new ResultsCompiler().Inspect(SourceFile.FromPath(Samples.Paths[0]));
        Assert.Null(inspection.Problem);
        Assert.NotNull(inspection.Test);
        Assert.Equal("Responses", Assert.Single(inspection.Sheets).Name);
        Assert.Equal(1, inspection.Layout.HeaderRow);
    }

    [Fact]
    public void Inspect_AFileWithoutATest_ShowsItsSheetsAndTheProblem()
    {
        var inspection = new ResultsCompiler().Inspect(SourceFile.FromPath(Repository.PathOf("tests", "data", "strange", "no-test.csv")));
        Assert.Null(inspection.Test);
        Assert.Equal("no_score_column", inspection.Problem?.Code);
        Assert.NotEmpty(inspection.Sheets);
    }

    [Fact]
    public void AddMlj_Resolves_ACompilerWithTheOptionsGiven()
    {
        var options = new CompilerOptions { Policy = ScoringPolicy.Plain };
        using var services = new ServiceCollection().AddMlj(options).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        Assert.Same(options, services.GetRequiredService<CompilerOptions>());
        Assert.Same(BuiltInActions.Catalog, services.GetRequiredService<ActionCatalog>());
        var compiler = services.GetRequiredService<ResultsCompiler>();
        Assert.Same(compiler, services.GetRequiredService<ResultsCompiler>());
        Assert.Null(compiler.Compile([Good("Test 1.csv")]).Table.Find("Assignment Score"));
    }

    [Fact]
    public void AddMlj_WithoutOptions_TakesTheDefaults()
    {
        using var services = new ServiceCollection().AddMlj().BuildServiceProvider();
        Assert.Same(CompilerOptions.Default, services.GetRequiredService<CompilerOptions>());
        Assert.Equal("PASS", services.GetRequiredService<ResultsCompiler>().Compile([Good("Test 1.csv")]).Table.Find("Status")!.Show(0));
    }

    private static SourceFile Good(string name, int score = 60) => Csv(name, $"Name,Email,Score (100)\nAda Quill,ada@example.org,{score}\n");

    private static long Length(SourceFile file)
    {
        try
        {
            using var stream = file.Open();
            return stream.Length;
        }
        catch (SourceException)
        {
            return 0;
        }
    }

    /// <summary>A file of more than a megabyte, of people with names that pack badly.</summary>
    private static SourceFile Large(string name, string kind, int seed)
    {
        var chance = new Random(seed);
        var workbook = Workbook.Sheet("A").Row("Full Name", "Email", "Score (24)");
        var text = new StringBuilder("Full Name,Email,Score (24)\n");
        for (var row = 1; row <= 12_000; row++)
        {
            var person = string.Concat(Enumerable.Range(0, 60).Select(_ => (char)('a' + chance.Next(26))));
            workbook = workbook.Row($"Zoë {person}", $"{person}@example.org", 12);
            text.Append(CultureInfo.InvariantCulture, $"Zoë {person},{person}@example.org,12\n");
        }
        return kind == "xlsx" ? workbook.ToFile($"{name}.xlsx") : SourceFile.FromBytes($"{name}.csv", (kind == "csv" ? Encoding.UTF8 : Encoding.Latin1).GetBytes(text.ToString()));
    }

    private static SourceFile Csv(string name, string text) => SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text));

    private sealed class Told(List<CompilationProgress> told, Action<CompilationProgress>? also = null) : IProgress<CompilationProgress>
    {
        public void Report(CompilationProgress value)
        {
            told.Add(value);
            also?.Invoke(value);
        }
    }

    private sealed class BrokenStream(Exception error) : MemoryStream(new byte[100])
    {
        public override int Read(byte[] buffer, int offset, int count) => throw error;

        public override int Read(Span<byte> buffer) => throw error;
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
