using Mlj.Recognition;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Recognition;

/// <summary>Maxima that stand elsewhere than in the score's heading and cells: in titles, in the file's name, in rows and columns beside.</summary>
public class MaximumTests
{
    [Theory]
    [InlineData("Total: 40 marks")]
    [InlineData("Maximum marks: 40")]
    [InlineData("Max Score: 40")]
    [InlineData("Total Marks - 40")]
    [InlineData("Physics Test (40 marks)")]
    [InlineData("Physics Test - 40 points")]
    [InlineData("Out of 40")]
    [InlineData("Physics Test 2 out of 40")]
    [InlineData("Marks: 40")]
    [InlineData("Full marks: 40")]
    [InlineData("Total: 40 marks      Date: 12th January      Teacher: Mr. Stone")]
    [InlineData("20 questions, 40 points, 60 minutes")]
    [InlineData("Maximum marks: 40, pass marks: 16")]
    [InlineData("Section A (15 marks), Section B (25 marks), total 40 marks")]
    [InlineData("Contrôle sur 40")]
    [InlineData("Höchstpunktzahl: 40")]
    [InlineData("Максимальный балл: 40")]
    [InlineData("पूर्णांक: 40")]
    [InlineData("满分40")]
    public void InATitle_IsTakenAndIsNoTestNumber(string title)
    {
        var answers = WithTitle(title);
        Assert.Equal((40, "from the title", false), (answers.Test.Maximum, answers.Test.MaximumWhy, answers.Test.IsMaximumAssumed));
        Assert.NotEqual(40, TestNumbers.Assign([answers], [RecognitionOptions.None])[0].Test.Number);
    }

    [Theory]
    [InlineData("Total: 40")]
    [InlineData("Total students: 40")]
    [InlineData("Pass mark: 40 points")]
    [InlineData("Average (40 marks)")]
    [InlineData("Each question: 40 marks")]
    [InlineData("Section A (40 marks)")]
    [InlineData("Present: 38 out of 40")]
    [InlineData("Class of 40")]
    [InlineData("Test 3 of 40")]
    [InlineData("Time: 40 minutes")]
    [InlineData("Unit pt 40")]
    [InlineData("Test A (40 marks), Test B (50 marks)")]
    [InlineData("Physics (20 marks)")]
    public void InATitle_ThatSaysSomethingElse_IsNone(string title) => Assert.True(WithTitle(title).Test.IsMaximumAssumed);

    [Fact]
    public void InTheCellBesideItsLabel_IsTaken() =>
        Assert.Equal((40, "from the title"), Workbook.Of(["Date", "2 March"], ["Maximum marks", 40], [], ["Name", "Score"], ["Ann Bell", 34], ["Bob Cole", 18]).Answers().Test is var test ? (test.Maximum, test.MaximumWhy) : default);

    [Theory]
    [InlineData("Biology Test 7 (25 marks).xlsx", 7)]
    [InlineData("Biology Test 7 out of 25.xlsx", 7)]
    [InlineData("Biology_Test_7_[25 points].xlsx", 7)]
    [InlineData("Biology (25 marks).xlsx", 1)]
    public void InTheFilesName_IsTakenWithANote(string name, int number)
    {
        var answers = OfFile(name);

        Assert.Equal((25, "from the file's name", false), (answers.Test.Maximum, answers.Test.MaximumWhy, answers.Test.IsMaximumAssumed));
        var note = Assert.Single(answers.Notes);
        Assert.Equal(("maximum_from_name", NoteLevel.Review), (note.Code, note.Level));
        Assert.Contains("25", note.Message, StringComparison.Ordinal);
        Assert.Equal(number, TestNumbers.Assign([answers], [RecognitionOptions.None])[0].Test.Number);
    }

    [Theory]
    [InlineData("Test 7 -25.xlsx")]
    [InlineData("Test 7 (25).xlsx")]
    [InlineData("Test 7 of 25.xlsx")]
    [InlineData("Test 7 (15 marks).xlsx")]
    [InlineData("Test 3 marks.xlsx")]
    public void InTheFilesName_WithoutWordsOrBelowAScore_IsNone(string name) => Assert.True(OfFile(name).Test.IsMaximumAssumed);

    [Fact]
    public void InTheFilesName_IsWeakerThanATitle() =>
        Assert.Equal(30, Workbook.Of(["Maximum marks: 30"], ["Name", "Score"], ["Ann Bell", 20], ["Bob Cole", 11]).Answers(name: "Test 7 (25 marks).xlsx").Test.Maximum);

    [Theory]
    [InlineData("Maximum marks")]
    [InlineData("Max. score")]
    [InlineData("Out of")]
    [InlineData("Full marks")]
    [InlineData("Note maximale")]
    [InlineData("Nota máxima")]
    public void OfARowAboveThePeople_IsTaken(string label)
    {
        var answers = Workbook.Of(["Name", "Email", "Q1", "Total"], [label, null, 10, 30], ["Ann Bell", "ann@example.org", 4, 24], ["Bob Cole", "bob@example.org", 9, 30]).Answers();
        Assert.Equal(["24/30", "30/30"], answers.Scores());
        Assert.False(answers.Test.IsMaximumAssumed);
    }

