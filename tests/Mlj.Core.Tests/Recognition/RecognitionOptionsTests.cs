using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

public class RecognitionOptionsTests
{
    private static WorkbookBuilder Book => Workbook.Of(
        ["Email", "Other mail", "Full name", "Nick", "Family", "Score", "Second try", "Phone", "Landline", "Timestamp", "Printed"],
        ["ann@example.org", "ann@example.com", "Ann Bell", "Annie", "Bella", 5, "7", "080", "01", "2026-02-19", "2026-02-20"],
        ["bob@example.org", "bob@example.com", "Bob Cole", "Bobby", "Colins", 6, "8", "081", "02", "2026-02-19", "2026-02-20"]);

    [Fact]
    public void Choices_WithoutOptions_AreTheUsualOnes() =>
        Assert.Equal("A Email, C Name, F Score, H Phone, J Submitted", Book.Layout().Roles());

    [Fact]
    public void Choices_OfTheCaller_WinOverEveryOther()
    {
        var layout = Book.Layout(new()
        {
            EmailColumn = "Other mail",
            NameColumn = "NICK",
            ScoreColumn = "second-try",
            PhoneColumn = "i",
            SubmittedColumn = " Printed ",
            Maximum = 10,
        });

        Assert.Equal("B Email, D Name, G Score, I Phone, K Submitted", layout.Roles());
        Assert.Equal(10, layout.Maximum);
        Assert.All(layout.Columns.Where(column => column.Role != SourceColumnRole.None), column => Assert.StartsWith("chosen by you", column.Why, StringComparison.Ordinal));
        Assert.Empty(layout.Notes);
    }

    [Fact]
    public void Choices_OfTwoNameColumns_WinOverAWholeName()
    {
        var answers = Book.Answers(new() { FirstNameColumn = "Nick", LastNameColumn = "Family" });
        Assert.Equal(["Annie Bella", "Bobby Colins"], answers.Responses.Select(response => response.Name));
    }

    [Fact]
    public void Maximum_OfTheCaller_WinsOverTheHeadings()
    {
        var answers = Workbook.Of(["Email", "Score (10)"], ["ann@example.org", 12]).Answers(new() { Maximum = 20 });

        Assert.Equal(["12/20"], answers.Scores());
        Assert.Equal(("given by you", false), (answers.Test.MaximumWhy, answers.Test.IsMaximumAssumed));
    }

    [Fact]
    public void ScoreColumn_OfPercentages_IsReadAsSuch()
    {
        var answers = Workbook.Of(["Email", "Total marks (24)", "Percentage"], ["ann@example.org", 14, 0.58], ["bob@example.org", 12, 0.5]).Answers(new() { ScoreColumn = "percentage" });

        Assert.Equal(["58/100", "50/100"], answers.Scores());
        Assert.Equal("A Email, C Percentage", Recognised.Roles(answers.Test.Columns));
    }

    [Fact]
    public void HeaderRow_OfTheCaller_WinsOverTheBest()
    {
        var layout = Workbook.Of(["Email", "Name", "Score", "Timestamp"], ["Mail", "Name", "Marks"], ["ann@example.org", "Ann Bell", 5]).Layout(new() { HeaderRow = 2 });

        Assert.Equal(2, layout.HeaderRow);
        Assert.Equal(["Mail", "Name", "Marks"], layout.Columns.Select(column => column.Heading));
    }

    [Fact]
    public void Column_ThatIsNotThere_IsRefusedWithTheColumnsThatAre()
    {
        var problem = Assert.Throws<SourceException>(() => Workbook.Of(["Email", "Score"], ["ann@example.org", 5]).Layout(new() { ScoreColumn = "Total" })).Problem;

        Assert.Equal("no_column", problem.Code);
        Assert.Equal("There is no column 'Total'.", problem.What);
        Assert.Equal("The columns are: Email, Score.", problem.Remedy);
        Assert.Equal(("Test 1.xlsx", "Sheet1"), (problem.Where.File, problem.Where.Sheet));
    }

    [Fact]
    public void Column_OfTheSecondSheetAlone_IsFoundThere()
    {
        var layout = Workbook.Sheet("Summary").Row("Email", "Name", "Score").Row("ann@example.org", "Ann Bell", 5).Sheet("Answers").Row("Email", "Second try").Row("ann@example.org", 7)
            .Layout(new() { ScoreColumn = "Second try" });

        Assert.Equal(("Answers", "A Email, B Score"), (layout.Where.Sheet, layout.Roles()));
    }

    [Fact]
    public void Column_OfNoSheet_IsRefusedWithTheColumnsOfTheFirstThatHasAny()
    {
        var problem = Assert.Throws<SourceException>(() => Workbook.Sheet("Empty").Sheet("Answers").Row("Email", "Score").Row("ann@example.org", 7).Layout(new() { EmailColumn = "Mail of work" })).Problem;

        Assert.Equal(("no_column", "The columns are: Email, Score."), (problem.Code, problem.Remedy));
    }

    [Fact]
    public void Sheet_ThatIsNotThere_IsRefusedWithTheSheetsThatAre()
    {
        var problem = Assert.Throws<SourceException>(() => Workbook.Sheet("A").Row("Email").Sheet("B").Row("Email").Layout(new() { Sheet = "C" })).Problem;

        Assert.Equal(("no_sheet", "There is no sheet 'C'.", "The sheets are: A, B."), (problem.Code, problem.What, problem.Remedy));
    }

    [Fact]
    public void Or_OfOthers_FillsEveryGapAndNothingElse()
    {
        var whole = new RecognitionOptions
        {
            Sheet = "s",
            HeaderRow = 1,
            NameColumn = "n",
            FirstNameColumn = "f",
            LastNameColumn = "l",
            EmailColumn = "e",
            PhoneColumn = "p",
            SubmittedColumn = "t",
            ScoreColumn = "c",
            Maximum = 2,
            TestNumber = 3,
            DecimalMark = DecimalMark.Comma,
        };

        Assert.Equal(whole, RecognitionOptions.None.Or(whole));
        Assert.Equal(whole, whole.Or(whole with { Sheet = "x", Maximum = 9, TestNumber = 9 }));
        Assert.Equal(whole with { NameColumn = "mine" }, new RecognitionOptions { NameColumn = "mine" }.Or(whole));
        Assert.All(typeof(RecognitionOptions).GetProperties().Where(property => property.Name != nameof(RecognitionOptions.None)), property => Assert.NotNull(property.GetValue(whole)));
    }

    [Fact]
    public void Column_NamedForAllFiles_CountsWhereItIs()
    {
        var compilation = new ResultsCompiler(new() { Recognition = new() { ScoreColumn = "Second try" } }).Compile(
        [
            Workbook.Of(["Email", "Score", "Second try"], ["ann@example.org", "5/10", "7/10"]).ToFile("Test 1.xlsx"),
            Workbook.Of(["Email", "Score"], ["ann@example.org", "5/10"]).ToFile("Test 2.xlsx"),
        ]);

        var ann = Assert.Single(compilation.Participants);
        Assert.Equal((70, 50), (ann.PercentageOf(1), ann.PercentageOf(2)));
        Assert.Equal("Test 2.xlsx", Assert.Single(compilation.Notes, note => note.Code == "no_column").Place!.Value.File);
    }
}
