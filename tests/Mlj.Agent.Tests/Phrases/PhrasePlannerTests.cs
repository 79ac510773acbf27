using System.Diagnostics;
using System.Text;
using Mlj.Agent.Phrases;
using Mlj.Agent.Planning;
using Mlj.Language;
using Mlj.Questions;
using Mlj.Testing;

namespace Mlj.Agent.Tests.Phrases;

public sealed class PhrasePlannerTests
{
    private static IReadOnlyList<LanguageCase> Cases { get; } =
        [.. ((string[])["heldout.jsonl", "second.jsonl", "third.jsonl", "disguises.jsonl", "training.jsonl", "fr.jsonl", "es.jsonl"]).SelectMany(file => LanguageCase.Read(Repository.PathOf("tests", "data", "language", file)))];

    [Theory]
    [InlineData("drop the lowest test", "drop_lowest", "drop", "1")]
    [InlineData("round the final average to 1 decimal", "round_scores", "decimals", "1")]
    [InlineData("curve test 1 by 5 points flat", "curve", "points", "5")]
    [InlineData("anonymise the table", "redact", "mode", "pseudonymise")]
    [InlineData("count the tests in a column called Sat", "count_tests", "result_column", "Sat")]
    [InlineData("fill missing test 2 scores with 0", "fill_missing", "number", "0")]
    public void Answer_ToAnActionByItsOwnWords_IsThatAction(string words, string action, string parameter, string value) =>
        Assert.Equal($"{action} {value}", Speak.Only(Speak.Of(words), parameter));

    [Theory]
    [InlineData("what is the average of test 2?", QuestionSubject.Mean, "Test 2 Score", 0)]
    [InlineData("how many people are there?", QuestionSubject.Count, null, 0)]
    [InlineData("how many took all tests?", QuestionSubject.Count, null, 1)]
    [InlineData("who has the highest score in test 1?", QuestionSubject.Highest, "Test 1 Score", 0)]
    [InlineData("what is the lowest final average?", QuestionSubject.Lowest, "Final Average", 0)]
    [InlineData("list those without an e-mail", QuestionSubject.List, null, 1)]
    [InlineData("who scored below 40 in test 1?", QuestionSubject.List, null, 1)]
    [InlineData("what percentage scored above 50 in test 1?", QuestionSubject.Share, null, 1)]
    [InlineData("what % of the class passed test 2 at 50?", QuestionSubject.Share, null, 1)]
    [InlineData("what proportion took all tests?", QuestionSubject.Share, null, 1)]
    public void Answer_ToAQuestion_AsksTheTable(string words, QuestionSubject subject, string? column, int conditions)
    {
        var asked = Assert.IsType<PlannerAnswer.Ask>(Speak.Of(words));
        Assert.Equal((subject, column, conditions), (asked.Question.Subject, asked.Question.Column, asked.Question.Rows.Steps.Count));
    }

    [Theory]
    [InlineData("cut the list down to those above 50 in test 1", "filter_data", "operator", "greater")]
    [InlineData("strip the sheet back to people above 50 in test 1", "filter_data", "operator", "greater")]
    [InlineData("nobody below 40 in test 1 should be listed", "filter_data", "operator", "greater_equal")]
    [InlineData("anyone below 40 in test 1 goes out", "filter_data", "operator", "greater_equal")]
    [InlineData("subtract test 1 from test 2 and put the result in a new column Gap", "add_formula_column", "formula", "[Test 2 Score] - [Test 1 Score]")]
    [InlineData("add test 1 and test 2 together and store the sum under Half", "collate_scores", "result_column", "Half")]
    [InlineData("for the column Full Name I want the heading Pupil", "rename_column", "new_name", "Pupil")]
    [InlineData("there should be a column Password Reset", "add_column", "column_name", "Password Reset")]
    [InlineData("list the class from the best final average down", "sort_data", "ascending", "false")]
    public void Answer_ToAnOrderSaidInAnotherWay_IsWhatAColleagueWouldDo(string words, string action, string parameter, string value) =>
        Assert.Equal($"{action} {value}", Speak.Only(Speak.Of(words), parameter));

