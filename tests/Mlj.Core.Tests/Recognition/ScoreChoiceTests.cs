using Mlj.Recognition;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

/// <summary>Which of several columns of numbers is the score, and of how many it is.</summary>
public class ScoreChoiceTests
{
    [Theory]
    [InlineData("Marks", "Total")]
    [InlineData("Points", "Max points")]
    [InlineData("Score", "Out of")]
    [InlineData("Test 1", "Points possible")]
    public void Grade_OfASchoolYearBesidePoints_IsNoScore(string points, string maximum)
    {
        var answers = Workbook.Of(["Grade", "Name", "Email", points, maximum],
            [7, "Ann Bell", "ann@example.org", 19, 25], [7, "Bob Cole", "bob@example.org", 25, 25], [8, "Cy Dunn", "cy@example.org", 4, 25]).Answers();

        Assert.Equal(["19/25", "25/25", "4/25"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Grade_OfASchoolYearBesideFewPoints_IsNoScoreWhereAMaximumIsWritten() =>
        Assert.Equal(["5/10", "3/10"], Workbook.Of(["Grade", "Email", "Marks (10)"], [7, "ann@example.org", 5], [8, "bob@example.org", 3]).Answers().Scores());

    [Theory]
    [InlineData("Grade", 82, 64)]
    [InlineData("Grade (10)", 8, 7)]
    public void Grade_ThatIsNoSchoolYear_StaysTheScore(string heading, int first, int second)
    {
        var layout = Workbook.Of(["Email", heading, "Extra points"], ["ann@example.org", first, 14], ["bob@example.org", second, 15]).Layout();

        Assert.Equal(heading, layout.Column(SourceColumnRole.Score)!.Heading);
    }

    [Fact]
    public void Grade_AloneFromOneToThirteen_StaysTheScore() =>
        Assert.Equal("B Score", Workbook.Of(["Name", "Grade"], ["Ann Bell", 7], ["Bob Cole", 8]).Layout().Roles().Split(", ")[1]);

    [Theory]
    [InlineData("MCQ (30)", "Theory (20)", "Grand Total (50)")]
    [InlineData("Objective (30)", "Subjective (20)", "Overall (50)")]
    [InlineData("Sehemu A (30)", "Sehemu B (20)", "Zote pamoja (50)")]
    [InlineData("Section A score (30)", "Section B score (20)", "Both (50)")]
    public void Total_OfParts_IsTheScore(string first, string second, string total)
    {
        var answers = Workbook.Of(["Name", "Email", first, second, total, "Grade"],
            ["Ann Bell", "ann@example.org", 28, 17, 45, "A1"], ["Bob Cole", "bob@example.org", 15, 5, 20, "C2"], ["Cy Dunn", "cy@example.org", "AB", "AB", "AB", "AB"]).Answers();

        Assert.Equal(["45/50", "20/50", "-"], answers.Scores());
    }

    [Fact]
    public void Total_WhoseNumbersAreNotThoseOfTheParts_IsNotTakenUnasked() =>
        Assert.False(Workbook.Of(["Name", "Email", "Swali la 1 (5)", "Swali la 2 (5)", "Swali la 3 (10)"],
            ["Ann Bell", "ann@example.org", 4, 5, 2], ["Bob Cole", "bob@example.org", 3, 2, 10]).Layout().HasScore);

    [Fact]
    public void Total_OfSeveralTests_GivesWayToTheTestOfTheFile() =>
        Assert.Equal("Test 1 (20)", Workbook.Of(["Email", "Test 1 (20)", "Test 2 (30)", "Total (50)"], ["ann@example.org", 5, 6, 11], ["bob@example.org", 4, 7, 11]).Layout()
            .Column(SourceColumnRole.Score)!.Heading);

    [Theory]
    [InlineData("Grand Total")]
    [InlineData("Aggregate")]
    [InlineData("Overall marks")]
    [InlineData("Total general")]
    [InlineData("Genel Toplam")]
    [InlineData("总计")]
    public void Total_UnderItsWord_IsTheScoreBesideLetters(string heading) =>
        Assert.Equal(heading, Workbook.Of(["Name", "Email", "MCQ", heading, "Grade"], ["Ann Bell", "ann@example.org", 28, 45, "A"], ["Bob Cole", "bob@example.org", 15, 20, "C"],
            ["Cy Dunn", "cy@example.org", "AB", "AB", "AB"]).Layout().Column(SourceColumnRole.Score)!.Heading);

    [Theory]
    [InlineData("Grade", "Loops - Question 1 (Earned)", "Loops - Question 1 (Possible)")]
    [InlineData("Grade", "Quiz 3 points", "Quiz 3 max points")]
    [InlineData("Username", "Quiz 3", "Quiz 3 maximum")]
    public void Maximum_OfTheSameName_BelongsToItsPoints(string grade, string points, string maximum)
    {
        var answers = Workbook.Of(["Email", grade, points, maximum], ["ann@example.org", 0.75, 15, 20], ["bob@example.org", 1, 20, 20]).Answers();

        Assert.Equal(["15/20", "20/20"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Maximum_OfTheSameName_IsThatOfTheChosenTest() =>
        Assert.Equal(["6/10"], Workbook.Of(["Email", "Test 2 score", "Test 2 max", "Test 1 score", "Test 1 max"], ["ann@example.org", 15, 20, 6, 10]).Answers().Scores());

    [Theory]
    [InlineData("Attendance", "Max attendance")]
    [InlineData("Bonus points", "Max bonus points")]
    public void Maximum_OfSomethingElse_IsNotThatOfTheScore(string other, string maximum)
    {
        var answers = Workbook.Of(["Email", "Marks", "Total marks", other, maximum], ["ann@example.org", 15, 20, 1, 3], ["bob@example.org", 16, 20, 0, 3], ["cy@example.org", 17, 20, 2, 3]).Answers();

        Assert.Equal(["15/20", "16/20", "17/20"], answers.Scores());
    }

    [Fact]
    public void Maximum_OfOneQuestionOfSeveral_IsNotThatOfTheGrade()
    {
        var answers = Workbook.Of(["Email", "Grade", "Q1 (Earned)", "Q1 (Possible)", "Q2 (Earned)", "Q2 (Possible)"],
            ["ann@example.org", 0.75, 1, 2, 2, 2], ["bob@example.org", 1, 2, 2, 2, 2], ["cy@example.org", 0.5, 0, 2, 2, 2]).Answers();

        Assert.Equal(["0.75/1", "1/1", "0.5/1"], answers.Scores());
        Assert.Equal(["maximum_unknown"], answers.Codes());
        Assert.True(answers.Test.IsMaximumAssumed);
    }

    [Fact]
    public void Maximum_InTheHeadingsOfTheQuestionsPoints_IsTheirSum()
    {
        var answers = Recognised.Csv("name,id,attempt,90211: Define osmosis,15.0,90212: What is the maximum score?,5.0,n correct,n incorrect,score",
            "Ann Bell,1,1,x,15.0,y,0.0,1,1,15.0", "Bob Cole,2,1,x,7.5,y,5.0,1,1,12.5", "Cy Dunn,3,1,x,15.0,y,5.0,2,0,20.0");

        Assert.Equal(["15/20", "12.5/20", "20/20"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Maximum_InHeadingsWhosePointsDoNotAddUp_IsNotTaken() =>
        Assert.Equal(["1/2", "2/2"], Recognised.Csv("Email,1: Name a gas,5,n correct,n incorrect,score", "ann@example.org,x,2,1,1,9", "bob@example.org,y,5,2,0,11").Scores());

    [Theory]
    [InlineData("Punkte", "Note")]
    [InlineData("Erreichte Punkte", "Note")]
    [InlineData("Summe", "Note")]
    [InlineData("Behaalde punten", "Cijfer")]
    [InlineData("Punti", "Voto")]
    [InlineData("Punkty", "Ocena")]
    public void Grade_OfATeacherBesidePoints_IsNoScore(string points, string grade)
    {
        var layout = Workbook.Of(["Name", points, grade], ["Ann Bell", 18, 2], ["Bob Cole", 20, 1], ["Cy Dunn", 6, 5]).Layout();

        Assert.Equal(points, layout.Column(SourceColumnRole.Score)!.Heading);
    }

    [Theory]
    [InlineData("Punten vraag 1", "Cijfer")]
    [InlineData("Punkte Aufgabe 1", "Note")]
    public void Grade_OfATeacherBesideThePointsOfQuestions_StaysTheScore(string question, string grade)
    {
        var layout = Workbook.Of(["Name", question, grade], ["Ann Bell", 4, 9.1], ["Bob Cole", 5, 10], ["Cy Dunn", 1, 3.7]).Layout();

        Assert.Equal(grade, layout.Column(SourceColumnRole.Score)!.Heading);
    }

    [Theory]
    [InlineData("Part A", "Part B", "Total")]
    [InlineData("Aufg. 1", "Aufg. 2", "Gesamt")]
    [InlineData("Score", "Bonus", "Overall")]
    public void Total_OfTheColumnsBefore_IsTheScore(string one, string two, string total)
    {
        var answers = Workbook.Of(["Name", one, two, total, "Grade"], ["Ann Bell", 8, 9, 17, 5], ["Bob Cole", 10, 10, 20, 6], ["Cy Dunn", 3, 2.5, 5.5, 1]).Answers();

        Assert.Equal(total, answers.Test.ScoreColumn!.Heading);
    }

    [Fact]
    public void Total_OfSeveralTests_IsNotTheScoreOfOne() =>
        Assert.Equal("Test 1", Workbook.Of(["Name", "Test 1", "Test 2", "Total"], ["Ann Bell", 8, 9, 17], ["Bob Cole", 10, 10, 20], ["Cy Dunn", 3, 2, 5]).Answers().Test.ScoreColumn!.Heading);

    [Fact]
    public void Total_OfRightAndWrongAnswers_IsNoScore() =>
        Assert.Equal(["8/10", "9/9", "3/10"], Workbook.Of(["Email", "Correct", "Wrong", "Total"],
            ["ann@example.org", 8, 2, 10], ["bob@example.org", 9, 0, 9], ["cy@example.org", 3, 7, 10]).Answers().Scores());

    [Fact]
    public void CorrectAnswers_OutOfTheirNumber_AreTheScore() =>
        Assert.Equal(["17/20", "5/20"], Workbook.Of(["Email", "Correct Answers"], ["ann@example.org", "17/20"], ["bob@example.org", "5/20"]).Answers().Scores());
}
