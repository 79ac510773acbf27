using Mlj.Pipeline;
using Mlj.Questions;
using Mlj.Tables;

namespace Mlj.Tests.Questions;

public sealed class TableQuestionTests
{
    private static readonly Table Class = new(
        new Column.Texts("Name", ["Ada", "Ben", "Cleo", "Dan"]) { Role = ColumnRole.Name },
        new Column.Numbers("Score", [80, 40, null, 80]));

    [Theory]
    [InlineData(QuestionSubject.Mean, "66.666666666666666666666666667", "The average of 'Score' is 66.67 (3 numbers; 1 missing, left out).", "")]
    [InlineData(QuestionSubject.Median, "80", "The median of 'Score' is 80 (3 numbers; 1 missing, left out).", "")]
    [InlineData(QuestionSubject.Sum, "200", "The total of 'Score' is 200 (3 numbers; 1 missing, left out).", "")]
    [InlineData(QuestionSubject.Highest, "80", "The highest 'Score' is 80 (3 numbers; 1 missing, left out): Ada, Dan.", "0 3")]
    [InlineData(QuestionSubject.Lowest, "40", "The lowest 'Score' is 40 (3 numbers; 1 missing, left out): Ben.", "1")]
    public void Answer_AboutAColumn_TellsTheFigureAndWhose(QuestionSubject subject, string number, string sentence, string rows)
    {
        var answer = new TableQuestion(subject, "Score").Answer(Class, BuiltInActions.Catalog);
        Assert.Equal((decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), sentence, rows), (answer.Number, answer.Sentence, string.Join(' ', answer.Rows)));
    }

    [Theory]
    [InlineData(QuestionSubject.Count, 50, "2 of 4.", 2)]
    [InlineData(QuestionSubject.List, 50, "2 rows: Ada, Dan.", 2)]
    [InlineData(QuestionSubject.Count, 90, "Nobody.", 0)]
    [InlineData(QuestionSubject.List, 90, "Nobody.", 0)]
    public void Answer_AboutSomeRows_CountsOrNamesThem(QuestionSubject subject, int above, string sentence, int count)
    {
        var answer = new TableQuestion(subject) { Rows = Above(above) }.Answer(Class, BuiltInActions.Catalog);
        Assert.Equal((sentence, (decimal?)count, count), (answer.Sentence, answer.Number, answer.Rows.Count));
        Assert.Equal(4, Class.RowCount);
    }

    [Theory]
    [InlineData(50, "50 % (2 of 4 rows).", 50)]
    [InlineData(90, "0 % (0 of 4 rows).", 0)]
    [InlineData(30, "75 % (3 of 4 rows).", 75)]
    public void Answer_AboutAShare_IsAPercentageOfAllRows(int above, string sentence, int number)
    {
        var answer = new TableQuestion(QuestionSubject.Share) { Rows = Above(above) }.Answer(Class, BuiltInActions.Catalog);
        Assert.Equal((sentence, (decimal?)number), (answer.Sentence, answer.Number));
    }

    [Fact]
    public void Answer_AboutAShareOfNoRows_HasNoNumber()
    {
        var answer = new TableQuestion(QuestionSubject.Share).Answer(new Table(new Column.Numbers("Score", [])), BuiltInActions.Catalog);
        Assert.Equal(("The table has no rows, so there is no percentage of them.", null), (answer.Sentence, answer.Number));
    }

    [Fact]
    public void Answer_AboutAShareThatIsNearlyAll_IsNotShownAsAll()
    {
        var many = new Table(new Column.Numbers("Score", [.. Enumerable.Range(0, 30_000).Select(row => (decimal?)(row == 0 ? 10 : 80))]));
        Assert.Equal("99.99 % (29999 of 30000 rows).", new TableQuestion(QuestionSubject.Share) { Rows = Above(50) }.Answer(many, BuiltInActions.Catalog).Sentence);
    }

    [Theory]
    [InlineData("Ada", "Score", "Ada: Score 80.", "80")]
    [InlineData("ADA", null, "Ada: Score 80.", "80")]
    [InlineData("Cleo", "Score", "Cleo: Score (nothing).", null)]
    [InlineData("Quux", "Score", "Nobody named 'Quux' is in the table, and no column is called so.", null)]
    [InlineData("Dan Ada", "Score", "Nobody named 'Dan Ada' is in the table, and no column is called so.", null)]
    [InlineData("?", "Score", "Nobody named '?' is in the table, and no column is called so.", null)]
    public void Answer_AboutAPerson_IsThatPersonsAndNobodyElses(string person, string? column, string sentence, string? number)
    {
        var answer = new TableQuestion(QuestionSubject.Value, column) { Person = person }.Answer(Class, BuiltInActions.Catalog);
        Assert.Equal((sentence, number), (answer.Sentence, answer.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Answer_AboutAPerson_FindsNamesInAnyOrderAddressesAndAllOfOneName()
    {
        var people = new Table(
            new Column.Texts("Name", ["Jonas Ekström", "Ada Lovett", "Ada Okoro"]) { Role = ColumnRole.Name },
            new Column.Texts("Email", ["jonas@example.org", "ada@example.org", null]) { Role = ColumnRole.Email },
            new Column.Texts("Status", ["PASS", "FAIL", "PASS"]) { Role = ColumnRole.Status });
        Assert.Equal("Jonas Ekström: Status PASS.", Of("ekstrom jonas"));
        Assert.Equal("Ada Lovett: Status FAIL.", Of("ada@example.org"));
        Assert.Equal("Ada Lovett: Status FAIL; Ada Okoro: Status PASS.", Of("Ada"));

        string Of(string person) => new TableQuestion(QuestionSubject.Value, "Status") { Person = person }.Answer(people, BuiltInActions.Catalog).Sentence;
    }

    [Fact]
    public void Answer_WhereNothingFits_SaysSo()
    {
        Assert.Equal((null, "Nobody has a number in 'Score', so there is no average."), Told(new TableQuestion(QuestionSubject.Mean, "Score") { Rows = Above(90) }));
        Assert.Contains("There is no column 'Scor'.", new TableQuestion(QuestionSubject.Mean, "Scor").Answer(Class, BuiltInActions.Catalog).Sentence, StringComparison.Ordinal);
        Assert.Equal((null, "The column 'Name' holds text, so it has no average."), Told(new TableQuestion(QuestionSubject.Mean, "Name")));

        static (decimal?, string) Told(TableQuestion question) => question.Answer(Class, BuiltInActions.Catalog) is var answer ? (answer.Number, answer.Sentence) : default;
    }

    private static Plan Above(int number)
    {
        var json = $$$"""{"steps":[{"action":"filter_data","params":{"column":"Score","operator":"greater","value":{{{number}}} } }]}""";
        Assert.True(PlanJson.TryRead(json, BuiltInActions.Catalog, out var plan, out _));
        return plan;
    }
}