    [Theory]
    [InlineData("do not delete test 1")]
    [InlineData("don't sort it")]
    [InlineData("remove test 1, no wait, test 2")]
    [InlineData("add a bonus of 5")]
    [InlineData("grade test 1 with 70, 60 and 50")]
    [InlineData("rename Email to 'Contact' and follow it")]
    [InlineData("make the headings bold")]
    [InlineData("filter on parish, St Andrew only")]
    [InlineData("sort the students by age")]
    [InlineData("create column Double = the test times 2")]
    [InlineData("garde test 1")]
    [InlineData("what percentage of the total is test 1?")]
    [InlineData("sum test 1 and test 2 and store the average under Half")]
    [InlineData("cut test 1 down to 20")]
    public void Answer_ToWhatIsForbiddenTakenBackOrHalfUnderstood_Asks(string words) => Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words));

    [Theory]
    [InlineData("sort by exam, highest on top")]
    [InlineData("remove the exam column")]
    [InlineData("pass/fail on the exam at 10")]
    [InlineData("rank by the exam")]
    public void Answer_ToAWordThatTwoHeadingsHave_Asks(string words) =>
        Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words, TableOutline.OfHeadings(["Name", "E-Mail", "Homework", "Written Exam", "Oral Exam"])));

    [Theory]
    [InlineData("remove test 1 and the test 2 average")]
    [InlineData("sort by midterm average")]
    [InlineData("show test 1 average above 50")]
    [InlineData("remove the test 1 total")]
    public void Answer_ToAColumnNarrowedToOneThatThereIsNot_Asks(string words) => Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words));

    [Theory]
    [InlineData("the higher of test 1 and test 2 should go in a column Best", "collate_scores", "method", "max")]
    [InlineData("the best averages should go to the top", "sort_data", "ascending", "false")]
    [InlineData("test 1 should go", "remove_column", "column_name", "Test 1 Score")]
    [InlineData("Email is not needed but Tests Taken is, delete it", "remove_column", "column_name", "Email")]
    public void Answer_ToWhatShouldGo_RemovesItUnlessItGoesSomewhere(string words, string action, string parameter, string value) =>
        Assert.Equal($"{action} {value}", Speak.Only(Speak.Of(words), parameter));

    [Theory]
    [InlineData("only the people with a gmail address", "contains")]
    [InlineData("hide everybody on yahoo", "not_contains")]
    [InlineData("people without a hotmail account", "not_contains")]
    [InlineData("only those who did two tests at most", "less_equal")]
    [InlineData("people with 2 tests at least", "greater_equal")]
    [InlineData("whoever did fewer than 2 tests stays", "less")]
    [InlineData("people with maximum 10 points in test 2", "less_equal")]
    public void Answer_ToACondition_ReadsItsOperator(string words, string value) => Assert.Equal($"filter_data {value}", Speak.Only(Speak.Of(words), "operator"));

    [Theory]
    [InlineData("bonus for good handwriting")]
    [InlineData("Test 2 Score is no longer valid")]
    [InlineData("I want test 1 polished in a column Shiny")]
    public void Answer_ToWhatIsSaidOfAColumnAndNotUnderstood_Asks(string words) => Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(words));

    [Theory]
    [InlineData("give me a pony")]
    [InlineData("give me a fare")]
    [InlineData("make a pony")]
    public void Answer_ToAWordThatIsOnlyNearOneForInventedScores_DoesNothing(string words) => Assert.IsNotType<PlannerAnswer.Steps>(Speak.Of(words));

    [Fact]
    public void Answer_ToAMisspeltWordForInventedScores_AddsThem() =>
        Assert.Equal("add_random_scores 30", Speak.Only(Speak.Of("add a randon score column, no higher than thirty"), "max_score"));

    [Fact]
    public void Answer_ToWhoFailed_ReadsTheStatusOrAsks()
    {
        Assert.IsType<PlannerAnswer.Clarify>(Speak.Of("who failed?"));
        Assert.Single(Assert.IsType<PlannerAnswer.Ask>(Speak.Of("who failed?", TableOutline.OfHeadings(["Name", "Final Average", "Status"]))).Question.Rows.Steps);
    }

    [Theory]
    [InlineData("remove the score column", true)]
    [InlineData("remove the score column, and here is why: ", false)]
    public void Choices_OfAQuestionBack_AreShortEnoughToChooseFrom(string words, bool hasChoices)
    {
        var message = hasChoices ? words : words + string.Join(' ', Enumerable.Repeat("because we said so", 40));
        Assert.Equal(hasChoices, Assert.IsType<PlannerAnswer.Clarify>(Speak.Of(message)).Choices.Count > 0);
    }

    [Fact]
    public void Choices_OfEveryQuestionBack_AreUnderstoodAsTheyStand()
    {
        var count = 0;
        foreach (var each in Cases)
        {
            var table = TableOutline.OfHeadings(each.Columns);
            if (Speak.Of(each.Message, table) is PlannerAnswer.Clarify clarify)
                foreach (var choice in clarify.Choices)
                {
                    count++;
                    Assert.True(Speak.Of(choice, table) is PlannerAnswer.Steps or PlannerAnswer.Ask, choice);
                }
        }
        Assert.True(count > 50, $"only {count} choices were offered");
    }

    [Fact]
    public void Answer_ToAnyText_IsAnAnswerInTime()
    {
        var chance = new Random(7);
        var words = Cases.SelectMany(each => each.Message.Split(' ')).ToArray();
        string[] odd = ["\ud800", "\0", "\"", "'", "((((", "))", "=", "[", "]", "\u202e", "é", "日本", "%%", "-", "1e999", "99999999999999999999", "\n", "“", "[Test 1 Score", "{0}", "test 1 to 999999"];
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder();
            for (var count = chance.Next(1, 25); count > 0; count--)
                text.Append(chance.Next(6) == 0 ? odd[chance.Next(odd.Length)] : words[chance.Next(words.Length)]).Append(chance.Next(9) == 0 ? "" : " ");
            Assert.NotNull(Speak.Of(text.ToString()));
        }
        foreach (var piece in (string[])["sort ", "and rank by test 1 ", "(", "test 1 + ", "\"", "a", "=", "not ", "test ", "who ", "A 90 ", "called "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, PhrasePlanner.MaxLength / piece.Length));
            var watch = Stopwatch.StartNew();
            Assert.NotNull(Speak.Of(text));
            Assert.True(watch.ElapsedMilliseconds < 2000, $"'{piece}' took {watch.ElapsedMilliseconds} ms");
        }
        Assert.IsType<PlannerAnswer.Refuse>(Speak.Of(new string('a', PhrasePlanner.MaxLength + 1)));
    }

    [Fact]
    public void Answer_WithHostileHeadings_IsTheSameAsWithHarmlessOnes()
    {
        var headings = File.ReadLines(Repository.PathOf("tests", "data", "language", "hostile-headings.txt")).Where(line => line.Length > 0).ToList();
        Assert.True(headings.Count >= 100);
        string[] requests = ["sort by final average, highest first", "add letter grades on test 1", "keep final averages of at least 50 and rank by final average", "remove the email column", "delete all the data", "who has the highest score in test 2?"];
        foreach (var heading in headings)
            foreach (var request in requests)
                Assert.Equal(Speak.Told(Speak.Of(request, With("Notes"))), Speak.Told(Speak.Of(request, With(heading))));

        static TableOutline With(string heading) => TableOutline.OfHeadings(["Full Name", "Email", heading, "Test 1 Score", "Test 2 Score", "Final Average"]);
    }

    [Fact]
    public void Language_OfATinyFile_IsUnderstoodWithoutNewCode()
    {
        const string tiny = """
            {"language":"xx","meanings":{"sort":"blim","rank":"zork","by":"ta","average":"mefu","descending":"dolu","then":"pik","column":"kolo","remove":"nixa","email":"posto"},
             "sentences":{"do_sort_data":"blim ta '{column}'"}}
            """;
        var planner = new PhrasePlanner(BuiltInActions.Catalog, [PhraseLanguage.Read(new MemoryStream(Encoding.UTF8.GetBytes(tiny)))]);
        var answer = planner.Answer(new PlanningRequest("blim ta mefu dolu pik nixa posto kolo", TableOutline.OfHeadings(["Full Name", "Email", "Mefu"])));
        Assert.Equal("""{"outcome":"actions","actions":[{"action":"sort_data","params":{"column":"Mefu","ascending":false}},{"action":"remove_column","params":{"column_name":"Email"}}]}""", Speak.Told(answer));
        Assert.Throws<FormatException>(() => PhraseLanguage.Read(new MemoryStream("""{"language":"xx","meanings":{"flub":"a"}}"""u8.ToArray())));
    }
}
