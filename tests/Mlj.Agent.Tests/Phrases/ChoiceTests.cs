using Mlj.Agent.Planning;

namespace Mlj.Agent.Tests.Phrases;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("drop the lowest and the highest scores")]
    [InlineData("remove the phone column")]
    [InlineData("remove the phone column and add a rank")]
    [InlineData("remove the lowest score column")]
    [InlineData("remove a column")]
    [InlineData("drop the two lowest students")]
    [InlineData("delete the nickname")]
    [InlineData("get rid of the mobile numbers")]
    [InlineData("drop the best two scores")]
    [InlineData("remove the highest score")]
    [InlineData("remove the worst column")]
    public void Choices_OfWhatRemovesNoColumnByName_RemoveNone(string words) =>
        Assert.All(Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words)).Choices, choice => Assert.DoesNotContain("remove_column", Speak.Told(Speak.Of(choice)), StringComparison.Ordinal));

    [Theory]
    [InlineData("remove the score column", "remove_column")]
    [InlineData("remove email and add a rank", "remove_column")]
    [InlineData("rank them", "add_rank")]
    [InlineData("keep those above 50", "filter_data")]
    [InlineData("sort the table", "sort_data")]
    public void Choices_OfWhatWasNamedOrAsked_DoThat(string words, string action)
    {
        var choices = Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words)).Choices;
        Assert.NotEmpty(choices);
        Assert.All(choices, choice => Assert.Contains(action, Speak.Told(Speak.Of(choice)), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("drop the two lowest scores", "2")]
    [InlineData("drop the two lowest tests", "2")]
    [InlineData("drop the lowest two tests", "2")]
    [InlineData("remove the 2 worst marks", "2")]
    [InlineData("leave out the two lowest scores for everyone", "2")]
    [InlineData("discard each student's two lowest scores", "2")]
    [InlineData("drop the three lowest scores", "3")]
    [InlineData("drop the lowest score", "1")]
    [InlineData("remove the worst two quizzes", "2")]
    [InlineData("take out everyone's two lowest marks", "2")]
    public void Answer_ToDroppingTheLowest_LeavesThemOutOfAMean(string words, string drop) => Assert.Equal($"drop_lowest {drop}", Speak.Only(Speak.Of(words), "drop"));

    [Theory]
    [InlineData("add letter grades A B C D F by \"Final Average\"", "Grade")]
    [InlineData("give grades A, B, C, D, E, F by final average", "Grade")]
    [InlineData("letter grades A B C D F for test 1", "Grade")]
    [InlineData("add letter grades in a column Letters by final average", "Letters")]
    [InlineData("add letter grades called Band by test 1", "Band")]
    public void Answer_ToLettersOfGrades_NamesNoColumnByThem(string words, string column) => Assert.Equal($"add_grades {column}", Speak.Only(Speak.Of(words), "grade_column"));

    [Theory]
    [InlineData("show me the top 5")]
    [InlineData("keep the top 5 by final average")]
    [InlineData("who are the top 5?")]
    [InlineData("list the 3 best students")]
    [InlineData("bottom 3 by test 1")]
    [InlineData("show the first 10 rows")]
    [InlineData("keep the best three")]
    [InlineData("top 10 students by test 2")]
    [InlineData("only the lowest 5")]
    [InlineData("show the 5 highest scores")]
    public void Answer_ToANumberOfRows_SaysThatItCannotAndOffersToSort(string words)
    {
        var asked = Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words));
        Assert.Contains("a fixed number of rows", asked.Message, StringComparison.Ordinal);
        Assert.NotEmpty(asked.Choices);
        Assert.All(asked.Choices, choice => Assert.StartsWith("sort_data", Speak.Only(Speak.Of(choice), "column"), StringComparison.Ordinal));
        var said = Conversation.Empty.With(words, asked);
        Assert.StartsWith("sort_data", Speak.Only(Speak.Of(asked.Choices[0][(asked.Choices[0].IndexOf('"', StringComparison.Ordinal) + 1)..asked.Choices[0].LastIndexOf('"')], said: said), "column"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sort by final average, highest first")]
    [InlineData("keep those above 50 in test 1")]
    [InlineData("keep those with at most 5 in test 1")]
    [InlineData("who has the highest score in test 1?")]
    [InlineData("keep those who took at least 2 tests")]
    public void Answer_ToConditionsAndOrders_IsNotTakenForANumberOfRows(string words) => Assert.IsNotType<PlannerAnswer.Clarify>(Speak.Of(words));

    [Theory]
    [InlineData("sort by average descending and add a rank", "sort_data add_rank")]
    [InlineData("sort by average and add a bonus", "sort_data calculate_bonus")]
    [InlineData("sort by test 1 and add a pass/fail", "sort_data add_pass_fail")]
    [InlineData("sort by final average and include the grades", "sort_data add_grades")]
    [InlineData("keep those above 50 in test 1 and add a rank", "filter_data add_rank")]
    [InlineData("sort by average and a rank", "sort_data add_rank")]
    [InlineData("remove email and add a rank by test 1", "remove_column add_rank")]
    [InlineData("grade test 1 and add a rank", "add_grades add_rank")]
    [InlineData("rank by test 2 and add a grade", "add_rank add_grades")]
    [InlineData("remove email and add a bonus on test 1", "remove_column calculate_bonus")]
    [InlineData("rank by final average, then show the ranks", "add_rank")]
    [InlineData("grade the final average and show the grades", "add_grades")]
    [InlineData("mark pass/fail on test 1 and show the status", "add_pass_fail")]
    [InlineData("sort by final average", "sort_data")]
    [InlineData("rank by final average and sort by it", "add_rank sort_data")]
    public void Answer_ToTwoWishes_DoesBoth(string words, string actions) =>
        Assert.Equal(actions, string.Join(' ', PlannerAnswerJson.Of(Speak.Of(words), BuiltInActions.Catalog)["actions"]!.AsArray().Select(step => (string?)step!["action"])));

    [Theory]
    [InlineData("remove email and add a rank")]
    [InlineData("remove email and add a total")]
    [InlineData("rename email to Contact and add a grade")]
    [InlineData("sort by final average, add a rank and a grade")]
    public void Answer_ToHalfOfWhatIsUnderstood_Asks(string words) => Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words));

    [Theory]
    [InlineData("round the final average to 1 decimal", "Round scores: 'Final Average', decimals 1, rule half away.")]
    [InlineData("drop the lowest test", "Drop lowest: all columns of scores, drop 1, rule best for student, missing leave out, result column 'Average Without Lowest'.")]
    [InlineData("fill missing test 2 scores with 0", "Fill missing: 'Test 2 Score', number 0.")]
    [InlineData("anonymise the table", "Redact: the columns recognised as names and addresses, mode pseudonymise, length 8, result column 'Code'.")]
    [InlineData("count the tests in a column called Sat", "Count tests: all columns of scores, result column 'Sat'.")]
    [InlineData("curve test 1 by 5 points flat", "Curve: 'Test 1 Score', method flat, points 5, result column 'Curved Score'.")]
    [InlineData("weighted average of test 1 and test 2 with weights 40 and 60", "Weighted average: weights 40, 60, 'Test 1 Score', 'Test 2 Score', missing leave out, result column 'Weighted Average'.")]
    public void Message_OfSteps_NamesTheirColumnsAndValues(string words, string message) => Assert.Equal(message, Speak.Of(words).Message);

    [Theory]
    [InlineData("curve test 1")]
    [InlineData("curve test 1 flat")]
    [InlineData("remove the phone column")]
    [InlineData("sort the table")]
    [InlineData("show me the top 5")]
    public void Message_OfAQuestionBack_IsNotCutWithinAWord(string words) =>
        Assert.DoesNotMatch(@"\w\.\.\.", Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words)).Message);

    [Fact]
    public void Choices_OfFewValues_AreThose()
    {
        var choices = Assert.IsType<PlannerAnswer.Clarify>(Speak.Of("curve test 1")).Choices;
        Assert.Equal(["curve linear_to_top", "curve square_root"], choices.Select(choice => Speak.Only(Speak.Of(choice), "method")));
    }
}
