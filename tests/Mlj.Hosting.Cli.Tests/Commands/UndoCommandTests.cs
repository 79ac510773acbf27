using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class UndoCommandTests : WorkFolder
{
    private const string Csv = "Full Name,Email,Test 1 Score,Test 2 Score\nAda Quill,ada@example.org,80,40\nBen Moor,ben@example.org,30,50\n";
    private const string Mean = """{"steps":[{"action":"add_average","params":{"score_columns":["Test 1 Score","Test 2 Score"],"result_column":"Mean"}}]}""";
    private const string Verdict = """{"steps":[{"action":"add_pass_fail","params":{"score_column":"Mean","threshold":50}},{"action":"rename_column","params":{"old_name":"Email","new_name":"Address"}}]}""";

    private string Table => File("results.csv", Csv);

    [Fact]
    public void Run_OnAStepInTheMiddle_WritesTheTableWithoutIt()
    {
        AcceptBoth();
        Assert.Equal("Full Name,Address,Test 1 Score,Test 2 Score,Mean,Status\r\nAda Quill,ada@example.org,80,40,60.00,PASSED\r\nBen Moor,ben@example.org,30,50,40.00,FAILED\r\n", Text("out.csv"));

        var run = Undo("--step", "2", "-o", In("out.csv"));
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Contains("Step 2, add_pass_fail, was undone.", run.Output, StringComparison.Ordinal);
        Assert.Equal("Full Name,Address,Test 1 Score,Test 2 Score,Mean\r\nAda Quill,ada@example.org,80,40,60.00\r\nBen Moor,ben@example.org,30,50,40.00\r\n", Text("out.csv"));
        Assert.Contains("  2. add_pass_fail (undone)", Undo("--list").Output, StringComparison.Ordinal);

        Assert.Contains("Step 2, add_pass_fail, was done again.", Undo("--redo", "-o", In("out.csv")).Output, StringComparison.Ordinal);
        Assert.Contains("PASSED", Text("out.csv"), StringComparison.Ordinal);
        Undo("--redo").Complains(ExitCode.WrongUsage);
    }

    [Fact]
    public void Run_OnAStepThatOthersNeed_NamesThemAndUndoesThemOnRequest()
    {
        AcceptBoth();
        var refused = Undo("--step", "1").Complains(ExitCode.NothingDone);
        Assert.Contains("Step 2: 'add_pass_fail' cannot stay without step 1.", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--with-dependents", refused.Error, StringComparison.Ordinal);

        var run = Undo("--step", "1", "--with-dependents", "-o", In("out.csv"), "--json");
        Assert.Equal([1, 2], run.Json().GetProperty("changed").EnumerateArray().Select(step => step.GetInt32()));
        Assert.Equal("Full Name,Address,Test 1 Score,Test 2 Score\r\nAda Quill,ada@example.org,80,40\r\nBen Moor,ben@example.org,30,50\r\n", Text("out.csv"));
    }

    [Fact]
    public void Run_WithoutAStep_UndoesTheLastOneUntilThereIsNone()
    {
        AcceptBoth();
        foreach (var step in (int[])[3, 2, 1])
            Assert.Equal([step], Undo("--json").Json().GetProperty("changed").EnumerateArray().Select(each => each.GetInt32()));
        Assert.Contains("There is no step to undo.", Undo().Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        Undo("--step", "1").Complains(ExitCode.WrongUsage);
    }

    [Fact]
    public void Run_OnAnotherTableOrNoHistory_ChangesNothing()
    {
        AcceptBoth();
        var kept = Text("steps.json");
        var other = CliRun.Of("undo", File("other.csv", Csv.Replace("80", "81", StringComparison.Ordinal)), "--history", In("steps.json")).Complains(ExitCode.NothingDone);
        Assert.Contains("The history began with another table", other.Error, StringComparison.Ordinal);
        CliRun.Of("undo", Table, "--history", In("absent.json")).Complains(ExitCode.WrongUsage);
        CliRun.Of("undo", Table, "--history", File("broken.json", "{")).Complains(ExitCode.NothingDone);
        CliRun.Of("undo", Table, "--history", In("steps.json"), "--redo", "--list").Complains(ExitCode.WrongUsage);
        Assert.Equal(kept, Text("steps.json"));
    }

    private void AcceptBoth()
    {
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", Table, "--plan", File("mean.json", Mean), "--history", In("steps.json")).Exit);
        Assert.Equal(ExitCode.Done, CliRun.Of("preview", Table, "--plan", File("verdict.json", Verdict), "--history", In("steps.json"), "--save", In("seen.json")).Exit);
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", Table, "--plan", In("seen.json"), "--history", In("steps.json"), "-o", In("out.csv")).Exit);
    }

    private CliRun Undo(params IEnumerable<string> args) => CliRun.Of(["undo", Table, "--history", In("steps.json"), .. args]);

    private string Text(string name) => System.IO.File.ReadAllText(In(name));
}
