using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class ApplyCommandTests : WorkFolder
{
    private const string Csv = "Full Name,Email,Test 1 Score\nAda Quill,ada@example.org,80\nBen Moor,+ben@example.org,\n";
    private const string Grade = """{"version":1,"seed":3,"steps":[{"action":"add_pass_fail","params":{"score_column":"Test 1 Score","threshold":50}}]}""";

    private string Table => File("results.csv", Csv);

    [Fact]
    public void Run_WithoutOutput_WritesNothing()
    {
        var run = CliRun.Of("apply", Table, "--plan", File("p.json", Grade));
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Contains("Nothing was written; add -o", run.Output, StringComparison.Ordinal);
        Assert.Equal(["p.json", "results.csv"], Directory.GetFiles(In("")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_WithOutput_WritesTheWholeTable()
    {
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", Table, "--plan", File("p.json", Grade), "-o", In("out.csv")).Exit);
        Assert.Equal("\uFEFFFull Name,Email,Test 1 Score,Status\r\nAda Quill,ada@example.org,80,PASSED\r\nBen Moor,'+ben@example.org,,N/A\r\n", "\uFEFF" + System.IO.File.ReadAllText(In("out.csv")));
        Assert.Equal(Csv, System.IO.File.ReadAllText(In("results.csv")));
        // What was written is read again as it was, any number of times.
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", In("out.csv"), "--plan", File("none.json", """{"steps":[]}"""), "-o", In("again.csv")).Exit);
        Assert.Equal(System.IO.File.ReadAllText(In("out.csv")), System.IO.File.ReadAllText(In("again.csv")));
    }

    [Fact]
    public void Run_OfAPreviewedPlan_RefusesAnotherTable()
    {
        Assert.Equal(ExitCode.Done, CliRun.Of("preview", Table, "--plan", File("p.json", Grade), "--save", In("kept.json")).Exit);
        Assert.Contains("\"table\": \"sha256:", System.IO.File.ReadAllText(In("kept.json")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", Table, "--plan", In("kept.json"), "-o", In("out.xlsx")).Exit);
        var run = CliRun.Of("apply", File("other.csv", Csv.Replace("80", "81", StringComparison.Ordinal)), "--plan", In("kept.json"), "-o", In("other.xlsx"), "--partial").Complains(ExitCode.NothingDone);
        Assert.Contains("was previewed on another table: it carries sha256:", run.Error, StringComparison.Ordinal);
        Assert.Contains("Preview it on this table", run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(In("other.xlsx")));
    }

    [Fact]
    public void Run_OfARecipe_FindsTheColumnsOfOtherFiles()
    {
        var table = File("next.csv", "Pupil name,Quiz 1\nCleo Sand,40\n");
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", Table, "--plan", File("p.json", Grade), "--save-recipe", In("r.json")).Exit);
        Assert.Contains("\"add_pass_fail\": 1", System.IO.File.ReadAllText(In("r.json")), StringComparison.Ordinal);
        var run = CliRun.Of("apply", table, "--plan", In("r.json"), "-o", In("out.csv"));
        Assert.Contains("column 'Test 1 Score' of the plan is 'Quiz 1' here, by its role", run.Output, StringComparison.Ordinal);
        Assert.Equal("Pupil name,Quiz 1,Status\r\nCleo Sand,40,FAILED\r\n", System.IO.File.ReadAllText(In("out.csv")));
        // The same file is a recipe of consolidate.
        Assert.Equal(ExitCode.Done, CliRun.Of("consolidate", Good("Test 1.csv"), "--recipe", In("r.json")).Exit);
    }

    [Fact]
    public void Run_Partial_DoesWhatFitsAndIsOne()
    {
        var plan = File("p.json", """{"steps":[{"action":"add_average","params":{"score_columns":["Lab"],"result_column":"Mean"}},{"action":"add_pass_fail","params":{"score_column":"Mean"}},{"action":"count_tests"}]}""");
        CliRun.Of("apply", Table, "--plan", plan, "-o", In("out.csv")).Complains(ExitCode.NothingDone);
        Assert.False(Path.Exists(In("out.csv")));
        var run = CliRun.Of("apply", Table, "--plan", plan, "-o", In("out.csv"), "--partial", "--json");
        Assert.Equal(ExitCode.SomeRefused, run.Exit);
        Assert.Equal(["1 unknown_column", "2 needs_skipped_step"], run.Json().GetProperty("skipped").EnumerateArray().Select(step => $"{step.GetProperty("step")} {step.GetProperty("problems")[0].GetProperty("code")}"));
        Assert.StartsWith("Full Name,Email,Test 1 Score,Tests Taken\r\n", System.IO.File.ReadAllText(In("out.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfARedaction_WritesItsKeyApart()
    {
        var plan = File("p.json", """{"seed":7302514886093317,"steps":[{"action":"redact","params":{"columns":["Full Name","Email"]}}]}""");
        var without = CliRun.Of("apply", Table, "--plan", plan, "-o", In("out.csv"));
        Assert.Contains("Not written: 'redaction_key'. Add --kept", without.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ""), (CliRun.Of("apply", Table, "--plan", plan, "-o", In("out.csv"), "--kept", In("key.csv")) is var run ? run.Exit : 0, run.Error));
        var (table, key) = (System.IO.File.ReadAllText(In("out.csv")), System.IO.File.ReadAllText(In("key.csv")));
        Assert.DoesNotContain("Ada", table, StringComparison.Ordinal);
        var code = key.Split("\r\n").Single(line => line.Contains("Ada Quill", StringComparison.Ordinal)).Split(',')[0];
        Assert.Contains($"{code},80\r\n", table, StringComparison.Ordinal);
        CliRun.Of("apply", Table, "--plan", plan, "--kept", In("key.txt")).Complains(ExitCode.WrongUsage);
        Assert.Contains("would be written twice", CliRun.Of("apply", Table, "--plan", plan, "-o", In("new.csv"), "--kept", In("new.csv")).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(In("new.csv")));
    }

    [Fact]
    public void Run_CalledWrongly_WritesNothing()
    {
        var (table, plan) = (Table, File("p.json", Grade));
        Assert.Contains("one of the files to read", CliRun.Of("apply", table, "--plan", plan, "-o", table).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        CliRun.Of("apply", table, "--plan", plan, "-o", In("out.docx")).Complains(ExitCode.WrongUsage);
        CliRun.Of("apply", table, "--plan", plan, "-o", "-").Complains(ExitCode.WrongUsage);
        CliRun.Of("apply", table, "--plan", plan, "-o", In(Path.Combine("no", "out.csv"))).Complains(ExitCode.NothingDone);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        CliRun.Of("", ["apply", table, "--plan", plan, "-o", In("out.csv")], cancellation: stop.Token).Complains(ExitCode.NothingDone);
        Assert.Equal(Csv, System.IO.File.ReadAllText(table));
        Assert.False(Path.Exists(In("out.csv")));
    }
}
