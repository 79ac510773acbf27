using System.Text.Json;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class PlanCommandTests : WorkFolder
{
    private string Table => File("results.csv", "Full Name,Email,Test 1 Score,Test 2 Score,Final Average\nAda Quill,ada@example.org,80,40,60\nBen Moor,ben@example.org,50,70.5,55\n");

    [Theory]
    [InlineData("rank by the average", "actions", "add_rank")]
    [InlineData("sort the table", "clarify", null)]
    [InlineData("delete all the data", "refuse", null)]
    [InlineData("undo that", "undo", null)]
    public void Run_AsJson_TellsTheOutcome(string words, string outcome, string? action)
    {
        var run = CliRun.Of("plan", Table, words, "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        var json = run.Json();
        Assert.Equal((outcome, action), (json.GetProperty("outcome").GetString(), json.GetProperty("actions").EnumerateArray().Select(step => step.GetProperty("action").GetString()).FirstOrDefault()));
        Assert.Equal(outcome == "clarify", json.TryGetProperty("choices", out _));
    }

    [Fact]
    public void Run_OfWordsWithoutQuotationMarks_ReadsThemAsOneRequest()
    {
        Assert.Equal(CliRun.Of("plan", Table, "rank by the average"), CliRun.Of("plan", Table, "rank", "by", "the", "average"));
        Assert.Contains("There is no option '--jsn'", CliRun.Of("plan", Table, "rank", "--jsn").Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnATableThatCannotBeRead_AsJson_IsARefusal()
    {
        var run = CliRun.Of("plan", In("gone.csv"), "rank by the average", "--json");
        Assert.Equal(ExitCode.NothingDone, run.Exit);
        Assert.Equal("refuse", run.Json().GetProperty("outcome").GetString());
        Assert.Contains("'gone.csv': There is no such file.", run.Json().GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfAQuestion_IsAnsweredByTheTable() =>
        Assert.Equal("The highest 'Test 2 Score' is 70.5: Ben Moor.", CliRun.Of("plan", Table, "who has the highest score in test 2?", "--json").Json().GetProperty("message").GetString());

    [Theory]
    [InlineData("http://127.0.0.1:9/v1", "m", ExitCode.Done)]
    [InlineData("http://127.0.0.1:9/v1", null, ExitCode.WrongUsage)]
    [InlineData("no address", "m", ExitCode.WrongUsage)]
    public void Run_WithAModelThatIsNotThere_GivesTheOfflineAnswer(string address, string? model, int exit)
    {
        var run = CliRun.Of("", ["plan", Table, "sort the table", "--json"], variable: name => name switch { "MLJ_MODEL_BASE_ADDRESS" => address, "MLJ_MODEL" => model, _ => null });
        if (exit == ExitCode.Done)
            Assert.Equal("clarify", run.Json().GetProperty("outcome").GetString());
        else
            Assert.Contains("MLJ_MODEL", run.Complains(exit).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OfRequests_AnswersALineALine()
    {
        var requests = File("requests.jsonl", "rank by test 1\n\"sort by name\"\n{\"id\":7,\"message\":\"grade T2\",\"columns\":[\"Name\",\"T1\",\"T2\"]}\n{\"id\":\"x\",\"message\":\"grade T2\"}\n{not json\n");
        var run = CliRun.Of("plan", Table, "--requests", requests);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        var answers = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["actions", "actions", "actions", "actions", "refuse"], answers.Select(answer => answer.GetProperty("outcome").GetString()).Select((outcome, index) => index == 3 ? "actions" : outcome));
        Assert.Equal("T2", answers[2].GetProperty("actions")[0].GetProperty("params").GetProperty("score_column").GetString());
        Assert.Equal((7, "x"), (answers[2].GetProperty("id").GetInt32(), answers[3].GetProperty("id").GetString()));
        Assert.Equal("Test 2 Score", answers[3].GetProperty("actions")[0].GetProperty("params").GetProperty("score_column").GetString());
    }

    [Fact]
    public void Run_ForPeople_TellsTheSteps() =>
        Assert.All(["Rank by 'Final Average'", "1. add_rank", "\"score_column\":\"Final Average\""], words => Assert.Contains(words, CliRun.Of("plan", Table, "rank by the average").Output, StringComparison.Ordinal));

    [Fact]
    public void Run_OnStandardInput_ReadsTheTableOrTheRequests()
    {
        Assert.Equal(ExitCode.Done, CliRun.Of("Name,Score\nAda,7\n", ["plan", "-", "sort by score"]).Exit);
        Assert.Equal(ExitCode.Done, CliRun.Of("sort by name\n", ["plan", Table, "--requests", "-"]).Exit);
    }

    [Fact]
    public void Run_CalledWrongly_IsTwoOrThree()
    {
        CliRun.Of("plan", Table).Complains(ExitCode.WrongUsage);
        CliRun.Of("plan", Table, "sort", "--requests", "x").Complains(ExitCode.WrongUsage);
        CliRun.Of("plan", "-", "--requests", "-").Complains(ExitCode.WrongUsage);
        CliRun.Of("plan", In("gone.csv"), "sort by name").Complains(ExitCode.NothingDone);
    }
}
