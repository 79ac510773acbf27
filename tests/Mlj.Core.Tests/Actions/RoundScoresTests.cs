using System.Numerics;
using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class RoundScoresTests
{
    [Fact]
    public void Round_OnAThousandRandomTables_AgreesWithTheOracle()
    {
        int cells = 0, halves = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomClass(seed);
            var action = new RoundScores { Decimals = random.Chance.Next(0, 4), Rule = (RoundingRule)random.Chance.Next(4) };
            // Numbers on the middle between two, below 0 too.
            var table = random.Table.With(new Column.Numbers("Test 1 Score", [.. Enumerable.Range(0, random.People).Select(_ => (decimal?)random.Chance.Next(-3000, 3000) / 2m / Power(action.Decimals))]) { Role = ColumnRole.Score });
            var result = RandomClass.After(action, table);
            foreach (var before in table.Columns.OfType<Column.Numbers>())
                for (var person = 0; person < random.People; person++)
                {
                    var exact = before.Number(person) is { } score ? RandomClass.Exactly(score) : (Fraction?)null;
                    var expected = exact is { } number ? Rounded(number * (int)Power(action.Decimals), action.Rule) / (int)Power(action.Decimals) : (Fraction?)null;
                    var actual = ((Column.Numbers)result.Find(before.Name)!).Number(person);
                    Assert.True(expected == (actual is { } value ? RandomClass.Exactly(value) : null), $"seed {seed}, {before.Name}, row {person}: {before.Number(person)} to {actual}, {action}");
                    cells++;
                    halves += exact is { } whole && (whole * 2 * (int)Power(action.Decimals)).Denominator == 1 ? 1 : 0;
                }
            Assert.Same(table.Find("Full Name"), result.Find("Full Name"));
        }
        Assert.True(cells > 10_000 && halves > 4000, $"{halves} of {cells} cells were on the middle or whole.");
    }

    [Theory]
    [InlineData(RoundingRule.HalfAway, "3 -3 1 100")]
    [InlineData(RoundingRule.HalfEven, "2 -2 1 100")]
    [InlineData(RoundingRule.Floor, "2 -3 0 99")]
    [InlineData(RoundingRule.Ceiling, "3 -2 1 100")]
    public void Round_ByEachRule_IsThatRule(RoundingRule rule, string expected)
    {
        var result = RandomClass.After(new RoundScores { Rule = rule, ScoreColumns = ["A"] }, new Table(new Column.Numbers("A", [2.5m, -2.5m, 0.51m, 99.996m, null]) { Role = ColumnRole.Average, Format = NumberFormat.Percentage })).Find("A")!;
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, 4).Select(result.Show)));
        Assert.Equal(("", ColumnRole.Average), (result.Show(4), result.Role));
    }

    [Fact]
    public void Round_Always_NotesHowManyChangedAndExplainsThem()
    {
        var table = new Table(new Column.Numbers("A", [2.5m, 3, null]) { Role = ColumnRole.Score }, new Column.Numbers("B", [2.25m, 3, null]) { Role = ColumnRole.Score });
        var run = RandomClass.Run(new RoundScores { Decimals = 1 }, table);
        Assert.Equal(["A: 0 of 3 cells changed by rounding.", "B: 1 of 3 cells changed by rounding."], run.Steps[0].Notes.Select(note => note.Message));
        Assert.Equal("2.25 rounded half away from zero to 1 decimal = 2.3.", run.Explain("B", 0));
        Assert.Null(run.Explain("B", 2));
        Assert.Equal("2.5 rounded down to 0 decimals = 2.", RandomClass.Run(new RoundScores { Rule = RoundingRule.Floor }, table).Explain("A", 0));
    }

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        var table = new Table(new Column.Numbers("A", [2.5m]));
        Assert.Equal("There is no column of scores. Name the columns in 'score_columns'.", RandomClass.Refusal(new RoundScores(), table));
        Assert.Equal("'decimals' is 11. Give a whole number from 0 to 10.", RandomClass.Refusal(new RoundScores { ScoreColumns = ["A"], Decimals = 11 }, table));
        Assert.Equal("'decimals' is -1. Give a whole number from 0 to 10.", RandomClass.Refusal(new RoundScores { ScoreColumns = ["A"], Decimals = -1 }, table));
    }

    private static Fraction Rounded(Fraction value, RoundingRule rule)
    {
        var floor = BigInteger.DivRem(value.Numerator, value.Denominator, out var rest);
        if (rest < 0)
            (floor, rest) = (floor - 1, rest + value.Denominator);
        var isUp = rule switch
        {
            RoundingRule.Floor => false,
            RoundingRule.Ceiling => rest > 0,
            _ when rest * 2 != value.Denominator => rest * 2 > value.Denominator,
            RoundingRule.HalfEven => !floor.IsEven,
            _ => value > 0,
        };
        return new Fraction(isUp ? floor + 1 : floor, 1);
    }

    private static decimal Power(int decimals) => decimals == 0 ? 1 : 10 * Power(decimals - 1);
}
