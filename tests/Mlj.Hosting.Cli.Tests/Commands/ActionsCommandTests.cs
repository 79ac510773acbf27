using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class ActionsCommandTests : WorkFolder
{
    [Fact]
    public void Run_AsJson_HasEveryActionWithEveryParameter()
    {
        var run = CliRun.Of("actions", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        var actions = run.Json().GetProperty("actions").EnumerateArray().ToList();
        Assert.Equal(BuiltInActions.Catalog.Actions.Select(action => action.Name), actions.Select(action => action.GetProperty("name").GetString()));
        Assert.Equal(BuiltInActions.Catalog.Actions.Select(action => action.Parameters.Count), actions.Select(action => action.GetProperty("parameters").GetArrayLength()));
        Assert.All(actions, action => Assert.True(action.GetProperty("version").GetInt32() > 0));
    }

    [Fact]
    public void Run_WithAName_TellsThatOneInDetail()
    {
        var action = Assert.Single(CliRun.Of("actions", "add_pass_fail", "--json").Json().GetProperty("actions").EnumerateArray());
        var parameters = action.GetProperty("parameters").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!);
        Assert.Equal(("text", "number_column", true, "null"), (Text("score_column", "type"), Text("score_column", "names"), parameters["score_column"].GetProperty("required").GetBoolean(), parameters["score_column"].GetProperty("default").GetRawText()));
        Assert.Equal(("number", "60"), (Text("threshold", "type"), parameters["threshold"].GetProperty("default").GetRawText()));
        Assert.Equal("PASSED", Text("passed_text", "default"));
        var output = CliRun.Of("actions", "add_pass_fail").Output;
        Assert.Contains("must be given", output, StringComparison.Ordinal);
        Assert.Contains("{\"action\": \"add_pass_fail\", \"params\": {\"score_column\": ...}}", output, StringComparison.Ordinal);

        string? Text(string name, string key) => parameters[name].GetProperty(key).GetString();
    }

    [Fact]
    public void Run_WithoutAName_ListsThemAll()
    {
        var output = CliRun.Of("actions").Output;
        Assert.All(BuiltInActions.Catalog.Actions, action => Assert.Contains($"  {action.Name} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_WithANameThatIsNone_OffersTheNearest() =>
        Assert.Contains("Did you mean 'add_pass_fail'?", CliRun.Of("actions", "add_passfail").Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);

    [Fact]
    public void Run_OfANameThatIsNearNone_OffersNone() =>
        Assert.DoesNotContain("Did you mean", CliRun.Of("actions", "xyz").Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
}
