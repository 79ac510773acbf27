using Mlj.Hosting.Cli.Batches;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class BatchCommandTests : WorkFolder
{
    private const string TwoRuns = """{"version":1,"runs":[{"name":"Physics","files":["p1.csv","p2.csv"],"output":"json"},{"name":"Bio","files":["b1.csv"],"output":"csv"}]}""";

    [Fact]
    public void Run_OfTwoRuns_WritesBoth_AndCalledAgainDoesNothing()
    {
        var manifest = TwoRunsOf();

        var first = Batch(manifest);
        Assert.Equal(ExitCode.Done, first.Exit);
        Assert.Contains("2 runs: 2 done", first.Output, StringComparison.Ordinal);
        Assert.Equal([$"[1/2] Physics: done, 2 tests, 1 participant: {Out("Physics.json")}", $"[2/2] Bio: done, 1 test, 1 participant: {Out("Bio.csv")}"], first.Error.TrimEnd().Split('\n'));
        Assert.Equal([BatchState.FileName, "Bio.csv", "Physics.json"], Written());

        var written = System.IO.File.GetLastWriteTimeUtc(Out("Physics.json"));
        var second = Batch(manifest);
        Assert.Equal(ExitCode.Done, second.Exit);
        Assert.Contains("2 runs: 2 skipped", second.Output, StringComparison.Ordinal);
        Assert.Contains("[1/2] Physics: skipped, nothing has changed", second.Error, StringComparison.Ordinal);
        Assert.Equal(written, System.IO.File.GetLastWriteTimeUtc(Out("Physics.json")));
    }

    [Fact]
    public void Run_WithChoices_IsWhatConsolidateDoesWithThem()
    {
        var (one, two) = (File("Test 1.csv", "Name,Email,Points,When\nAda,ada@example.org,20,2026-03-01 10:00\nAda,ada@example.org,15,2026-03-02 10:00\n"), Good("Test 2.csv"));
        File("people.json", """{"version":1,"same":[],"different":[["ada@example.org","ida@example.org"]]}""");
        File("class.csv", "Name,Email\nAda,ada@example.org\nBo,bo@example.org\n");
        var manifest = File("term.json", """
            {"version":1,"runs":[{"name":"All","files":["Test ?.csv"],"output":"json","attempts":"latest","accept_suggestions":"sure","max":["Test 1.csv=25"],
              "name_column":"Name","recipe":"plain","decisions":"people.json","roster":"class.csv","different":["a@example.org=b@example.org"]}]}
            """);

        Assert.Equal(ExitCode.Done, Batch(manifest).Exit);
        Assert.Equal(ExitCode.Done, CliRun.Of("consolidate", one, two, "-o", In("alone.json"), "--attempts", "latest", "--accept-suggestions", "sure", "--max", "Test 1.csv=25",
            "--name-column", "Name", "--recipe", "plain", "--decisions", In("people.json"), "--roster", In("class.csv"), "--different", "a@example.org=b@example.org").Exit);
        Assert.Equal(System.IO.File.ReadAllText(In("alone.json")), System.IO.File.ReadAllText(Out("All.json")));
    }

    [Theory]
    [InlineData("a file's bytes")]
    [InlineData("a file more")]
    [InlineData("a choice")]
    [InlineData("the decisions")]
    [InlineData("no output")]
    [InlineData("no state")]
    [InlineData("a strange state")]
    public void Run_AfterAChange_IsDoneAgain_AndTheOtherIsNot(string change)
    {
        Good("b1.csv");
        Good("p1.csv");
        File("people.json", """{"version":1}""");
        var text = """{"version":1,"runs":[{"name":"Physics","files":["p*.csv"],"decisions":"people.json"},{"name":"Bio","files":["b1.csv"]}]}""";
        Assert.Equal(ExitCode.Done, Batch(File("term.json", text)).Exit);

        switch (change)
        {
            case "a file's bytes":
                Good("p1.csv", 61);
                break;
            case "a file more":
                Good("p2.csv", 62);
                break;
            case "a choice":
                text = text.Replace("\"decisions\"", "\"recipe\":\"plain\",\"decisions\"", StringComparison.Ordinal);
                break;
            case "the decisions":
                File("people.json", """{"version":1,"same":[]}""");
                break;
            case "no output":
                System.IO.File.Delete(Out("Physics.xlsx"));
                break;
            case "no state":
                System.IO.File.Delete(Out(BatchState.FileName));
                break;
            case "a strange state":
                System.IO.File.WriteAllText(Out(BatchState.FileName), """{"version":1,"runs":{"Bio":null,"Physics":7}}""");
                break;
        }
        var again = Batch(File("term.json", text));
        Assert.Equal(ExitCode.Done, again.Exit);
        Assert.Contains("Physics: done", again.Error, StringComparison.Ordinal);
        Assert.Contains(change.Contains("state", StringComparison.Ordinal) ? "Bio: done" : "Bio: skipped", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ThatFails_LeavesTheOthersAndItsFormerOutput()
    {
        var manifest = TwoRunsOf();
        Batch(manifest);
        var former = System.IO.File.ReadAllText(Out("Physics.json"));
        File("p1.csv", "nothing");
        File("p2.csv", "");
        Good("b1.csv", 99);

        var run = Batch(manifest, "--json");
        Assert.Equal(ExitCode.SomeRefused, run.Exit);
        var runs = run.Json().GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal(["failed", "done"], runs.Select(each => each.GetProperty("status").GetString()));
        Assert.Equal("No file could be used.", runs[0].GetProperty("problem").GetString());
        Assert.Equal(["p1.csv", "p2.csv"], runs[0].GetProperty("refused").EnumerateArray().Select(each => each.GetProperty("file").GetString()));
        Assert.Contains("mlj: Physics: 'p2.csv': The file is empty.", run.Error, StringComparison.Ordinal);
        Assert.Equal(former, System.IO.File.ReadAllText(Out("Physics.json")));

        File("b1.csv", "");
        Assert.Equal(ExitCode.NothingDone, Batch(manifest).Exit);
    }

    [Theory]
    [InlineData("\"decisions\":\"p1.csv\"", "The decisions in")]
    [InlineData("\"recipe\":\"absent.json\"", "The built-in recipes are")]
    [InlineData("\"max\":[\"p1.csv=x\"]", "--max takes a number above 0")]
    [InlineData("\"gradebook\":\"p1.csv\"", "--gradebook goes with --for")]
    public void Run_WhoseChoiceCannotBeUsed_FailsAlone(string choice, string why)
    {
        TwoRunsOf();
        var run = Batch(File("term.json", TwoRuns.Replace("\"output\":\"json\"", choice, StringComparison.Ordinal)));
        Assert.Equal(ExitCode.SomeRefused, run.Exit);
        Assert.Contains("[1/2] Physics: failed. ", run.Error, StringComparison.Ordinal);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.Equal([BatchState.FileName, "Bio.csv"], Written());
    }

    [Fact]
    public void Run_WithARefusedFile_SaysSoAgainWhenItIsSkipped()
    {
        Good("p1.csv");
        var manifest = File("term.json", """{"version":1,"runs":[{"name":"Physics","files":["p1.csv","missing.csv"]}]}""");
        foreach (var status in (string[])["done", "skipped"])
        {
            var run = Batch(manifest);
            Assert.Equal(ExitCode.SomeRefused, run.Exit);
            Assert.Contains("Physics: " + status, run.Error, StringComparison.Ordinal);
            Assert.Contains("mlj: Physics: 'missing.csv': There is no such file.", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Files_ByAPattern_AreThoseOfAShell()
    {
        foreach (var folder in (string[])["b", "a", ".hidden"])
            Directory.CreateDirectory(In(folder));
        Good("b/Test 2.csv", 62);
        Good("a/Test 1.csv", 61);
        Good("a/.Test 9.csv", 69);
        Good("a/Test 1.txt", 68);
        Good(".hidden/Test 3.csv", 63);
        var run = Batch(File("term.json", """{"version":1,"runs":[{"name":"All","files":["*/Test ?.csv"],"output":"json"}]}"""));
        Assert.Contains("All: done, 2 tests", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("1 test, 1 participant", CliRun.Of("consolidate", In("a/.Test*.csv")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{\n \"version\":1,\n \"runs\":[}", "line 3, byte 10")]
    [InlineData("[]", "it must be an object")]
    [InlineData("{\"runs\":[]}", "its version must be 1")]
    [InlineData("{\"version\":2,\"runs\":[]}", "its version must be 1")]
    [InlineData("{\"version\":1,\"runs\":[]}", "at least one run")]
    [InlineData("{\"version\":1,\"version\":1,\"runs\":[]}", "not JSON")]
    [InlineData("{\"version\":1,\"runs\":[],\"more\":1}", "'more' is no part")]
    [InlineData("{\"version\":1,\"runs\":[7]}", "run 1 must be an object")]
    [InlineData("{\"version\":1,\"runs\":[{\"files\":[\"b1.csv\"]}]}", "run 1 needs a 'name'")]
    [InlineData("{\"version\":1,\"runs\":[{\"name\":\"a\"}]}", "needs 'files'")]
    [InlineData("{\"version\":1,\"runs\":[{\"name\":\"a\",\"files\":[]}]}", "must be a list of paths")]
    [InlineData("{\"version\":1,\"runs\":[{\"name\":\"a\",\"files\":[7,null]}]}", "must be a list of paths")]
    [InlineData("{\"version\":1,\"runs\":[{\"name\":\"\\ud800\",\"files\":[\"b1.csv\"]}]}", "half of a character")]
    public void Manifest_ThatIsBroken_IsTwo_AndSaysWhere(string text, string why) => AssertRefused(text, why);

    [Theory]
    [InlineData("\"name\":\"../a\"", "no name of a file")]
    [InlineData("\"name\":\"/tmp/a\"", "no name of a file")]
    [InlineData("\"name\":\"a\\\\b\"", "no name of a file")]
    [InlineData("\"name\":\"..\"", "no name of a file")]
    [InlineData("\"name\":\".mlj-batch\",\"output\":\"json\"", "no name of a file")]
    [InlineData("\"name\":\"\"", "no name of a file")]
    [InlineData("\"name\":\"a\\u0000\"", "no name of a file")]
    [InlineData("\"name\":\"BIO\"", "two runs are called 'BIO'")]
    [InlineData("\"name\":\"a\",\"output\":\"pdf\"", "'output' of run 'a' must be one of: xlsx, csv, json")]
    [InlineData("\"name\":\"a\",\"output\":7", "'output' of run 'a'")]
    [InlineData("\"name\":\"a\",\"attempts\":\"worst\"", "worst")]
    [InlineData("\"name\":\"a\",\"attempts\":{}", "'attempts' of run 'a'")]
    [InlineData("\"name\":\"a\",\"attempts\":true", "--attempts")]
    [InlineData("\"name\":\"a\",\"save_decisions\":\"d.json\"", "'save_decisions' is no part of a run")]
    [InlineData("\"name\":\"a\",\"json\":true", "'json' is no part of a run")]
    public void Manifest_WithAWrongRun_IsTwo_AndNamesIt(string run, string why) =>
        AssertRefused($$"""{"version":1,"runs":[{{{run}},"files":["b1.csv"]},{"name":"Bio","files":["b1.csv"]}]}""", why);

    [Theory]
    [InlineData("a.csv", "a.csv")]
    [InlineData("term.json", "term.json")]
    public void Output_OverAnInput_IsTwo(string output, string named)
    {
        var input = Good("a.csv");
        var (name, extension) = (Path.GetFileNameWithoutExtension(output), Path.GetExtension(output));
        var manifest = File("term.json", $$"""{"version":1,"runs":[{"name":"Other","files":["a.csv"]},{"name":"{{name}}","files":["b.csv"],"output":"{{extension}}"}]}""");
        var former = System.IO.File.ReadAllText(In(named));

        var run = CliRun.Of("batch", manifest, "--out", Path.GetDirectoryName(input)!).Complains(ExitCode.WrongUsage);

        Assert.Contains("is one of the files to read", run.Error, StringComparison.Ordinal);
        Assert.Equal(former, System.IO.File.ReadAllText(In(named)));
        Assert.False(System.IO.File.Exists(In("Other.xlsx")));
    }

    [Fact]
    public void Output_ThatIsALink_IsNotFollowed()
    {
        if (OperatingSystem.IsWindows())
            return;
        var manifest = TwoRunsOf();
        var elsewhere = File("elsewhere.txt", "mine");
        Directory.CreateDirectory(In("out"));
        System.IO.File.CreateSymbolicLink(Out("Physics.json"), elsewhere);

        var run = Batch(manifest);

        Assert.Equal(ExitCode.SomeRefused, run.Exit);
        Assert.Contains("Physics: failed. Its output is a link", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", System.IO.File.ReadAllText(elsewhere));

        System.IO.File.Delete(Out(BatchState.FileName));
        System.IO.File.CreateSymbolicLink(Out(BatchState.FileName), elsewhere);
        Batch(manifest).Complains(ExitCode.WrongUsage);
        Assert.Equal("mine", System.IO.File.ReadAllText(elsewhere));
    }

    [Fact]
    public void Value_ThatLooksLikeAnOption_IsAValue()
    {
        Good("@p1.csv");
        File("names", "--plain");
        var run = Batch(File("term.json", """{"version":1,"runs":[{"name":"@All","files":["@p1.csv"],"name_column":"@names","email_column":"--json"}]}"""));
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal([BatchState.FileName, "@All.xlsx"], Written());
    }

    [Fact]
    public void Run_ThatIsStopped_LeavesNoHalfFile_AndGoesOnWhenCalledAgain()
    {
        var manifest = TwoRunsOf();
        using var stop = new CancellationTokenSource();
        using var output = new StringWriter();
        using var error = new StopsAt("[1/2]", stop);
        using var input = new MemoryStream();

        var exit = CommandLine.Run(["batch", manifest, "--out", In("out"), "--json"], new Terminal(output, error, input), stop.Token);

        Assert.Equal(ExitCode.SomeRefused, exit);
        Assert.Equal(["done", "stopped"], new CliRun(exit, output.ToString(), "").Json().GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("status").GetString()));
        Assert.Contains("mlj: Stopped. What is done is kept; the same call goes on with the rest.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([BatchState.FileName, "Physics.json"], Written());

        var rest = Batch(manifest);
        Assert.Equal(ExitCode.Done, rest.Exit);
        Assert.Contains("Physics: skipped", rest.Error, StringComparison.Ordinal);
        Assert.Contains("Bio: done", rest.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_ThatIsAFile_IsThree()
    {
        var manifest = TwoRunsOf();
        File("out", "mine");
        Batch(manifest).Complains(ExitCode.NothingDone);
        Assert.Equal("mine", System.IO.File.ReadAllText(In("out")));
    }

    private void AssertRefused(string text, string why)
    {
        Good("b1.csv");
        var run = Batch(File("term.json", text)).Complains(ExitCode.WrongUsage);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("out")));
    }

    private string TwoRunsOf()
    {
        Good("p1.csv");
        Good("p2.csv", 70);
        Good("b1.csv", 80);
        return File("term.json", TwoRuns);
    }

    private CliRun Batch(string manifest, params string[] more) => CliRun.Of(["batch", manifest, "--out", In("out"), .. more]);

    private string Out(string name) => Path.Combine(In("out"), name);

    private IEnumerable<string> Written() => Directory.GetFileSystemEntries(In("out")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Stops the program, as Ctrl+C does, once a text was written.</summary>
    private sealed class StopsAt(string text, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(text, StringComparison.Ordinal) is true)
                stop.Cancel();
        }
    }
}
