using Mlj.Agent.Planning;

namespace Mlj.Agent.Tests.Phrases;

public sealed class TalkTests
{
    [Fact]
    public void Answer_AfterStepsOnAColumn_TakesItForThatColumn() =>
        Assert.Equal("sort_data Test 2 Score", Speak.Only(Talk("grade test 2", "now sort it"), "column"));

    [Fact]
    public void Answer_ThatBeginsWithNo_ReplacesWhatIsOpen()
    {
        var answer = Assert.IsType<PlannerAnswer.Steps>(Talk("sort by final average descending", "no, by test 2"));
        Assert.True(answer.ReplacesPending);
        Assert.Equal("""{"outcome":"actions","actions":[{"action":"sort_data","params":{"column":"Test 2 Score","ascending":false}}]}""", Speak.Told(answer));
    }

    [Theory]
    [InlineData("undo that")]
    [InlineData("undo")]
    public void Answer_ToUndo_TakesBack(string words) => Assert.IsType<PlannerAnswer.Undo>(Talk("sort by final average", words));

    [Theory]
    [InlineData("sort the table", "test 2", "column", "sort_data Test 2 Score")]
    [InlineData("add grades for the score", "the final average", "score_column", "add_grades Final Average")]
    [InlineData("rename test 2", "to Physics", "new_name", "rename_column Physics")]
    public void Answer_ToAQuestionBack_FinishesTheRequest(string first, string reply, string parameter, string expected) =>
        Assert.Equal(expected, Speak.Only(Talk(first, reply), parameter));

    [Fact]
    public void Answer_WithAlso_IsAStepOfItsOwn() => Assert.Equal("remove_column Email", Speak.Only(Talk("rank by test 1", "also remove the email"), "column_name"));

    [Theory]
    [InlineData(true, "add_rank Rank 2")]
    [InlineData(false, "add_rank Rank")]
    public void Answer_SaidAgain_NamesAnotherColumnOnlyWhileTheFirstWaits(bool waits, string expected)
    {
        var said = Conversation.Empty.With("rank by average", Speak.Of("rank by average"));

        var answer = Speak.Planner.Answer(new PlanningRequest("rank by average", Speak.Class) { Conversation = said, IsLastPending = waits });

        Assert.Equal(expected, Speak.Only(answer, "rank_column"));
    }

    private static PlannerAnswer Talk(string first, string second) => Speak.Of(second, said: Conversation.Empty.With(first, Speak.Of(first)));
}
