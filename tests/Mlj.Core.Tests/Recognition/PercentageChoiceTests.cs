using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

/// <summary>Which percentage is the score's, and which is that of something else.</summary>
public class PercentageChoiceTests
{
    [Theory]
    [InlineData("Time used %")]
    [InlineData("Progress %")]
    [InlineData("Attendance (%)")]
    [InlineData("Percentage complete")]
    [InlineData("Participation percentage")]
    [InlineData("Attendance score %")]
    [InlineData("What percentage of the body is water?")]
    [InlineData("What percentage of your body is water")]
    [InlineData("Anwesenheit %")]
    public void Percentage_OfSomethingElse_IsNoScore(string heading)
    {
        var answers = Workbook.Of(["Email", "Points", "Out of", heading], ["ann@example.org", 16, 20, "55%"], ["bob@example.org", null, 20, "95%"], ["cy@example.org", 20, 20, "70%"]).Answers();

        Assert.Equal(["16/20", "-", "20/20"], answers.Scores());
        Assert.Equal(["missing_score"], answers.Codes());
    }

    [Fact]
    public void Percentage_ThatContradictsThePoints_IsANoteAndNoScore()
    {
        var answers = Workbook.Of(["Email", "Total Score", "Out of", "Accuracy (%)"],
            ["ann@example.org", 252, 300, 89], ["bob@example.org", null, 300, 70], ["cy@example.org", 30, 300, 40]).Answers();

        Assert.Equal(["252/300", "-", "30/300"], answers.Scores());
        Assert.Equal(["percentage_of_another", "missing_score"], answers.Codes());
        Assert.Contains("in 2 of 2 rows", answers.Notes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentage_ThatContradictsThePoints_GivesWayToOneThatDoesNot() =>
        Assert.Equal(["16/20", "45/100", "20/20"], Workbook.Of(["Email", "Points", "Out of", "Accuracy", "Result %"],
            ["ann@example.org", 16, 20, "60%", "80%"], ["bob@example.org", null, 20, "90%", "45%"], ["cy@example.org", 20, 20, "70%", "100%"]).Answers().Scores());

    [Fact]
    public void Percentage_ThatIsCutOffInsteadOfRounded_IsTheScores() =>
        Assert.Equal(["2/3", "2/3", "66/100"], Workbook.Of(["Email", "Score /3", "Percentage"],
            ["ann@example.org", 2, "66%"], ["bob@example.org", 2, "66%"], ["cy@example.org", null, "66%"]).Answers().Scores());

    [Fact]
    public void Percentage_OfPointsThatNobodySaysOfHowMany_IsTheScore()
    {
        var answers = Workbook.Of(["Email", "Score", "Percentage"], ["ann@example.org", 17, "85%"], ["bob@example.org", 9, "45%"], ["cy@example.org", 12, "60%"]).Answers();

        Assert.Equal(["85/100", "45/100", "60/100"], answers.Scores());
        Assert.Equal("Percentage", answers.Test.ScoreColumn!.Heading);
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Points_AloneWherePercentagesAreCounted_AreOutOfTheMaximumOfTheOthers()
    {
        var answers = Workbook.Of(["Email", "Score", "Percentage"], ["ann@example.org", 23, "96%"], ["bob@example.org", 11, "46%"], ["cy@example.org", 2, null], ["di@example.org", null, null]).Answers();

        Assert.Equal(["96/100", "46/100", "2/24", "-"], answers.Scores());
        Assert.Equal(["points_taken", "missing_score"], answers.Codes());
        Assert.Equal("There is no percentage; the points 2 were taken, out of 24 as the other rows have it.", answers.Notes.Single(note => note.Code == "points_taken").Message);
    }

    [Fact]
    public void Points_AloneThatNobodyCanTell_AreSetAside()
    {
        var answers = Workbook.Of(["Email", "Score", "Percentage"], ["ann@example.org", 17, "89%"], ["bob@example.org", 9, null], ["cy@example.org", 3, "40%"]).Answers();

        Assert.Equal(["89/100", "!'9' points have no percentage beside them, and the file does not say of how many they are", "40/100"], answers.Scores());
        Assert.Equal(["score_set_aside"], answers.Codes());
    }

    [Fact]
    public void Percentage_ThatDoesNotGoWithPointsOfUnknownMaximum_IsANote()
    {
        var answers = Workbook.Of(["Email", "Score", "Accuracy"], ["ann@example.org", 17, "89%"], ["bob@example.org", 9, "80%"], ["cy@example.org", 3, "40%"]).Answers();

        Assert.Equal(["89/100", "80/100", "40/100"], answers.Scores());
        Assert.Equal(["column_rivals"], answers.Codes());
    }

    [Fact]
    public void Percentage_OfAGame_IsTheScore()
    {
        var answers = Workbook.Of(["Email", "Score", "Accuracy"], ["ann@example.org", 8900, "89%"], ["bob@example.org", 4010, "80%"], ["cy@example.org", 3900, "40%"]).Answers();

        Assert.Equal(["89/100", "80/100", "40/100"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Percentage_UnderAHeadingThatDoesNotSay_IsNoScoreWherePointsSayOtherwise()
    {
        var answers = Workbook.Of(["Email", "Score", "Battery"], ["ann@example.org", 17, "85%"], ["bob@example.org", 9, "92%"], ["cy@example.org", 12, "13%"]).Answers();

        Assert.Equal(["17/100", "9/100", "12/100"], answers.Scores());
        Assert.Equal(["maximum_unknown"], answers.Codes());
    }

    [Theory]
    [InlineData("% Correct", "Time used %")]
    [InlineData("Correct (%)", "Progress %")]
    public void Percentage_Correct_IsTheScore(string correct, string other)
    {
        var rows = new object[][] { ["ann@example.org", "55%", "80%"], ["bob@example.org", "95%", "45%"] };

        Assert.Equal(["80/100", "45/100"], Workbook.Of(["Email", other, correct], rows[0], rows[1]).Answers().Scores());
    }
}
