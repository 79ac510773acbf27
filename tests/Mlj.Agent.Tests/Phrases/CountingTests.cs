using Mlj.Agent.Planning;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Agent.Tests.Phrases;

public sealed class CountingTests
{
    private static readonly TableOutline Judged = new(
    [
        new("Full Name", ColumnKind.Text, ColumnRole.Name, null),
        new("Test 1 Score", ColumnKind.Number, ColumnRole.Score, 1),
        new("Test 2 Score", ColumnKind.Number, ColumnRole.Score, 2),
        new("Test 2 Status", ColumnKind.Text, ColumnRole.None, null),
        new("Final Average", ColumnKind.Number, ColumnRole.Average, null),
        new("Status", ColumnKind.Text, ColumnRole.Status, null),
    ]);

    [Theory]
    [InlineData("how many passed test 2?")]
    [InlineData("how many failed test 2")]
    [InlineData("how many people passed test 1")]
    [InlineData("how many passed all tests?")]
    [InlineData("how many passed at least one test?")]
    [InlineData("how many did not pass test 2?")]
    [InlineData("how many cheated")]
    [InlineData("how many cheated in test 2")]
    [InlineData("how many missed at least one test?")]
    [InlineData("how many took part?")]
    [InlineData("how many columns are there")]
    [InlineData("how many Lagos students are there?")]
    [InlineData("how many girls passed test 1 at 50?")]
    [InlineData("who failed test 2")]
    [InlineData("keep those who passed test 2")]
    [InlineData("how many passed?")]
    public void Answer_ToACountThatIsNotUnderstood_Asks(string words) => Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words));

    [Theory]
    [InlineData("how many failed test 2 with a pass mark of 50", "Test 2 Score less 50")]
    [InlineData("how many people passed test 1 at 60?", "Test 1 Score greater_equal 60")]
    [InlineData("who passed test 2 from 50?", "Test 2 Score greater_equal 50")]
    [InlineData("how many passed with more than 60 in test 1", "Test 1 Score greater 60")]
    [InlineData("how many passed all tests at 50?", "Test 1 Score greater_equal 50, Test 2 Score greater_equal 50, Test 3 Score greater_equal 50")]
    [InlineData("how many were absent", "Test 1 Score is_empty, Test 2 Score is_empty, Test 3 Score is_empty")]
    [InlineData("who was absent?", "Test 1 Score is_empty, Test 2 Score is_empty, Test 3 Score is_empty")]
    [InlineData("how many were absent in test 2", "Test 2 Score is_empty")]
    [InlineData("how many scored above 50 in test 1?", "Test 1 Score greater 50")]
    [InlineData("how many are named Ada?", "Full Name contains Ada")]
    [InlineData("how many people are there?", "")]
    [InlineData("how many students are in the class?", "")]
    public void Answer_ToACountThatIsUnderstood_CountsThose(string words, string conditions) =>
        Assert.Equal(conditions, Conditions(Speak.Of(words)));

    [Theory]
    [InlineData("how many passed?", "Status starts_with pass")]
    [InlineData("how many failed?", "Status starts_with fail")]
    [InlineData("how many passed the final average?", "Status starts_with pass")]
    [InlineData("what percentage passed?", "Status starts_with pass")]
    [InlineData("what is the failure rate?", "Status starts_with fail")]
    [InlineData("how many passed test 2?", "Test 2 Status starts_with pass")]
    [InlineData("who did not pass test 2?", "Test 2 Status starts_with fail")]
    public void Answer_WhereAColumnSaysWhoPassed_GoesByThatColumnOfThatTest(string words, string conditions) =>
        Assert.Equal(conditions, Conditions(Speak.Of(words, Judged)));

    [Fact]
    public void Answer_ToTheMarkThatWasAskedFor_CountsByIt()
    {
        var asked = Assert.IsType<PlannerAnswer.Clarify>(Speak.Of("how many passed test 2?"));
        Assert.Equal("Test 2 Score greater_equal 45", Conditions(Speak.Of("45", said: Conversation.Empty.With("how many passed test 2?", asked))));
        Assert.NotEmpty(asked.Choices);
        Assert.All(asked.Choices, choice => Assert.IsType<PlannerAnswer.Ask>(Speak.Of(choice)));
    }

    private static string Conditions(PlannerAnswer answer)
    {
        using var plan = System.Text.Json.JsonDocument.Parse(PlanJson.Write(Assert.IsType<PlannerAnswer.Ask>(answer).Question.Rows, BuiltInActions.Catalog));
        return string.Join(", ", plan.RootElement.GetProperty("steps").EnumerateArray().Select(step => string.Join(' ', step.GetProperty("params").EnumerateObject().Select(each => each.Value.ToString()))));
    }
}
