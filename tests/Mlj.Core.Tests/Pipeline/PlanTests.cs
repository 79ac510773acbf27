using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Tests.Pipeline.Invented;

namespace Mlj.Tests.Pipeline;

public class PlanTests
{
    private static readonly ActionCatalog Catalog = ActionCatalog.Of(typeof(CountTests).Assembly, typeof(AddCurve).Assembly);

    private static readonly Table Start = new(
        new Column.Texts("Full Name", ["Ada", "Ben"]) { Role = ColumnRole.Name },
        new Column.Numbers("Test 1 Score", [80, null]) { Role = ColumnRole.Score, Test = 1 },
        new Column.Numbers("Test 2 Score", [40, 60]) { Role = ColumnRole.Score, Test = 2 });

    public static TheoryData<string, TableAction, string> Problems => new()
    {
        { "unknown_column", new AddPassFail { ScoreColumn = "Tset 1 Score" }, "There is no column 'Tset 1 Score'. Did you mean 'Test 1 Score'? The columns are: Full Name, Test 1 Score, Test 2 Score, Curve." },
        { "unknown_column", new CountTests { ScoreColumns = ["Test 1 Score", "Points"] }, "There is no column 'Points'. Did you mean 'Test 1 Score' or 'Test 2 Score'? The columns are: Full Name, Test 1 Score, Test 2 Score, Curve." },
        { "unknown_column", new AddPassFail { ScoreColumn = "" }, "There is no column ''. The columns are: Full Name, Test 1 Score, Test 2 Score, Curve." },
        { "unknown_column", new RenameTo { Column = "Naam", NewName = "Name" }, "There is no column 'Naam'. Did you mean 'Full Name'? The columns are: Full Name, Test 1 Score, Test 2 Score, Curve." },
        { "not_numbers", new AddPassFail { ScoreColumn = "Full Name" }, "The column 'Full Name' holds text; this step needs numbers." },
        { "not_numbers", new AddAverage { ScoreColumns = ["Full Name"] }, "The column 'Full Name' holds text; this step needs numbers." },
        { "name_taken", new CountTests { ResultColumn = "Full Name" }, "There is a column 'Full Name' already. Give the new one another name." },
        { "name_taken", new RenameTo { Column = "Full Name", NewName = "Test 1 Score" }, "There is a column 'Test 1 Score' already. Give the new one another name." },
        { "no_name", new CountTests { ResultColumn = " " }, "The parameter 'result_column' of 'count_tests' must name the new column; it is blank." },
        { "no_name", new AddAverage { ResultColumn = "" }, "The parameter 'result_column' of 'add_average' must name the new column; it is blank." },
        { "missing_parameter", new RenameTo { Column = "Full Name", NewName = null! }, "'rename_to' needs the parameter 'new_name'." },
        { "wrong_type", new AddRank { ScoreColumn = "Test 1 Score", Method = (RankMethod)77 }, "The parameter 'method' of 'add_rank' must be one of standard, dense, modified, fractional; it is 77." },
        { "refused", new AddCurve { ScoreColumn = "Test 1 Score", ResultColumn = "Bow", Times = -1 }, "'times' is below 0. Give 0 or more." },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void Run_WithAProblem_SaysWhichAndDoesNothing(string code, TableAction action, string message)
    {
        var run = new Plan([new AddCurve { ScoreColumn = "Test 1 Score" }, action, new RenameTo { Column = "Test 2 Score", NewName = "Second" }]).Run(Start, Catalog);
        Assert.Equal(new PlanProblem(2, code, message), Assert.Single(run.Problems));
        Assert.False(run.IsDone);
        Assert.Empty(run.Steps);
        Assert.Same(Start, run.Result);
        Assert.True(run.Diff.IsEmpty);
        Assert.Null(run.Explain("Curve", 0));
    }

    [Fact]
    public void Plan_WithoutStepsOrAStep_IsTheCallersError()
    {
        Assert.Throws<ArgumentNullException>(() => new Plan(null!));
        Assert.Contains("no action at index 1", Assert.Throws<ArgumentException>(() => new Plan([new CountTests(), null!])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plan.Empty with { Steps = [null!] });
    }

    [Theory]
    [InlineData(false, "The action 'break_rules' gave no table.")]
    [InlineData(true, "The action 'break_rules' gave a table that stores 1 rows, and was given one of 2.")]
    public void Run_OfAnActionThatBreaksTheRules_NamesItInsteadOfGoingOn(bool otherRows, string what) => Assert.StartsWith(what,
        Assert.Throws<InvalidOperationException>(() => new Plan([new BreakRules { OtherRows = otherRows }]).Run(Start, Catalog)).Message, StringComparison.Ordinal);

    [Fact]
    public void Steps_OfAPlan_StayWhenTheCallersListChanges()
    {
        var steps = new List<TableAction> { new CountTests() };
        var plan = new Plan(steps);
        steps.Clear();
        Assert.Single(plan.Steps);
        Assert.Equal(plan, plan with { Seed = 0 });
    }

    [Fact]
    public void Run_OnATableWithoutScores_IsRefusedWithTheRemedy()
    {
        var names = new Table(new Column.Texts("Full Name", ["Ada"]));
        foreach (var action in (TableAction[])[new AddAverage(), new AddAssignmentScore()])
            Assert.Equal(("refused", "There is no column of scores. Name the columns in 'score_columns'."),
                (Assert.Single(new Plan([action]).Run(names, Catalog).Problems).Code, new Plan([action]).Run(names, Catalog).Problems[0].Message));
    }

    [Fact]
    public void Run_OfSteps_KeepsEveryTableOnTheWay()
    {
        var run = new Plan([new CountTests(), new AddAverage(), new RenameTo { Column = "Final Average", NewName = "Mean" }]).Run(Start, Catalog);
        Assert.True(run.IsDone);
        Assert.Equal([1, 2, 3], run.Steps.Select(step => step.Number));
        Assert.Same(Start, run.Steps[0].Before);
        Assert.Same(run.Steps[0].After, run.Steps[1].Before);
        Assert.Same(run.Steps[2].After, run.Result);
        Assert.Equal(3, Start.Columns.Count);
        Assert.Equal(["Full Name", "Test 1 Score", "Test 2 Score", "Tests Taken", "Mean"], run.Result.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Run_ColumnsThatNoStepTouches_AreTheSameObjects()
    {
        var run = new Plan([new CountTests(), new AddAverage(), new AddPassFail { ScoreColumn = "Final Average" }]).Run(Start, Catalog);
        foreach (var column in Start.Columns)
            Assert.Same(column, run.Result.Find(column.Name));
        Assert.Same(run.Steps[0].After.Find("Tests Taken"), run.Result.Find("Tests Taken"));
        Assert.True(run.Steps[1].After.Find("Final Average")!.SharesCells(run.Result.Find("Final Average")!));
        Assert.Same(Start.Order, run.Result.Order);
    }

    [Fact]
    public void Diff_OfARun_IsTheDifferenceOfStartAndResult()
    {
        var run = new Plan([new CountTests(), new RenameTo { Column = "Test 1 Score", NewName = "First" }, new AddCurve { ScoreColumn = "First" }]).Run(Start, Catalog);
        var expected = TableDiff.Between(run.Start, run.Result);
        Assert.Equal(expected.AddedColumns, run.Diff.AddedColumns);
        Assert.Equal(expected.RenamedColumns, run.Diff.RenamedColumns);
        Assert.Equal(["Tests Taken", "Curve"], run.Diff.AddedColumns);
        Assert.Equal([("Test 1 Score", "First")], run.Diff.RenamedColumns);
        Assert.Empty(run.Diff.RemovedColumns);
        Assert.Empty(run.Diff.ChangedCells);
        Assert.Same(run.Diff, run.Diff);
    }

    [Fact]
    public void Run_OfNothing_IsTheTableItself()
    {
        var run = Plan.Empty.Run(Start, Catalog);
        Assert.True(run.IsDone);
        Assert.Same(Start, run.Result);
        Assert.True(run.Diff.IsEmpty);
    }

    [Fact]
    public void Run_Twice_GivesEqualTables()
    {
        var plan = new Plan([new CountTests(), new AddAverage(), new AddPassFail { ScoreColumn = "Final Average" }]);
        Assert.True(TableDiff.Between(plan.Run(Start, Catalog).Result, plan.Run(Start, Catalog).Result).IsEmpty);
    }

    [Fact]
    public void Run_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => new Plan([new CountTests()]).Run(Start, Catalog, new CancellationToken(canceled: true)));

    [Fact]
    public void Run_UnderAFilter_ComputesTheRowsThatAreNotShownToo()
    {
        var run = new Plan([new CountTests()]).Run(Start.Ordered(RowOrder.Of([1])), Catalog);
        Assert.Equal(1, run.Result.RowCount);
        Assert.Equal("2", run.Result.Find("Tests Taken")!.Show(0));
        Assert.Equal("1", run.Result.Find("Tests Taken")!.Show(1));
    }

    [Fact]
    public void Explain_AColumn_IsToldByTheStepThatMadeIt()
    {
        var run = new Plan([new AddCurve { ScoreColumn = "Test 2 Score" }, new CountTests(), new AddPassFail { ScoreColumn = "Curve", Threshold = 50 }]).Run(Start, Catalog);
        Assert.Equal("40 and a curve.", run.Explain("Curve", 0));
        Assert.Equal("2 of 2: Test 1 Score, Test 2 Score.", run.Explain("Tests Taken", 0));
        Assert.Equal("1 of 2: Test 2 Score.", run.Explain("Tests Taken", 1));
        Assert.Equal("Curve 42.5 is below 50.", run.Explain("Status", 0));
        Assert.Null(run.Explain("Test 1 Score", 0));
        Assert.Null(run.Explain("Nothing", 0));
    }

    [Fact]
    public void Explain_AColumnThatWasRenamedLater_IsStillToldByTheStepThatMadeIt()
    {
        var run = new Plan([new AddCurve { ScoreColumn = "Test 2 Score" }, new RenameTo { Column = "Curve", NewName = "Bow" }, new RenameTo { Column = "Test 1 Score", NewName = "First" }]).Run(Start, Catalog);
        Assert.Equal("40 and a curve.", run.Explain("Bow", 0));
        Assert.Null(run.Explain("First", 0));
        Assert.Null(run.Explain("Curve", 0));
    }

    [Fact]
    public void Explain_ColumnsChangedInTheirPlaces_IsToldAColumnAndByTheStepThatChangedTheCell()
    {
        var start = new Table(new Column.Numbers("A", [1, 0]), new Column.Numbers("B", [3, 4]));
        var run = new Plan([new AddCurve { ScoreColumn = "A", Points = 0, ResultColumn = "C" }, new Multiply { Columns = ["B", "C"] }, new RenameTo { Column = "C", NewName = "D" }]).Run(start, Catalog);
        Assert.Equal(("3 times 2.", "1 times 2.5.", "0 and a curve."), (run.Explain("B", 0), run.Explain("D", 0), run.Explain("D", 1)));
        Assert.Null(run.Explain("A", 0));
    }

    [Fact]
    public void Run_ThatComesToNumbersTooLarge_IsAProblemAndDoesNothing()
    {
        var run = new Plan([new CountTests(), new Multiply { Columns = ["A"], Factors = [10] }]).Run(new Table(new Column.Numbers("A", [decimal.MaxValue])), Catalog);
        Assert.Equal("Step 2: 'multiply' comes to a number beyond 28 digits. Look for a score or a parameter that is far too large.", Assert.Single(run.Problems).ToString());
        Assert.Same(run.Start, run.Result);
    }
}
