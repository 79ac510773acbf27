using Mlj.Hosting.Cli.Shell;
using Mlj.Testing.Snapshots;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class InspectCommandTests : WorkFolder
{
    [Fact]
    public void Run_OnASample_PrintsWhatWasRecognised()
    {
        var run = CliRun.Of("inspect", Samples[0]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Snapshot.Match(run.Output);
    }

    [Fact]
    public void Run_WithJson_PrintsOneDocumentAndNothingElse()
    {
        var run = CliRun.Of(["inspect", .. Samples, "--json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        var files = run.Json().GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(5, files.Count);
        Assert.Equal([1, 2, 3, 4, 5], files.Select(file => file.GetProperty("test").GetProperty("number").GetInt32()).Order());
        Assert.All(files, file => Assert.Equal("Email", file.GetProperty("test").GetProperty("columns").GetProperty("email").GetString()));
    }

    [Fact]
    public void Run_WhenSomeFilesHoldNoTest_IsOneAndWhenAllIsThree()
    {
        Assert.Equal(ExitCode.SomeRefused, CliRun.Of("inspect", Good("Test 1.csv"), Strange).Exit);
        Assert.Equal(ExitCode.SomeRefused, CliRun.Of("inspect", Good("Test 1.csv"), In("missing.csv"), "--json").Exit);
        var run = CliRun.Of("inspect", Strange, In("missing.csv"));
        Assert.Equal(ExitCode.NothingDone, run.Exit);
        Assert.Contains("No test: No column of scores could be recognised.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Refused: 'missing.csv': There is no such file.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithSettings_ShowsThemAtWork()
    {
        var run = CliRun.Of("Name,Email,Score,Other\nAda,ada@example.org,15,20\n", ["inspect", "-", "--json", "--score-column", "D", "--max", "25", "--test-number", "4"]);
        var test = run.Json().GetProperty("files")[0].GetProperty("test");
        Assert.Equal((4, 25, "Other"), (test.GetProperty("number").GetInt32(), test.GetProperty("max_score").GetInt32(), test.GetProperty("columns").GetProperty("score").GetString()));
    }
}
