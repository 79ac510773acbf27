using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class CalculateBonusTests
{
    [Fact]
    public void CalculateBonus_OnAThousandTables_AgreesWithTheOracle() => Act.OnAThousandTables((table, chance) =>
    {
        var scores = Act.Numbers(table, chance);
        var counts = table.Columns.Single(column => column.Role == ColumnRole.TestsTaken);
        var action = new CalculateBonus { ScoreColumn = scores.Name, Cap = chance.Next(2) == 0, Maximum = chance.Next(3) == 0 ? 12 : 100, TestCountColumn = chance.Next(2) == 0 ? counts.Name : null };
        var run = Act.On(table, action);
        for (var stored = 0; stored < table.StoredCount; stored++)
        {
            Fraction? expected = null;
            if (scores.Number(stored) is { } score && counts[stored].Number is { } count)
            {
                // A step of 5 % when the first, the third and the sixth test are taken.
                var raised = Act.Exactly(score) * (20 + ((int[])[1, 3, 6]).Count(tests => tests <= count)) / 20;
                if (action.Cap && raised > Act.Exactly(action.Maximum))
                    raised = Act.Exactly(action.Maximum);
                expected = raised < Act.Exactly(score) ? Act.Exactly(score) : raised;
            }
            var found = run.Result.Find("Bonus_Score")![stored].Number;
            Assert.True(expected is null ? found is null : Math.Abs(expected.Value.ToDecimal() - found!.Value) < 1e-8m, $"Row {stored}: {found}, not {expected?.ToDecimal()}.");
            Assert.EndsWith(".", run.Explain("Bonus_Score", stored), StringComparison.Ordinal);
        }
        Assert.Equal(Enumerable.Range(0, table.StoredCount).Any(stored => counts[stored].IsMissing && !scores[stored].IsMissing) ? 1 : 0, run.Steps[0].Notes.Count);
        Assert.Same(table.Order, run.Result.Order);
    });

    [Theory]
    [InlineData(0, 80, "80.00")]
    [InlineData(1, 80, "84.00")]
    [InlineData(2, 80, "84.00")]
    [InlineData(3, 80, "88.00")]
    [InlineData(5, 80, "88.00")]
    [InlineData(6, 80, "92.00")]
    [InlineData(40, 80, "92.00")]
    [InlineData(6, 95, "100.00")]
    [InlineData(6, 105, "105.00")]
    public void CalculateBonus_OfACount_IsThatOfItsTier(int count, int score, string expected) => Assert.Equal(expected, Bonus(score, count).Find("Bonus_Score")!.Show(0));

    [Theory]
    [InlineData(null)]
    [InlineData(2.5)]
    [InlineData(-1.0)]
    public void CalculateBonus_OfNoCount_IsMissingAndNoted(double? count) => Assert.Equal("", Bonus(80, (decimal?)count).Find("Bonus_Score")!.Show(0));

    [Fact]
    public void CalculateBonus_WithoutACount_IsRefused()
    {
        var table = new Table(new Column.Numbers("Score", [80]));
        Assert.Equal("There is no column 'Tests_Taken' and none that counts the tests. Name it in 'test_count_column', or do 'count_tests' first.", Act.Problem(table, new CalculateBonus { ScoreColumn = "Score" }));
        Assert.Equal("There is no column 'Taken'. The columns are: Score.", Act.Problem(table, new CalculateBonus { ScoreColumn = "Score", TestCountColumn = "Taken" }));
        Assert.Equal("'maximum' is 0. Give the highest score there is, above 0.", Act.Problem(table, new CalculateBonus { ScoreColumn = "Score", TestCountColumn = "Score", Maximum = 0 }));
    }

    [Fact]
    public void Explain_ABonus_ShowsTheSum()
    {
        var table = new Table(new Column.Numbers("Score", [80, 95, null, 50, 105]), new Column.Numbers("Tests_Taken", [3, 6, 1, null, 6]));
        var run = Act.On(table, new CalculateBonus { ScoreColumn = "Score" });
        Assert.Equal(
            [
                "Tests_Taken 3: 80 + 10 % = 88.", "Tests_Taken 6: 95 + 15 %, stopped at the maximum 100 = 100.", "Score is missing, so there is no bonus.",
                "Tests_Taken is missing, which is no number of tests, so there is no bonus.", "Tests_Taken 6: 105 + 15 %, stopped at the score itself = 105.",
            ], Enumerable.Range(0, 5).Select(stored => run.Explain("Bonus_Score", stored)));
    }

    private static Table Bonus(decimal score, decimal? count) =>
        Act.On(new Table(new Column.Numbers("Score", [score]), new Column.Numbers("Tests_Taken", [count])), new CalculateBonus { ScoreColumn = "Score" }).Result;
}
