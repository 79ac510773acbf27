using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class CollateScoresTests
{
    [Fact]
    public void CollateScores_OnAThousandTables_AgreesWithTheOracle() => Act.OnAThousandTables((table, chance) =>
    {
        var method = (CollateMethod)chance.Next(5);
        var names = chance.Next(2) == 0 ? [] : table.Columns.OfType<Column.Numbers>().Select(column => column.Name).Where(_ => chance.Next(2) == 0).ToList();
        var run = Act.On(table, new CollateScores { ScoreColumns = names, Method = method });
        var columns = table.Columns.Where(column => names.Count > 0 ? names.Contains(column.Name) : column.Name.StartsWith("Test ", StringComparison.Ordinal)).ToList();
        var result = run.Result.Find("Total_Score")!;
        for (var stored = 0; stored < table.StoredCount; stored++)
        {
            List<Fraction> scores = [.. columns.Select(column => column[stored].Number).OfType<decimal>().Select(Act.Exactly).Order()];
            Assert.Equal(scores.Count == 0, result[stored].IsMissing);
            Assert.EndsWith(".", run.Explain("Total_Score", stored), StringComparison.Ordinal);
            if (scores.Count == 0)
                continue;
            var sum = scores.Aggregate((Fraction)0, (all, score) => all + score);
            var expected = method switch
            {
                CollateMethod.Sum => sum,
                CollateMethod.Average => sum / scores.Count,
                CollateMethod.Max => scores[^1],
                CollateMethod.Min => scores[0],
                _ => (scores[(scores.Count - 1) / 2] + scores[scores.Count / 2]) / 2,
            };
            Assert.True(Math.Abs(expected.ToDecimal() - result[stored].Number!.Value) < 1e-8m, $"Row {stored} of {method}: {result[stored]}, not {expected.ToDecimal()}.");
        }
        Assert.Equal(names.Count == 0 ? 1 : 0, run.Steps[0].Notes.Count);
        Assert.Same(table.Order, run.Result.Order);
    });

    [Fact]
    public void CollateScores_OfATableWithoutRoles_GoesByHeadingsAndLeavesCountsOut()
    {
        string[] names = ["Test 1", "quiz_2", "Exam", "Tests Taken", "test_count", "Total Marks", "Average Score", "Bonus_Score", "Points", "Rank of test"];
        var run = Act.On(new Table([.. names.Select(name => new Column.Numbers(name, [10]))]), new CollateScores());
        Assert.Equal(30, run.Result.Find("Total_Score")![0].Number);
        Assert.Equal("'Total_Score' is made of 'Test 1', 'quiz_2', 'Exam'. Name the columns in 'score_columns' if these are not all, or not the ones.", Assert.Single(run.Steps[0].Notes).Message);
    }

    [Fact]
    public void CollateScores_OfThirds_IsFreeOfWhatTheyLeaveOver() =>
        Assert.Equal(50, Act.On(new Table(new Column.Numbers("A", [100m / 3]), new Column.Numbers("B", [200m / 3])), new CollateScores { ScoreColumns = ["A", "B"], Method = CollateMethod.Average }).Result.Find("Total_Score")![0].Number);

    [Fact]
    public void CollateScores_BeyondTheLargestNumber_IsAProblemAndNoAccident() =>
        Assert.StartsWith("'collate_scores' comes to a number beyond", Act.Problem(new Table(new Column.Numbers("A", [decimal.MaxValue]), new Column.Numbers("B", [1])), new CollateScores { ScoreColumns = ["A", "B"] }), StringComparison.Ordinal);

    [Fact]
    public void CollateScores_ThatCannotBe_AreRefused()
    {
        var table = new Table(new Column.Texts("Test", ["a"]), new Column.Numbers("Points", [1]));
        Assert.Equal("There is no column of scores. Name the columns in 'score_columns'.", Act.Problem(table, new CollateScores()));
        Assert.Equal("'Points' stands twice in 'score_columns' and would count twice. Name it once.", Act.Problem(table, new CollateScores { ScoreColumns = ["Points", "Points"] }));
    }

    [Fact]
    public void Explain_AResult_ShowsItsTerms()
    {
        var table = new Table(new Column.Numbers("A", [40, null]), new Column.Numbers("B", [45.5m, null]), new Column.Numbers("C", [null, null]));
        var run = Act.On(table, new CollateScores { ScoreColumns = ["A", "B", "C"], Method = CollateMethod.Median });
        Assert.Equal("Median of 40, 45.5 = 42.75; 1 missing, left out.", run.Explain("Total_Score", 0));
        Assert.Equal("No score in 3 columns, so no result.", run.Explain("Total_Score", 1));
    }
}