    [Theory]
    [InlineData("Maximum possible", 24, 30, false)]
    [InlineData("Out of", 24, 30, false)]
    [InlineData("Maximum marks", 24, 30, false)]
    [InlineData("Maximum marks", 30, 30, true)]
    [InlineData("Maximum marks", 35, 100, true)]
    public void OfARowBelowThePeople_IsTakenUnlessItMayBeTheBestScore(string label, int highest, int maximum, bool isAssumed)
    {
        var test = Workbook.Of(["Name", "Email", "Total"], ["Ann Bell", "ann@example.org", highest], ["Bob Cole", "bob@example.org", 9], [label, null, 30]).Answers().Test;
        Assert.Equal((maximum, isAssumed), (test.Maximum, test.IsMaximumAssumed));
    }

    [Fact]
    public void OfARowBesideTheMinimum_IsTheBestScoreAndNoMaximum()
    {
        var answers = Workbook.Of(["Name", "Score"], ["Maximum", 38], ["Minimum", 9], ["Ann Bell", 38], ["Bob Cole", 9]).Answers();
        Assert.Equal(["38/100", "9/100"], answers.Scores());
        Assert.Equal(["38/40", "9/40"], Workbook.Of(["Name", "Score (40)"], ["Ann Bell", 38], ["Bob Cole", 9], ["Maximum score", 38], ["Minimum score", 9]).Answers().Scores());
    }

    [Fact]
    public void OfAFirstRowThatNamesNobody_IsAssumedAloud()
    {
        var answers = Workbook.Of(["Name", "Email", "Total"], [null, null, 30], ["Ann Bell", "ann@example.org", 24], ["Bob Cole", "bob@example.org", 9]).Answers();

        Assert.Equal((30, true), (answers.Test.Maximum, answers.Test.IsMaximumAssumed));
        Assert.Contains(answers.Notes, note => note is { Code: "maximum_unknown", Level: NoteLevel.Question });
    }

    [Theory]
    [InlineData("प्राप्तांक", "पूर्णांक")]
    [InlineData("Nota", "Valor da prova")]
    [InlineData("Nota", "Nota máxima")]
    [InlineData("Points", "Barème")]
    [InlineData("Баллы", "Макс. балл")]
    [InlineData("总分", "满分")]
    [InlineData("الدرجة", "الدرجة العظمى")]
    [InlineData("Alama", "Alama za juu")]
    [InlineData("Puan", "Tam puan")]
    [InlineData("Punkty", "Maks.")]
    public void OfAColumnInOtherLanguages_IsTaken(string score, string maximum) =>
        Assert.Equal(["5/10", "7/12"], Workbook.Of(["Email", score, maximum], ["ann@example.org", 5, 10], ["bob@example.org", 7, 12]).Answers().Scores());

    private static TestResponses WithTitle(string title) => Workbook.Of([title], [], ["Name", "Score"], ["Ann Bell", 34], ["Bob Cole", 18]).Answers(name: "results.xlsx");

    private static TestResponses OfFile(string name) => Workbook.Of(["Name", "Score"], ["Ann Bell", 20], ["Bob Cole", 11]).Answers(name: name);

    [Fact]
    public void InSeveralColumns_IsTheOneThatThePercentagesProve()
    {
        var answers = Workbook.Of(["Name", "Score", "Total", "Points", "Points total", "Percentage"],
            ["Ann Bell", 7, 10, 14, 20, 70], ["Bob Cole", 10, 10, 20, 20, 100], ["Cy Dunn", 2, 10, 4, 20, 20]).Answers();

        Assert.Equal(["7/10", "10/10", "2/10"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Theory]
    [InlineData("Total points possible")]
    [InlineData("Questions")]
    [InlineData("Spalte 4")]
    public void InAColumn_OfAnyName_IsProvenByPercentages(string heading) =>
        Assert.Equal(["9/12", "12/12", "3/12"], Workbook.Of(["Email", "Points earned", heading, "Score (%)"],
            ["ann@example.org", 9, 12, 75], ["bob@example.org", 12, 12, 100], ["cy@example.org", 3, 12, 25]).Answers().Scores());

    [Fact]
    public void InAColumn_ThatIsOfSomethingElse_IsNone() =>
        Assert.Equal(["70/100", "40/100", "20/100"], Workbook.Of(["Email", "Score", "Age", "Percent"],
            ["ann@example.org", 7, 14, "70%"], ["bob@example.org", 4, 15, "40%"], ["cy@example.org", 2, 14, "20%"]).Answers().Scores());

    [Theory]
    [InlineData(60, "45/60", "60/60", "33/60")]
    [InlineData(100, "75/100", "100/100", "55/100")]
    public void InATitle_IsTakenBesidePercentagesThatProveIt(int title, params string[] scores) =>
        Assert.Equal(scores, Workbook.Of(["Total points:", title], ["Name", "Score", "% Score"], ["Ann Bell", 45, 75], ["Bob Cole", 60, 100], ["Cy Dunn", 33, 55]).Answers().Scores());

    [Theory]
    [InlineData("Total points possible")]
    [InlineData("Max. total marks")]
    [InlineData("Maximal erreichbare Punktezahl")]
    [InlineData("Points possible")]
    public void InAColumn_OfWordsForIt_IsTaken(string heading) =>
        Assert.Equal(["9/12", "6/12"], Workbook.Of(["Email", "Points", heading], ["ann@example.org", 9, 12], ["bob@example.org", 6, 12]).Answers().Scores());
}
