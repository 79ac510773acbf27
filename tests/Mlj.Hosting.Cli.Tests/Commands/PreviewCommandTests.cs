using System.Text.Json;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class PreviewCommandTests : WorkFolder
{
    private const string Grade = """{"version":1,"steps":[{"action":"add_average","params":{}},{"action":"add_pass_fail","params":{"score_column":"Final Average"}}]}""";

    private string Table => File("results.csv", "Full Name,Email,Test 1 Score,Test 2 Score\nAda Quill,ada@example.org,80,40\n\nBen Moor,ben@example.org,,70.5\n");

    [Fact]
    public void Run_AsJson_TellsWhatChanges()
    {
        var table = Table;
        var before = System.IO.File.ReadAllBytes(table);
        var run = CliRun.Of("preview", table, "--plan", File("p.json", Grade), "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        var json = run.Json();
        Assert.True(json.GetProperty("done").GetBoolean());
        var diff = json.GetProperty("diff");
        Assert.Equal((4, 6), (diff.GetProperty("columns").GetProperty("before").GetInt32(), diff.GetProperty("columns").GetProperty("after").GetInt32()));
        Assert.Equal((2, 2), (diff.GetProperty("rows").GetProperty("before").GetInt32(), diff.GetProperty("rows").GetProperty("after").GetInt32()));
        Assert.Equal(["Final Average: 2 Ada Quill 60, 4 Ben Moor 70.5", "Status: 2 Ada Quill \"PASSED\", 4 Ben Moor \"PASSED\""], diff.GetProperty("added_columns").EnumerateArray()
            .Select(column => $"{Text(column, "name")}: {string.Join(", ", column.GetProperty("cells").EnumerateArray().Select(cell => $"{cell.GetProperty("row")} {Text(cell, "who")} {cell.GetProperty("after").GetRawText()}"))}"));
        var statistics = Assert.Single(diff.GetProperty("statistics").EnumerateArray());
        Assert.Equal(("Final Average", JsonValueKind.Null), (Text(statistics, "column"), statistics.GetProperty("before").ValueKind));
        Assert.Equal("2 65.25 60 70.5 7.4246212025", string.Join(' ', ((string[])["count", "mean", "min", "max", "sd"]).Select(key => statistics.GetProperty("after").GetProperty(key).GetRawText())));
        Assert.Equal(["add_average", "add_pass_fail"], json.GetProperty("steps").EnumerateArray().Select(step => Text(step, "action")));
        Assert.Equal(before, System.IO.File.ReadAllBytes(table));
    }

    [Fact]
    public void Run_ForPeople_TellsEveryStepAndTheWhole()
    {
        var run = CliRun.Of("preview", Table, "--plan", File("p.json", Grade));
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.All(["2 rows, 4 -> 6 columns", "Step 1: add_average", "Step 2: add_pass_fail", "The whole plan", "New column 'Status': 2 PASSED", "Table: sha256:", "Nothing was changed."],
            words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("add a rank by test 1", "add_rank")]
    [InlineData("hide names and emails", "redact")]
    [InlineData("sort by test 1, highest first", "sort_data")]
    public void Run_OfWhatPlanPrinted_DoesItsActions(string words, string action)
    {
        var table = Table;
        var planned = CliRun.Of("plan", table, words, "--offline", "--json");
        var run = CliRun.Of("preview", table, "--plan", File("p.json", planned.Output), "--json", "--save", In("kept.json"));
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Equal([action], run.Json().GetProperty("steps").EnumerateArray().Select(step => Text(step, "action")));
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", table, "--plan", In("kept.json"), "-o", In("out.csv")).Exit);
    }

    [Theory]
    [InlineData("rank them", "clarify")]
    [InlineData("email everybody", "refuse")]
    [InlineData("how many people are there?", "answer")]
    public void Run_OfAnAnswerWithoutSteps_SaysWhatThePlannerSaid(string words, string outcome)
    {
        var table = Table;
        var planned = CliRun.Of("plan", table, words, "--offline", "--json");
        var run = CliRun.Of("preview", table, "--plan", File("p.json", planned.Output));
        Assert.Equal(ExitCode.NothingDone, run.Exit);
        Assert.All([$"the planner's outcome is \"{outcome}\"", "It said: " + Text(planned.Json(), "message")], part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_AsJson_AgreesWithWhatApplyWrites()
    {
        var (table, plan) = (Table, File("p.json", Grade));
        var preview = CliRun.Of("preview", table, "--plan", plan, "--json").Json();
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", table, "--plan", plan, "-o", In("out.xlsx")).Exit);
        var again = CliRun.Of("preview", In("out.xlsx"), "--plan", File("nothing.json", """{"version":1,"steps":[]}"""), "--json").Json();
        Assert.Equal(Text(preview.GetProperty("result"), "hash"), Text(again.GetProperty("table"), "hash"));
        Assert.Equal(preview.GetProperty("result").GetProperty("columns").GetRawText(), again.GetProperty("table").GetProperty("columns").GetRawText());
    }

    [Theory]
    [InlineData("""{"steps":[{"action":"add_pass_fial"},{"action":"add_pass_fail","params":{"score_colum":"A","threshold":"x"}}]}""", "unknown_action unknown_parameter wrong_type missing_parameter")]
    [InlineData("""{"steps":[{"action":"add_pass_fail","params":{"score_column":"Full Name","result_column":"Email"}},{"action":"add_pass_fail","params":{"score_column":"Test 9 Score"}}]}""", "not_numbers name_taken unknown_column")]
    [InlineData("no plan", "not_a_plan")]
    public void Run_OfAPlanWithProblems_TellsThemAllAndIsThree(string plan, string codes)
    {
        var run = CliRun.Of("preview", Table, "--plan", File("p.json", plan), "--json", "--save", In("kept.json"));
        Assert.Equal(ExitCode.NothingDone, run.Exit);
        var problems = run.Json().GetProperty("problems").EnumerateArray().ToList();
        Assert.Equal(codes, string.Join(' ', problems.Select(problem => Text(problem, "code"))));
        Assert.All(problems, problem => Assert.Contains(Text(problem, "message")!, run.Error, StringComparison.Ordinal));
        Assert.False(System.IO.File.Exists(In("kept.json")));
    }

    [Fact]
    public void Run_OnAFileThatIsNoTable_IsThree()
    {
        var plan = File("p.json", Grade);
        CliRun.Of("preview", In("gone.csv"), "--plan", plan).Complains(ExitCode.NothingDone);
        var run = CliRun.Of("preview", File("empty.csv", ""), "--plan", plan, "--json");
        Assert.Equal((ExitCode.NothingDone, "empty_file"), (run.Exit, Text(run.Json().GetProperty("refused")[0], "code")));
        Assert.Contains("has no", CliRun.Of("preview", Table, "--plan", plan, "--sheet", "Other").Complains(ExitCode.NothingDone).Error.Replace("There is no sheet", "has no", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("gone.json", CliRun.Of("preview", Table, "--plan", In("gone.json")).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        CliRun.Of("preview", "-", "--plan", "-").Complains(ExitCode.WrongUsage);
        CliRun.Of("preview", Table).Complains(ExitCode.WrongUsage);
    }

    [Fact]
    public void Run_OnStandardInput_ReadsThePlanOrTheTable()
    {
        Assert.Equal(ExitCode.Done, CliRun.Of(Grade, ["preview", Table, "--plan", "-"]).Exit);
        Assert.Equal(ExitCode.Done, CliRun.Of("Name,Score\nAda,7\n", ["preview", "-", "--plan", File("p.json", Grade)]).Exit);
    }

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();
}
