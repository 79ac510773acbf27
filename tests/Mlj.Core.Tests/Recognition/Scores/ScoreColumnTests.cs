using Mlj.Recognition;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition.Scores;

public class ScoreColumnTests
{
    public static TheoryData<string, object, string> CellsOutOf24 => new()
    {
        { "a number", 14, "14/24" },
        { "a fraction of a double", 0.1 + 0.2, "0.3/24" },
        { "zero", 0, "0/24" },
        { "the maximum", 24, "24/24" },
        { "text", "14", "14/24" },
        { "text with the maximum", "14 / 24", "14/24" },
        { "text with another maximum", "7/12", "7/12" },
        { "words", "14 out of 24", "14/24" },
        { "a percent text", "58.3%", "58.3/100" },
        { "a percent-formatted number", 0.583.AsPercent(), "58.3/100" },
        { "a percent-formatted number as files hold it", 0.58299999999999996.AsPercent(), "58.3/100" },
        { "a percent-formatted whole", CellValue.BuiltIn(1, 9), "100/100" },
        { "a format with a maximum", 8.OutOf(10), "8/10" },
        { "a formula", CellValue.Formula("7*2", 14), "14/24" },
        { "a formula of text", CellValue.Formula("\"14\"", "14"), "14/24" },
        { "absent", "Absent", "-" },
        { "not available", "n/a", "-" },
        { "a dash", "-", "-" },
        { "spaces", "   ", "-" },
        { "above the maximum", 25, "!'25' is above the maximum of 24" },
        { "text above its own maximum", "13/12", "!'13/12' is above the maximum of 12" },
        { "above a hundred percent", "105%", "!'105%' is above the maximum of 100" },
        { "a percentage formatted twice", 58.3.AsPercent(), "!'5830%' is above the maximum of 100" },
        { "below zero", -1, "!'-1' is below 0" },
        { "text below zero", "-0.5", "!'-0.5' is below 0" },
        { "out of nothing", "3/0", "!'3/0' has no maximum above 0" },
        { "a letter", "B+", "!'B+' is no score" },
        { "true", true, "!'TRUE' is no score" },
        { "an error", CellValue.Error("#DIV/0!"), "!'#DIV/0!' is no score" },
        { "a number beyond all scores", 1e308, "!'1e+308' is no score" },
        { "a number beyond decimals of percent", CellValue.BuiltIn(5e27, 9), "!'5e+27' is no score" },
        { "a number beyond sums", 7e28, "!'7e+28' is no score" },
        { "text that is no number", "NaN", "!'NaN' is no score" },
        { "a date", new DateTime(2026, 10, 8), "!the cell holds a date (2026-10-08); perhaps a score such as 8/10 was turned into one" },
        { "a date in a built-in format", CellValue.BuiltIn(46303, 16), "!the cell holds a date (2026-10-08); perhaps a score such as 8/10 was turned into one" },
        { "an ISO date", CellValue.IsoDate("2026-10-08"), "!the cell holds a date (2026-10-08); perhaps a score such as 8/10 was turned into one" },
    };

    [Theory]
    [MemberData(nameof(CellsOutOf24))]
    public void Judge_OfACellUnderAHeadingWithMaximum_TakesItOrSaysWhyNot(string what, object cell, string judged)
    {
        Assert.NotEmpty(what);
        var answers = Workbook.Of(["Email", "Total Marks (24)"], ["ann@example.org", 3], ["bob@example.org", cell], ["cy@example.org", 5]).Answers();

        Assert.Equal(["3/24", judged, "5/24"], answers.Scores());
        Assert.Equal(24, answers.Test.Maximum);
        Assert.Equal(judged[0] switch { '!' => ["score_set_aside"], '-' => ["missing_score"], _ => [] }, answers.Codes());
    }

    [Fact]
    public void Judge_OfAFault_SaysInWhichCell()
    {
        var note = Assert.Single(Workbook.Of(["Email", "Score (24)"], ["ann@example.org", 3], [], ["bob@example.org", 25]).Answers().Notes);

        Assert.Equal("'Test 1.xlsx', sheet 'Sheet1', row 4, column B: '25' is above the maximum of 24. The row is kept, its score is set aside.", note.ToString());
    }

    [Fact]
    public void Merge_OfNumbersBeyondSums_SetsThemAside()
    {
        var compilation = new ResultsCompiler().Compile([Workbook.Of(["Email", "Score"], ["ann@example.org", 7e28], ["bob@example.org", 7e28], ["cy@example.org", "70000000000000000000000000000"]).ToFile()]);

        Assert.All(compilation.Participants, participant => Assert.Null(participant.PercentageOf(1)));
        Assert.Equal(3, compilation.Participants.Count);
    }

    [Theory]
    [InlineData("7,5", "10", "7.5/10", "10/10")]
    [InlineData("7.5", "10", "7.5/10", "10/10")]
    [InlineData("7,5", "6.5", "7.5/10", "6.5/10")]
    [InlineData("7,125", "6,5", "7.125/10", "6.5/10")]
    [InlineData("7,125", "6.5", "!'7,125' is above the maximum of 10", "6.5/10")]
    public void Mark_OfAColumn_IsDecidedByAllItsCells(string one, string other, string first, string second)
    {
        var answers = Workbook.Of(["Email", "Score /10"], ["ann@example.org", one], ["bob@example.org", other]).Answers();

        Assert.Equal([first, second], answers.Scores());
    }

