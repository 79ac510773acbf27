using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class DropLowestTests
{
    [Theory]
    [InlineData(DropRule.LowestPercent, 50.0)]
    [InlineData(DropRule.BestForStudent, 67.5)]
    public void Drop_OfEightyTwentyAndOneOfTwenty_IsTheFixture(DropRule rule, double expected)
    {
        var table = OnePerson(80, 20, 5);
        Assert.Equal((decimal)expected, RandomClass.After(new DropLowest { Rule = rule, Maxima = [100, 100, 20] }, table).Find("Average Without Lowest")![0].Number);
    }

    [Fact]
    public void Drop_BestOfPointsWithOneHopelessTrap_IsNotGreedy()
    {
        // Kane and Kane, The algorithm of grade dropping: leaving out one by one ends elsewhere than the best two.
        var maxima = new decimal[] { 8, 40, 60, 100 };
        var table = OnePerson(new[] { 8m, 30, 20, 1 }.Zip(maxima, (points, maximum) => points * 100 / maximum).ToArray());
        var result = RandomClass.After(new DropLowest { Maxima = maxima, Drop = 2 }, table).Find("Average Without Lowest")![0].Number;
        RandomClass.Near(Best([.. Enumerable.Range(0, 4).Select(test => RandomClass.Exactly(table.Columns[test][0].Number!.Value))], [8, 40, 60, 100], 2), result, "trap");
    }

    [Fact]
    public void Drop_OnAThousandRandomTables_AgreesWithTryingAllSubsets()
    {
        int rows = 0, differ = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomClass(seed, mostTests: 9);
            var isWeighted = random.Chance.Next(4) > 0;
            // Few different maxima make ties; odd ones make traps.
            var maxima = Enumerable.Range(0, random.Tests).Select(_ => isWeighted ? (decimal)random.Chance.Next(1, seed % 2 == 0 ? 4 : 101) : 1).ToArray();
            var action = new DropLowest
            {
                Drop = random.Chance.Next(1, 5),
                Rule = (DropRule)random.Chance.Next(2),
                Missing = (MissingScore)random.Chance.Next(2),
                Maxima = isWeighted ? maxima : [],
            };
            var result = RandomClass.After(action, random.Table).Find("Average Without Lowest")!;
            for (var person = 0; person < random.People; person++)
            {
                var taken = random.Of(person).Zip(maxima).Where(each => each.First is not null || action.Missing == MissingScore.AsZero).ToList();
                var scores = taken.ConvertAll(each => each.First ?? 0);
                var weights = taken.ConvertAll(each => (Fraction)(int)each.Second);
                var left = Math.Min(action.Drop, scores.Count - 1);
                var best = Best(scores, weights, left);
                var lowest = Lowest(scores, weights, left);
                RandomClass.Near(action.Rule == DropRule.BestForStudent ? best : lowest, result[person].Number, $"seed {seed}, row {person}");
                rows++;
                differ += best == lowest ? 0 : 1;
            }
        }
        Assert.True(rows > 4000 && differ > 300, $"The rules differed in {differ} of {rows} rows.");
    }

    [Fact]
    public void Explain_AMean_NamesWhatIsLeftOut()
    {
        var table = OnePerson(80, 20, 5);
        Assert.Equal("Without Test 2 Score (20.00 of 100 points): (80.00 x 100 + 5.00 x 20) / 120 = 67.5.", RandomClass.Run(new DropLowest { Maxima = [100, 100, 20] }, table).Explain("Average Without Lowest", 0));
        Assert.Equal("Without Test 3 Score (5.00): (80.00 + 20.00) / 2 = 50.", RandomClass.Run(new DropLowest(), table).Explain("Average Without Lowest", 0));
        Assert.Equal("Without Test 1 Score (0 (missing)): (7.00) / 1 = 7.", RandomClass.Run(new DropLowest { Missing = MissingScore.AsZero }, OnePerson(null, 7)).Explain("Average Without Lowest", 0));
        Assert.Equal("Without none: (7.00) / 1 = 7.", RandomClass.Run(new DropLowest(), OnePerson(null, 7)).Explain("Average Without Lowest", 0));
        Assert.Equal("No score, so no average.", RandomClass.Run(new DropLowest(), OnePerson(null, null)).Explain("Average Without Lowest", 0));
    }

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        var table = OnePerson(1, 2);
        Assert.Equal("'drop' is 0. Give a whole number from 1.", RandomClass.Refusal(new DropLowest { Drop = 0 }, table));
        Assert.Equal("'maxima' has 1 numbers for 2 columns (Test 1 Score, Test 2 Score). Give one for each column, in their order.", RandomClass.Refusal(new DropLowest { Maxima = [5] }, table));
        Assert.Equal("A maximum in 'maxima' is not above 0. Give the most points that each test can have.", RandomClass.Refusal(new DropLowest { Maxima = [5, 0] }, table));
        Assert.Equal("'Test 1 Score' stands twice in 'score_columns'. Name it once.", RandomClass.Refusal(new DropLowest { ScoreColumns = ["Test 1 Score", "Test 1 Score"] }, table));
        Assert.Equal("There is no column of scores. Name the columns in 'score_columns'.", RandomClass.Refusal(new DropLowest(), new Table(new Column.Texts("A", ["a"]))));
    }

    private static Table OnePerson(params decimal?[] scores) =>
        new([.. scores.Select((score, test) => new Column.Numbers(RandomClass.Heading(test), [score]) { Role = ColumnRole.Score, Test = test + 1, Format = NumberFormat.Percentage })]);

    private static Table OnePerson(decimal[] scores) => OnePerson([.. scores.Select(score => (decimal?)score)]);

    /// <summary>The best mean over all subsets of the right size.</summary>
    private static Fraction? Best(List<Fraction> scores, List<Fraction> weights, int left)
    {
        Fraction? best = null;
        for (var subset = 1; subset < 1 << scores.Count; subset++)
            if (System.Numerics.BitOperations.PopCount((uint)subset) == scores.Count - left && Mean(scores, weights, subset) is var mean && (best is null || mean > best))
                best = mean;
        return best;
    }

    private static Fraction? Lowest(List<Fraction> scores, List<Fraction> weights, int left) =>
        scores.Count == 0 ? null : Mean(scores, weights, Enumerable.Range(0, scores.Count).OrderBy(index => scores[index]).Skip(left).Sum(index => 1 << index));

    private static Fraction Mean(List<Fraction> scores, List<Fraction> weights, int subset)
    {
        Fraction sum = 0, weight = 0;
        for (var index = 0; index < scores.Count; index++)
            if ((subset >> index & 1) == 1)
                (sum, weight) = (sum + scores[index] * weights[index], weight + weights[index]);
        return sum / weight;
    }
}
