using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

public class HeadingsInTwoRowsTests
{
    [Fact]
    public void Parts_BelowAHeadingOfAll_AreReadWithTheirTotal()
    {
        var answers = Workbook.Of(["Roll", "Name of the Student", "Marks obtained", null, null, "Remarks"], [null, null, "Part A (10)", "Part B (20)", "Total (30)", null],
            [41, "Ann Bell", 8, 15, 23, "Pass"], [42, "Bob Cole", "AB", "AB", "AB", "Absent"], [43, "Cy Dunn", 2, 3, 5, "Fail"]).Answers();

        Assert.Equal(["23/30", "-", "5/30"], answers.Scores());
        Assert.Equal((2, 3), (answers.Test.HeaderRow, answers.Test.Rows));
    }

    [Fact]
    public void Score_AboveTheRowOfTheNames_IsReadWithItsMaximum()
    {
        var answers = Workbook.Of(["Maths Test 5"], ["Student", null, "Contact", "Teacher", "Score (24)"], ["First name", "Last name", "E-mail", null, null],
            ["Ann", "Bell", "ann@example.org", "Mr Stone", 18], ["Bob", "Cole", "bob@example.org", "Ms Ford", 24]).Answers();

        Assert.Equal(["18/24", "24/24"], answers.Scores());
        Assert.Equal("Ann Bell", answers.Responses[0].Name);
        Assert.Equal("Maths Test 5", answers.Test.Title);
    }

    [Fact]
    public void Score_BelowAGroup_IsReadWithTheMaximumBesideIt() =>
        Assert.Equal(["15/20", "20/20"], Workbook.Of(["Name", "Email", "Theory", null, null], [null, null, "Score", "Max score", "Comment"],
            ["Ann Bell", "ann@example.org", 15, 20, "good"], ["Bob Cole", "bob@example.org", 20, 20, null]).Answers().Scores());

    [Fact]
    public void TitleOfTwoCells_IsNoHeading()
    {
        var answers = Workbook.Of(["Teacher: Ms Ford", "Group B"], ["Name", "Score (10)"], ["Ann Bell", 7], ["Bob Cole", 9]).Answers();

        Assert.Equal(["7/10", "9/10"], answers.Scores());
        Assert.Equal("Teacher: Ms Ford", answers.Test.Title);
    }

    [Fact]
    public void FirstRow_OfSomebodyWithoutAScore_IsTheirs() =>
        Assert.Equal(["-", "9/10"], Workbook.Of(["Name", "Score (10)", "Comment"], ["Ann Bell", "absent", "total score to follow"], ["Bob Cole", 9, null]).Answers().Scores());

    [Fact]
    public void Row_OfAnswersToChooseFrom_IsNoHeading()
    {
        var answers = Workbook.Of(["Email", "Score (10)", "Colours", null, null], [null, null, "Red", "Green", "Blue"], ["ann@example.org", 7, "Red", null, null]).Answers();

        Assert.Equal(["7/10"], answers.Scores());
        Assert.Equal(1, answers.Test.HeaderRow);
    }

    [Fact]
    public void HeaderRow_ThatTheCallerGives_StaysAlone() =>
        Assert.Equal(2, Workbook.Of(["Name", "Marks", null], [null, "Part A", "Total"], ["Ann Bell", 7, 9]).Layout(new() { HeaderRow = 2 }).HeaderRow);
}
