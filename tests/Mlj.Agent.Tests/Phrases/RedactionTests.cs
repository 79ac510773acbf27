using Mlj.Agent.Planning;

namespace Mlj.Agent.Tests.Phrases;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("hide names and emails", "Full Name, Email")]
    [InlineData("hide the names and the emails", "Full Name, Email")]
    [InlineData("hide emails and names", "Email, Full Name")]
    [InlineData("hide the names", "Full Name, Email")]
    [InlineData("hide names & emails, please", "Full Name, Email")]
    [InlineData("hide the full names and e-mail addresses", "Full Name, Email")]
    [InlineData("mask the names and the emails", "Full Name, Email")]
    [InlineData("anonymise names and emails", "Full Name, Email")]
    [InlineData("anonymise the emails and names and test 1", "Email, Full Name, Test 1 Score")]
    [InlineData("hide names and final average", "Full Name, Final Average")]
    [InlineData("hide the names of the students", "Full Name, Email")]
    [InlineData("hide the names and hide the emails", "Full Name, Email")]
    public void Answer_ToHidingWhoSomebodyIs_TakesOutAndTellsEveryColumnNamed(string words, string columns)
    {
        var answer = Assert.IsType<PlannerAnswer.Steps>(Speak.Of(words));
        var step = Assert.Single(PlannerAnswerJson.Of(answer, BuiltInActions.Catalog)["actions"]!.AsArray())!;
        Assert.Equal(("redact", columns), ((string?)step["action"], string.Join(", ", step["params"]!["columns"]!.AsArray().Select(name => (string?)name))));
        Assert.Contains($"'{columns.Replace(", ", "', '", StringComparison.Ordinal)}', mode", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_ToHidingNamesInParts_TakesOutAllParts() =>
        Assert.Equal("""redact ["Surname","First Name","Email"]""", Speak.Of("hide the names", TableOutline.OfHeadings(["Surname", "First Name", "Email", "Exam"])) is var answer
            ? $"redact {PlannerAnswerJson.Of(answer, BuiltInActions.Catalog)["actions"]?[0]?["params"]?["columns"]?.ToJsonString()}" : "");

    [Theory]
    [InlineData("hide names and phone numbers")]
    [InlineData("hide names and addresses")]
    [InlineData("anonymise names and phones")]
    public void Answer_ToHidingAColumnThatThereIsNotBeside_Asks(string words) => Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words));

    [Theory]
    [InlineData("hide the email column", "remove_column")]
    [InlineData("hide the emails", "remove_column")]
    [InlineData("hide Ada Lovett", "filter_data")]
    [InlineData("hide students without an email", "filter_data")]
    [InlineData("hide the name column", "remove_column")]
    public void Answer_ToHidingSomethingElse_IsNoRedaction(string words, string action) =>
        Assert.Equal(action, (string?)PlannerAnswerJson.Of(Speak.Of(words), BuiltInActions.Catalog)["actions"]![0]!["action"]);
}
