using Mlj.Actions;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Actions;

public class WeightedAverageTests
{
    private static readonly Table Fixture = new(
        new Column.Numbers("Test 1 Score", [new Score(70, 100).Percentage]) { Role = ColumnRole.Score, Format = NumberFormat.Percentage },
        new Column.Numbers("Test 2 Score", [new Score(20, 80).Percentage]) { Role = ColumnRole.Score, Format = NumberFormat.Percentage },
        new Column.Numbers("Test 3 Score", [new Score(10, 10).Percentage]) { Role = ColumnRole.Score, Format = NumberFormat.Percentage });

    [Theory]
    [InlineData("1 1 1", "65.00")]
    [InlineData("10 5 3", "62.50")]
    [InlineData("100 80 10", "52.63")]
    [InlineData("10 5 -3", "55.00")]
    [InlineData("10 0 0", "70.00")]
    public void Average_OfTheFixture_IsThatOfItsWeights(string weights, string expected) =>
        Assert.Equal(expected, RandomClass.After(new WeightedAverage { Weights = [.. weights.Split(' ').Select(weight => decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture))] }, Fixture).Find("Weighted Average")!.Show(0));

    [Fact]
    public void Average_OnAThousandRandomTables_AgreesWithTheOracle()
    {
        int rows = 0, without = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomClass(seed);
            var weights = Enumerable.Range(0, random.Tests).Select(test => test == 0 ? 2.5m : random.Chance.Next(-10, 40) / 4m).ToList();
            var missing = (MissingScore)random.Chance.Next(2);
            var result = RandomClass.After(new WeightedAverage { Weights = weights, Missing = missing }, random.Table).Find("Weighted Average")!;
            for (var person = 0; person < random.People; person++)
            {
                // Every score as often as its weight says, in quarters.
                var bag = random.Of(person).SelectMany((score, test) => Enumerable.Repeat(score, Math.Max(0, (int)(weights[test] * 4)))).ToList();
                var counted = missing == MissingScore.AsZero ? bag.ConvertAll(score => score ?? 0) : bag.OfType<Fraction>().ToList();
                RandomClass.Near(counted.Count == 0 ? null : counted.Aggregate((Fraction)0, (sum, score) => sum + score) / counted.Count, result[person].Number, $"seed {seed}, row {person}");
                rows++;
                without += counted.Count == 0 ? 1 : 0;
            }
        }
        Assert.True(rows > 4000 && without > 30, $"{without} of {rows} rows had no average.");
    }

    [Fact]
    public void Average_WithASkippedWeight_SaysSo()
    {
        var run = RandomClass.Run(new WeightedAverage { Weights = [10, 0, -1] }, Fixture);
        Assert.Equal("Test 2 Score, Test 3 Score: the weight is not above 0, so the scores do not count.", Assert.Single(run.Steps[0].Notes).Message);
        Assert.Equal("(70.00 x 10) / 10 = 70.", run.Explain("Weighted Average", 0));
        Assert.Empty(RandomClass.Run(new WeightedAverage { Weights = [1, 1, 1] }, Fixture).Steps[0].Notes);
    }

    [Fact]
    public void Explain_AMean_ShowsEveryTerm()
    {
        Assert.Equal("(70.00 x 10 + 25.00 x 5 + 100.00 x 3) / 18 = 62.5.", RandomClass.Run(new WeightedAverage { Weights = [10, 5, 3] }, Fixture).Explain("Weighted Average", 0));
        var missing = new Table(new Column.Numbers("A", [80, null]) { Role = ColumnRole.Score }, new Column.Numbers("B", [null, null]) { Role = ColumnRole.Score });
        Assert.Equal("(80 x 1 + 0 (missing) x 3) / 4 = 20.", RandomClass.Run(new WeightedAverage { Weights = [1, 3], Missing = MissingScore.AsZero }, missing).Explain("Weighted Average", 0));
        Assert.Equal("No score with a weight, so no average.", RandomClass.Run(new WeightedAverage { Weights = [1, 3] }, missing).Explain("Weighted Average", 1));
    }

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        Assert.Equal("'weights' has 2 numbers for 3 columns (Test 1 Score, Test 2 Score, Test 3 Score). Give one for each column, in their order.", RandomClass.Refusal(new WeightedAverage { Weights = [1, 2] }, Fixture));
        Assert.Equal("No weight in 'weights' is above 0, so no score would count. Give at least one that is.", RandomClass.Refusal(new WeightedAverage { Weights = [0, 0, -1] }, Fixture));
        Assert.Equal("There is no column of scores. Name the columns in 'score_columns'.", RandomClass.Refusal(new WeightedAverage { Weights = [1] }, new Table(new Column.Texts("A", ["a"]))));
    }
}
