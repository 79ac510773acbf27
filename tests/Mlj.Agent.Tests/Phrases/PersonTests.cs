using Mlj.Agent.Planning;
using Mlj.Questions;

namespace Mlj.Agent.Tests.Phrases;

public sealed class PersonTests
{
    private static readonly TableOutline Judged = TableOutline.OfHeadings(["Full Name", "Email", "Test 1 Score", "Test 2 Score", "Final Average", "Status"]);

    [Theory]
    [InlineData("what is Jonas Ekström's average?", "Jonas Ekström", "Final Average")]
    [InlineData("what is jonas ekstrom's average", "jonas ekstrom", "Final Average")]
    [InlineData("What is the average of Quux?", "Quux", "Final Average")]
    [InlineData("what is the average of quux", "quux", "Final Average")]
    [InlineData("what did Jonas Ekström get in test 2?", "Jonas Ekström", "Test 2 Score")]
    [InlineData("what's Adebola's score in test 1", "Adebola", "Test 1 Score")]
    [InlineData("what are Ada Lovett's scores?", "Ada Lovett", null)]
    [InlineData("What is Mary-Ann O'Neil's final average?", "Mary-Ann O'Neil", "Final Average")]
    [InlineData("Jonas Ekström's average?", "Jonas Ekström", "Final Average")]
    [InlineData("what is Jonas's email?", "Jonas", "Email")]
    [InlineData("did Adebola Fenwick pass?", "Adebola Fenwick", "Status")]
    [InlineData("did Jonas pass test 2", "Jonas", "Test 2 Score")]
    [InlineData("is Ada Okoro passing?", "Ada Okoro", "Status")]
    [InlineData("has Chidi Eze passed", "Chidi Eze", "Status")]
    [InlineData("did ada lovett pass?", "ada lovett", "Status")]
    [InlineData("how did Jonas do in test 1", "Jonas", "Test 1 Score")]
    public void Answer_AboutAPerson_AsksTheTableForThatPerson(string words, string person, string? column)
    {
        var question = Assert.IsType<PlannerAnswer.Ask>(Speak.Of(words, Judged)).Question;
        Assert.Equal((QuestionSubject.Value, person, column), (question.Subject, question.Person, question.Column));
    }

    [Fact]
    public void Answer_AboutAPersonAfterAQuestionBack_IsNoAnswerToIt()
    {
        var said = Conversation.Empty.With("who failed test 2", Speak.Of("who failed test 2", Judged));
        Assert.Equal("Adebola Fenwick", Assert.IsType<PlannerAnswer.Ask>(Speak.Of("did Adebola Fenwick pass?", Judged, said)).Question.Person);
    }

    [Theory]
    [InlineData("what is the average of test 2?")]
    [InlineData("what is the average?")]
    [InlineData("what is the average of the class?")]
    [InlineData("What Is The Average Of Test 2?")]
    [InlineData("who has the highest score in test 1?")]
    [InlineData("how many people are there?")]
    public void Answer_AboutEverybody_IsAboutNobodyInParticular(string words) =>
        Assert.Null(Assert.IsType<PlannerAnswer.Ask>(Speak.Of(words, Judged)).Question.Person);

    [Theory]
    [InlineData("who is better, Ada Lovett or Jonas Ekström?")]
    [InlineData("who did better than Jonas Ekström?")]
    [InlineData("what is Jonas's rank?")]
    [InlineData("what is the average of the lefties")]
    public void Answer_AboutMoreThanOnePersonOrWhatIsNotThere_Asks(string words) => Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words, Judged));

    [Theory]
    [InlineData("Ada Lovett should have 60")]
    [InlineData("did Ada get 60? make it 60")]
    [InlineData("make Ada pass")]
    [InlineData("is it possible to give Ada 60?")]
    [InlineData("did Adebola pass? let him pass")]
    public void Answer_ToAWishForOnePerson_IsRefused(string words) => Assert.IsType<PlannerAnswer.Refuse>(Speak.Of(words, Judged));
}
