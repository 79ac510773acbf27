using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Testing.Actions;
using Mlj.Tests.Pipeline.Invented;

namespace Mlj.Tests.Pipeline;

/// <summary>Plans on tables that they were not made for.</summary>
public class RecipeTests
{
    private static readonly RunOptions Mapped = new() { MapColumns = true };
    private static readonly RunOptions Partial = new() { MapColumns = true, SkipMisfits = true };

    [Fact]
    public void Run_OnInventedScores_FindsThemWithoutTheirMarkAndFollowsThem()
    {
        var table = new Table(new Column.Texts("Full Name", ["Ada", "Ben"]), new Column.Numbers("Test 1 Score", [60, 70]) { Role = ColumnRole.Score, Test = 1 });
        var run = new Plan(
            [
                new AddRandomScores { ColumnName = "Mock Score", MinScore = 50, MaxScore = 90 },
                new AddAverage { ScoreColumns = ["Mock Score", "Test 1 Score"], ResultColumn = "Mean" },
                new RoundScores { ScoreColumns = ["Mean"] },
                new AddGrades { ScoreColumn = "Mean" },
                new AddRank { ScoreColumn = "Test 1 Score" },
            ], Seed: 4).Run(table, BuiltInActions.Catalog, Mapped);
        Assert.Empty(run.Problems);
        Assert.Equal("Mock Score (SYNTHETIC)", Assert.Single(run.Mappings).To);
        Assert.Equal(["Mean", "Mean", "Grade"], run.Steps.SelectMany(step => step.Notes).Where(note => note.Code == "made_of_synthetic").Select(note => note.Message.Split('\'')[1]));
    }

    private static readonly Table NextTerm = new(
        new Column.Texts("Pupil", ["Ada", "Ben"]) { Role = ColumnRole.Name },
        new Column.Numbers("Quiz 1", [80, null]) { Role = ColumnRole.Score, Test = 1 },
        new Column.Numbers("Quiz 2", [40, 60]) { Role = ColumnRole.Score, Test = 2 },
        new Column.Numbers("home-work", [1, 2]));

    [Fact]
    public void MapColumns_NamesOfLastTerm_AreFoundByRoleTestAndWords()
    {
        var run = new Plan([new AddAverage { ScoreColumns = ["Test 2 Score", "Home Work"] }, new AddPassFail { ScoreColumn = "Final Average" }, new CopyByFormula { Formula = "[Full Name]" }]).Run(NextTerm, RandomWork.Catalog, Mapped);
        Assert.True(run.IsDone, string.Join(' ', run.Problems));
        Assert.Equal([new(1, "score_columns", "Test 2 Score", "Quiz 2", ColumnMatch.Role), new(1, "score_columns", "Home Work", "home-work", ColumnMatch.Heading), new(3, "formula", "Full Name", "Pupil", ColumnMatch.Role)], run.Mappings);
        Assert.Equal(["Quiz 2", "home-work"], Assert.IsType<AddAverage>(run.Plan.Steps[0]).ScoreColumns);
        Assert.Equal(TableHash.Of(run.Result), TableHash.Of(run.Plan.Run(NextTerm, RandomWork.Catalog).Result));
    }

