using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Actions;

public class ScoringPolicyTests
{
    private static readonly int[] Maxima = [1, 2, 3, 6, 7, 10, 12, 15, 17, 19, 24, 30, 100];

    [Fact]
    public void Mlj_OnTwoThousandRandomTables_AgreesWithTheOracle()
    {
        int rows = 0, onTheEdge = 0, failed = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var chance = new Random(seed);
            var tests = chance.Next(1, 13);
            var people = Enumerable.Range(0, chance.Next(1, 8)).Select(_ => Person(chance, tests)).ToList();
            var result = Run(ScoringPolicy.Mlj, people);
            for (var stored = 0; stored < people.Count; stored++)
            {
                var where = $"seed {seed}, row {stored}: {string.Join(", ", people[stored].Select(score => score is { } value ? $"{value.Numerator}/{value.Denominator}" : "missing"))}";
                var final = ScoringOracle.FinalAverage(people[stored]);
                rows++;
                onTheEdge += final == 50 ? 1 : 0;
                failed += final < 50 ? 1 : 0;
                Equal(people[stored].Count(score => score is not null).ToString(CultureInfo.InvariantCulture), result, "Tests Taken", stored, where);
                Equal(ScoringOracle.Assignment(people[stored]).ToDecimal().ToString("0.0", CultureInfo.InvariantCulture), result, "Assignment Score", stored, where);
                Equal(final >= 50 ? "PASS" : "FAIL", result, "Status", stored, where);
                Shows(final, result.Find("Final Average")!, stored, where);
            }
        }
        Assert.True(rows > 5000 && onTheEdge > 200 && failed > 500, $"Of {rows} rows {onTheEdge} were on the edge and {failed} below.");
    }

    [Fact]
    public void Plain_OnFiveHundredRandomTables_AgreesWithTheOracle()
    {
        var onTheEdge = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var chance = new Random(seed);
            var tests = chance.Next(1, 13);
            var people = Enumerable.Range(0, chance.Next(1, 8)).Select(_ => chance.Next(3) == 0 ? WithMean(chance, tests, 50) : Person(chance, tests)).ToList();
            var result = Run(ScoringPolicy.Plain, people);
            Assert.Null(result.Find("Assignment Score"));
            for (var stored = 0; stored < people.Count; stored++)
            {
                var where = $"seed {seed}, row {stored}";
                var mean = ScoringOracle.Mean(people[stored]);
                onTheEdge += mean == (Fraction)50 ? 1 : 0;
                Equal(mean is null ? "N/A" : mean >= 50 ? "PASS" : "FAIL", result, "Status", stored, where);
                if (mean is { } value)
                    Shows(value, result.Find("Final Average")!, stored, where);
                else
                    Equal("", result, "Final Average", stored, where);
            }
        }
        Assert.True(onTheEdge > 100, $"{onTheEdge} rows were on the edge.");
    }

    [Theory]
    [InlineData(5, 4, "85.8")]
    [InlineData(10, 8, "85.8")]
    [InlineData(100, 80, "85.8")]
    [InlineData(10_000, 7999, "80.0")]
    [InlineData(10, 7, "80.0")]
    [InlineData(5, 3, "80.0")]
    [InlineData(10_000, 5999, "70.5")]
    [InlineData(5, 2, "70.5")]
    [InlineData(10_000, 3999, "50.0")]
    [InlineData(5, 1, "50.0")]
    [InlineData(5, 0, "50.0")]
    [InlineData(1, 1, "85.8")]
    [InlineData(1, 0, "50.0")]
    public void Assignment_AtTheEdgeOfAShare_IsThatOfItsTier(int tests, int completed, string expected)
    {
        var scores = Enumerable.Range(0, tests).Select(test => test < completed ? 10 : (Fraction?)null).ToList();
        Assert.Equal(expected, Run(ScoringPolicy.Mlj, [scores]).Find("Assignment Score")!.Show(0));
        // A score of 0 is a test taken and none completed.
        var zeros = scores.ConvertAll<Fraction?>(score => score ?? 0);
        var result = Run(ScoringPolicy.Mlj, [zeros]);
        Assert.Equal(expected, result.Find("Assignment Score")!.Show(0));
        Assert.Equal(tests.ToString(CultureInfo.InvariantCulture), result.Find("Tests Taken")!.Show(0));
    }

    [Theory]
    [InlineData("85", "92.2", "74.5")]
    [InlineData("84.9999999999", "90.6", "73.5")]
    [InlineData("75", "90.6", "73.5")]
    [InlineData("74.9999999999", "89.0", "72.5")]
    [InlineData("65", "89.0", "72.5")]
    [InlineData("64.9999999999", "87.4", "71.5")]
    [InlineData("55", "87.4", "71.5")]
    [InlineData("54.9999999999", "85.8", "70.5")]
    [InlineData("0.0001", "85.8", "70.5")]
    [InlineData("100", "92.2", "74.5")]
    public void Assignment_AtTheEdgeOfAMean_IsThatOfItsTier(string mean, string ofAll, string ofTwoFifths)
    {
        var score = new Fraction((System.Numerics.BigInteger)(decimal.Parse(mean, CultureInfo.InvariantCulture) * 10_000_000_000), 10_000_000_000);
        var people = new List<List<Fraction?>> { new() { score, score, score, score, score }, new() { score, null, null, null, score } };
        var assignment = Run(ScoringPolicy.Mlj, people).Find("Assignment Score")!;
        Assert.Equal((ofAll, ofTwoFifths), (assignment.Show(0), assignment.Show(1)));
    }

    [Theory]
    [InlineData(55)]
    [InlineData(65)]
    [InlineData(75)]
    [InlineData(85)]
    public void Assignment_OfAMeanThatIsExactlyOnTheEdge_IsThatOfTheHigherTier(int edge)
    {
        var expected = (85 + 8 * edge switch { 85 => 0.9m, 75 => 0.7m, 65 => 0.5m, _ => 0.3m }).ToString("0.0", CultureInfo.InvariantCulture);
        var checkedRows = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var person = WithMean(new Random(seed), 2 + seed % 9, edge);
            if (ScoringOracle.Mean(person) != (Fraction)edge || person.Exists(score => score is null || score <= 0))
                continue;
            checkedRows++;
            Assert.Equal(expected, Run(ScoringPolicy.Mlj, [person]).Find("Assignment Score")!.Show(0));
        }
        Assert.True(checkedRows > 500, $"{checkedRows} rows were checked.");
    }

    [Theory]
    [InlineData("49.996", "49.996", "FAIL")]
    [InlineData("49.99999999", "49.99999999", "FAIL")]
    [InlineData("50", "50.00", "PASS")]
    [InlineData("50.004", "50.004", "PASS")]
    [InlineData("49.994", "49.99", "FAIL")]
    public void Status_CloseToThePassMark_GoesByTheUnroundedValueAndShowsIt(string average, string shown, string status)
    {
        // One test of which the assignment score is 85.8: (score + 85.8) / 2.
        var score = decimal.Parse(average, CultureInfo.InvariantCulture) * 2 - 85.8m;
        var table = ScoringPolicy.Mlj.Run(new Table(new Column.Numbers("Test 1 Score", [score]) { Role = ColumnRole.Score, Test = 1 }), BuiltInActions.Catalog).Result;
        Assert.Equal((shown, status), (table.Find("Final Average")!.Show(0), table.Find("Status")!.Show(0)));
    }

    [Fact]
    public void Mlj_OfSomebodyWithoutAnyScore_IsFiftyForTakingPartAndFails()
    {
        var result = Run(ScoringPolicy.Mlj, [[null, null, null, null, null]]);
        Assert.Equal(["0", "50.0", "8.33", "FAIL"], ((string[])["Tests Taken", "Assignment Score", "Final Average", "Status"]).Select(name => result.Find(name)!.Show(0)));
    }

    [Fact]
    public void Plain_OfSomebodyWithoutAnyScore_IsNotApplicable()
    {
        var result = Run(ScoringPolicy.Plain, [[null, null]]);
        Assert.Equal(["0", "", "N/A"], ((string[])["Tests Taken", "Final Average", "Status"]).Select(name => result.Find(name)!.Show(0)));
    }

    [Fact]
    public void Explain_AnAssignmentScore_SaysTheTier()
    {
        var run = ScoringPolicy.Mlj.Run(Class([[80, 0, 90, null, 70]]), BuiltInActions.Catalog);
        Assert.Equal("3 of 5 tests completed with a score above 0 (60 %), mean of the completed 80.00: from 60 %: 80 = 80.", run.Explain("Assignment Score", 0));
        Assert.Equal("(80.00 + 0.00 + 90.00 + 0 (missing) + 70.00 + 80.0) / 6 = 53.3333.", run.Explain("Final Average", 0));
        Assert.Equal("Final Average 53.33 is at or above 50.", run.Explain("Status", 0));
        Assert.Equal("4 of 5: Test 1 Score, Test 2 Score, Test 3 Score, Test 5 Score.", run.Explain("Tests Taken", 0));
    }

    [Fact]
    public void Find_APolicy_GoesByNameIgnoringCapitals()
    {
        Assert.All(ScoringPolicy.Names, name => Assert.NotNull(ScoringPolicy.Find(name)));
        Assert.Same(ScoringPolicy.Mlj, ScoringPolicy.Find("MLJ"));
        Assert.Same(ScoringPolicy.Plain, ScoringPolicy.Find("Plain"));
        Assert.Null(ScoringPolicy.Find("weighted"));
        Assert.Null(ScoringPolicy.Find(null!));
    }

    private static void Equal(string expected, Table table, string column, int stored, string where)
    {
        var shown = table.Find(column)!.Show(stored);
        Assert.True(expected == shown, $"{column} is '{shown}', not '{expected}' ({where}).");
    }

    /// <summary>Two decimals, or as many more as it takes to see on which side of 0, 50 and 100 the value is.</summary>
    private static void Shows(Fraction exact, Column column, int stored, string where)
    {
        var (number, shown) = (column[stored].Number!.Value, column.Show(stored));
        Assert.True(Math.Abs(number - exact.ToDecimal()) < 1e-15m, $"{number} is not {exact} ({where}).");
        var rounded = exact.AtTwoDecimals();
        var hides = ((int[])[0, 50, 100]).Any(edge => exact != edge && rounded == $"{edge}.00");
        Assert.True(hides ? shown.StartsWith(exact < 50 ? "49.99" : "50.00", StringComparison.Ordinal) && shown != rounded || exact > 99 || exact < 1 : shown == rounded, $"'{shown}' is shown for {exact.ToDecimal()} ({where}).");
    }

    private static Table Run(Plan policy, IReadOnlyList<IReadOnlyList<Fraction?>> people)
    {
        var run = policy.Run(Class(people), BuiltInActions.Catalog);
        Assert.True(run.IsDone);
        return run.Result;
    }

    private static Table Class(IReadOnlyList<IReadOnlyList<Fraction?>> people) => new(
        [.. Enumerable.Range(0, people[0].Count).Select(test => new Column.Numbers($"Test {test + 1} Score", [.. people.Select(scores => Percentage(scores[test]))])
        {
            Role = ColumnRole.Score,
            Test = test + 1,
            Format = NumberFormat.Percentage,
        })]);

    /// <summary>The score as the reader would make it: points of a maximum.</summary>
    private static decimal? Percentage(Fraction? score) => score is { } exact ? new Score((decimal)exact.Numerator, (decimal)exact.Denominator * 100).Percentage : null;

    /// <summary>A random row; a third of them with a final average of exactly 50 where that is possible.</summary>
    private static List<Fraction?> Person(Random chance, int tests)
    {
        var scores = Enumerable.Range(0, tests).Select(_ => RandomScore(chance)).ToList();
        if (chance.Next(3) > 0)
            return scores;
        foreach (var assignment in (Fraction[])[80, 50, new(858, 10), new(874, 10), 89, new(906, 10), new(922, 10), new(705, 10), new(715, 10), new(725, 10), new(735, 10), new(745, 10)])
        {
            var others = scores.Skip(1).Aggregate((Fraction)0, (sum, score) => sum + (score ?? 0));
            List<Fraction?> tried = [50 * (tests + 1) - assignment - others, .. scores.Skip(1)];
            if (tried[0] >= 0 && tried[0] <= 100 && ScoringOracle.FinalAverage(tried) == 50)
                return tried;
        }
        return scores;
    }

    /// <summary>A random row whose mean is exactly this where that is possible.</summary>
    private static List<Fraction?> WithMean(Random chance, int tests, int mean)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var scores = Enumerable.Range(0, tests - 1).Select(_ => RandomScore(chance)).ToList();
            var last = mean * (scores.Count(score => score is not null) + 1) - scores.Aggregate((Fraction)0, (sum, score) => sum + (score ?? 0));
            if (last >= 0 && last <= 100)
                return [last, .. scores];
        }
        return Person(chance, tests);
    }

    private static Fraction? RandomScore(Random chance)
    {
        if (chance.Next(8) == 0)
            return chance.Next(2) == 0 ? null : 0;
        var maximum = Maxima[chance.Next(Maxima.Length)];
        return new Fraction(chance.Next(maximum + 1) * 100, maximum);
    }
}