    [Fact]
    public void Mark_OfAColumnWithBoth_IsANoteAndEachIsReadInItsOnlyWay()
    {
        var answers = Workbook.Of(["Email", "Score /2000"], ["ann@example.org", "7,5"], ["bob@example.org", "6.5"], ["cy@example.org", "8,25"]).Answers();

        Assert.Equal(["7.5/2000", "6.5/2000", "8.25/2000"], answers.Scores());
        Assert.Contains("mixed_decimal_marks", answers.Codes());
    }

    [Fact]
    public void Mark_OfAColumnWithBoth_DoesNotGuessACellThatAllowsBoth()
    {
        var answers = Workbook.Of(["Email", "Score /2000"], ["ann@example.org", "7,5"], ["bob@example.org", "6.5"], ["cy@example.org", "1,234"]).Answers();

        Assert.Equal(["7.5/2000", "6.5/2000", "!'1,234' can be read with a decimal point or a decimal comma"], answers.Scores());
    }

    [Fact]
    public void Mark_ThatNothingDecides_IsAQuestionAndNoGuess()
    {
        var answers = Workbook.Of(["Email", "Score /2000"], ["ann@example.org", "1,234"], ["bob@example.org", "12"]).Answers();

        Assert.Equal(["!'1,234' can be read with a decimal point or a decimal comma", "12/2000"], answers.Scores());
        var question = Assert.Single(answers.Notes, note => note.Code == "decimal_mark_unclear");
        Assert.Contains("'1,234' can mean 1234 or 1.234", question.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mark_ThatTheMaximumRulesOut_IsNotAsked()
    {
        var answers = Workbook.Of(["Email", "Score /10"], ["ann@example.org", "1,234"]).Answers();

        Assert.Equal(["1.234/10"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Theory]
    [InlineData(DecimalMark.Point, "1234/2000")]
    [InlineData(DecimalMark.Comma, "1.234/2000")]
    public void Mark_GivenByTheCaller_Wins(DecimalMark mark, string score) =>
        Assert.Equal([score], Workbook.Of(["Email", "Score /2000"], ["ann@example.org", "1,234"]).Answers(new() { DecimalMark = mark }).Scores());

    [Fact]
    public void Numbers_InACommaColumn_AreNotTouched() =>
        Assert.Equal(["7.5/10", "6.25/10"], Workbook.Of(["Email", "Score /10"], ["ann@example.org", "7,5"], ["bob@example.org", 6.25]).Answers().Scores());

    [Fact]
    public void Percentages_AllBetweenZeroAndOne_AreSharesAndAQuestion()
    {
        var answers = Workbook.Of(["Email", "Percentage"], ["ann@example.org", 0.85], ["bob@example.org", 1], ["cy@example.org", 0]).Answers();

        Assert.Equal(["85/100", "100/100", "0/100"], answers.Scores());
        Assert.Equal(["shares_or_percent"], answers.Codes());
    }

    [Fact]
    public void Percentages_AsTextBetweenZeroAndOne_AreSharesAndAQuestion()
    {
        var answers = Recognised.Csv("Email,Percentage", "ann@example.org,0.85", "bob@example.org,1", "cy@example.org,0");

        Assert.Equal(["85/100", "100/100", "0/100"], answers.Scores());
        Assert.Equal(["shares_or_percent"], answers.Codes());
    }

    [Fact]
    public void Percentages_WithASignBetweenZeroAndOne_MeanWhatTheySay()
    {
        var answers = Recognised.Csv("Email,Percentage", "ann@example.org,0.85%", "bob@example.org,1%");

        Assert.Equal(["0.85/100", "1/100"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Percentages_AsSharesOfThreeDigits_AreNoGroups() =>
        Assert.Equal(["58.3/100", "91.7/100"], Recognised.Csv("Email,Percentage", "ann@example.org,0.583", "bob@example.org,0.917").Scores());

    [Fact]
    public void Percentages_AsRoundedSharesBesidePoints_Agree()
    {
        var answers = Recognised.Csv("Email,Score /24,Percentage", "ann@example.org,14,0.58", "bob@example.org,24,1");

        Assert.Equal(["14/24", "24/24"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Percentages_OneAboveOne_AreNoShares()
    {
        var answers = Workbook.Of(["Email", "Percentage"], ["ann@example.org", 0.85], ["bob@example.org", 85]).Answers();

        Assert.Equal(["0.85/100", "85/100"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Percentages_AllOnes_AreOnePercent() =>
        Assert.Equal(["1/100", "0/100"], Workbook.Of(["Email", "Percentage"], ["ann@example.org", 1], ["bob@example.org", 0]).Answers().Scores());

    [Fact]
    public void Points_AllBetweenZeroAndOne_AreOfOneAndAQuestion()
    {
        var answers = Workbook.Of(["Email", "Score"], ["ann@example.org", 0.5], ["bob@example.org", 1]).Answers();

        Assert.Equal(["0.5/1", "1/1"], answers.Scores());
        Assert.Equal(["maximum_unknown"], answers.Codes());
        Assert.True(answers.Test.IsMaximumAssumed);
    }
}