    [Fact]
    public void MapColumns_WhatSeveralColumnsCouldBe_IsAProblemThatNamesThem()
    {
        var problem = Assert.Single(new Plan([new AddPassFail { ScoreColumn = "Score" }]).Run(NextTerm, RandomWork.Catalog, Mapped).Problems);
        Assert.Equal("unknown_column", problem.Code);
        Assert.Contains("Did you mean 'Quiz 1' or 'Quiz 2'?", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Quiz 1' or 'Quiz 2'?", Assert.Single(new Plan([new AddPassFail { ScoreColumn = "Test 3 Score" }]).Run(NextTerm, RandomWork.Catalog, Mapped).Problems).Message, StringComparison.Ordinal);
        Assert.Equal("unknown_column", Assert.Single(new Plan([new AddPassFail { ScoreColumn = "Test 1 Score" }]).Run(NextTerm, RandomWork.Catalog).Problems).Code);
    }

    [Fact]
    public void SkipMisfits_ALostColumn_TakesWhatNeedsItAlong()
    {
        Plan plan = new([
            new RenameTo { Column = "Bonus", NewName = "Extra" },
            new AddCurve { ScoreColumn = "Extra", ResultColumn = "Final Average" },
            new AddPassFail { ScoreColumn = "Final Average" },
            new CountTests(),
        ]);
        var run = plan.Run(NextTerm, RandomWork.Catalog, Partial);
        Assert.True(run.IsDone);
        Assert.Equal(["unknown_column", "needs_skipped_step", "needs_skipped_step"], run.Skipped.SelectMany(step => step.Problems).Select(problem => problem.Code));
        Assert.Equal("Step 3: The column 'Final Average' would come from step 2, which cannot be done. Mend that step, or leave this one out too.", run.Skipped[2].Problems[0].ToString());
        Assert.Equal("Tests Taken", Assert.Single(run.Diff.AddedColumns));
        // All or nothing otherwise; and nothing when nothing fits.
        Assert.Same(NextTerm, plan.Run(NextTerm, RandomWork.Catalog, Mapped).Result);
        Assert.False(new Plan([plan.Steps[0]]).Run(NextTerm, RandomWork.Catalog, Partial).IsDone);
    }

    [Fact]
    public void Run_WithSeveralProblems_TellsThemAll()
    {
        var run = new Plan([new AddPassFail { ScoreColumn = "Pupil", ResultColumn = "Quiz 1" }, new DropColumns { Columns = [] }, new AddPassFail { ScoreColumn = "No" }, new CountTests()]).Run(NextTerm, RandomWork.Catalog);
        Assert.Equal([(1, "not_numbers"), (1, "name_taken"), (2, "empty_selection"), (3, "unknown_column")], run.Problems.Select(problem => (problem.Step!.Value, problem.Code)));
        Assert.Empty(run.Steps);
    }

    [Fact]
    public void Run_ThatWouldLeaveNoColumn_IsAProblem() =>
        Assert.Equal("no_column_left", Assert.Single(new Plan([new DropColumns { Columns = [.. NextTerm.Columns.Select(column => column.Name)] }]).Run(NextTerm, RandomWork.Catalog).Problems).Code);

    [Fact]
    public void PreviewedOn_AnotherTable_IsRefusedByNameOfBoth()
    {
        var hash = TableHash.Of(NextTerm);
        var plan = new Plan([new CountTests()]) { PreviewedOn = hash };
        Assert.True(PlanJson.TryRead(PlanJson.Write(plan, RandomWork.Catalog), RandomWork.Catalog, out var read, out _));
        Assert.True(read.Run(NextTerm, RandomWork.Catalog).IsDone);
        var other = NextTerm.Ordered(RowOrder.Of([1, 0]));
        var problem = Assert.Single(read.Run(other, RandomWork.Catalog, Partial).Problems);
        Assert.Equal(("stale_table", null), (problem.Code, problem.Step));
        Assert.Contains(hash, problem.Message, StringComparison.Ordinal);
        Assert.Contains(TableHash.Of(other), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteRecipe_OfAPlan_CarriesTheRulesAndNoTable()
    {
        var json = PlanJson.WriteRecipe(new Plan([new DoubleNumbers { Column = "Quiz 1" }, new CountTests(), new CountTests { ResultColumn = "B" }], 5) { PreviewedOn = TableHash.Of(NextTerm) }, RandomWork.Catalog);
        Assert.Contains("\"rules\": {\n    \"count_tests\": 1,\n    \"double_numbers\": 3\n  }", json.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"table\"", json, StringComparison.Ordinal);
        Assert.True(PlanJson.TryRead(json, RandomWork.Catalog, out var plan, out _));
        Assert.Equal((3, 5L, null), (plan.Steps.Count, plan.Seed, plan.PreviewedOn));
        Assert.False(PlanJson.TryRead(json.Replace("\"double_numbers\": 3", "\"double_numbers\": 2", StringComparison.Ordinal), RandomWork.Catalog, out _, out var problems));
        Assert.Equal("rule_version", Assert.Single(problems).Code);
        Assert.Contains("version 2 of 'double_numbers'; this program has version 3", problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"steps":[],"table":"sha256:12"}""")]
    [InlineData("""{"steps":[],"table":7}""")]
    [InlineData("""{"steps":[],"rules":[]}""")]
    [InlineData("""{"steps":[],"steps":[]}""")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"result_column":"A","result_column":"B"}}]}""")]
    public void TryRead_WhatIsWrongWithTableRulesOrKeys_IsAProblem(string json)
    {
        Assert.False(PlanJson.TryRead(json, RandomWork.Catalog, out _, out var problems));
        Assert.Equal("not_a_plan", Assert.Single(problems).Code);
    }
}
