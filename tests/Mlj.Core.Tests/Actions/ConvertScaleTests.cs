using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class ConvertScaleTests
{
    /// <summary>The bands as they are printed: from (included) to (excluded) a percentage, the letter, the points.</summary>
    private static readonly Dictionary<ScoreScale, (int From, int To, string Letter, string Points)[]> Printed = new()
    {
        [ScoreScale.FourPoint] = [(0, 60, "F", "0"), (60, 70, "D", "1"), (70, 80, "C", "2"), (80, 90, "B", "3"), (90, 1000, "A", "4")],
        [ScoreScale.FourPointPlusMinus] =
        [
            (0, 60, "F", "0.0"), (60, 63, "D-", "0.7"), (63, 67, "D", "1.0"), (67, 70, "D+", "1.3"), (70, 73, "C-", "1.7"), (73, 77, "C", "2.0"), (77, 80, "C+", "2.3"),
            (80, 83, "B-", "2.7"), (83, 87, "B", "3.0"), (87, 90, "B+", "3.3"), (90, 93, "A-", "3.7"), (93, 97, "A", "4.0"), (97, 1000, "A+", "4.0"),
        ],
        [ScoreScale.FivePoint] = [(0, 40, "F", "0"), (40, 45, "E", "1"), (45, 50, "D", "2"), (50, 60, "C", "3"), (60, 70, "B", "4"), (70, 1000, "A", "5")],
        [ScoreScale.Waec] =
        [
            (0, 40, "F9", "9"), (40, 45, "E8", "8"), (45, 50, "D7", "7"), (50, 55, "C6", "6"), (55, 60, "C5", "5"), (60, 65, "C4", "4"), (65, 70, "B3", "3"), (70, 75, "B2", "2"), (75, 1000, "A1", "1"),
        ],
    };

    public static TheoryData<ScoreScale> Bands => [.. Printed.Keys];

    [Theory]
    [MemberData(nameof(Bands))]
    public void Convert_EveryHundredthOfZeroToHundred_HasExactlyOneLetterAndItsPoints(ScoreScale scale)
    {
        var table = new Table(new Column.Numbers("S", [.. Enumerable.Range(0, 10_001).Select(step => (decimal?)(step / 100m))]));
        var letters = RandomClass.After(new ConvertScale { ScoreColumn = "S", To = scale, AsLetters = true }, table).Find("Converted Score")!;
        var points = RandomClass.After(new ConvertScale { ScoreColumn = "S", To = scale }, table).Find("Converted Score")!;
        for (var step = 0; step <= 10_000; step++)
        {
            var (_, _, letter, grade) = Assert.Single(Printed[scale], band => step >= band.From * 100 && step < band.To * 100);
            Assert.Equal((letter, grade), (letters.Show(step), points.Show(step)));
        }
    }

    [Fact]
    public void Convert_OnAThousandRandomTables_AgreesWithTheOracle()
    {
        var counts = new int[8];
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomClass(seed, mostTests: 1);
            var scale = (ScoreScale)random.Chance.Next(8);
            var maximum = random.Chance.Next(100, 400) / (decimal)random.Chance.Next(1, 4);
            var hasMaximum = scale is ScoreScale.Percent or ScoreScale.Points;
            var isLetter = !hasMaximum && Printed.ContainsKey(scale) && random.Chance.Next(2) == 0;
            var result = RandomClass.After(new ConvertScale { ScoreColumn = "Test 1 Score", To = scale, Maximum = hasMaximum ? maximum : null, AsLetters = isLetter }, random.Table).Find("Converted Score")!;
            for (var person = 0; person < random.People; person++)
            {
                counts[(int)scale]++;
                var where = $"seed {seed}, row {person}, {scale}";
                if (random.Of(person)[0] is not { } score)
                    Assert.True(result[person].IsMissing, where);
                else if (Printed.TryGetValue(scale, out var bands))
                {
                    var band = bands.Single(band => score >= band.From && score < band.To);
                    Assert.Equal(isLetter ? band.Letter : band.Points, result.Show(person));
                }
                else
                    RandomClass.Near(scale switch
                    {
                        ScoreScale.Percent => score / RandomClass.Exactly(maximum) * 100,
                        ScoreScale.Points => score * RandomClass.Exactly(maximum) / 100,
                        ScoreScale.TenPoint => score / 10,
                        _ => score / 5,
                    }, result[person].Number, where);
            }
        }
        Assert.All(counts, count => Assert.True(count > 200));
    }

    [Fact]
    public void Convert_AScoreJustBelowABand_ShowsThatItIsBelow()
    {
        var table = new Table(new Column.Numbers("S", [89.996m, 90]) { Format = NumberFormat.Percentage });
        var run = RandomClass.Run(new ConvertScale { ScoreColumn = "S", To = ScoreScale.FourPoint, AsLetters = true }, table);
        Assert.Equal(("89.996", "B"), (run.Result.Find("S")!.Show(0), run.Result.Find("Converted Score")!.Show(0)));
        Assert.Equal(("90.00", "A", ColumnRole.Grade), (run.Result.Find("S")!.Show(1), run.Result.Find("Converted Score")!.Show(1), run.Result.Find("Converted Score")!.Role));
        Assert.Empty(run.Steps[0].Notes);
    }

    [Fact]
    public void Convert_NumbersOutOfRange_AreNoted()
    {
        var table = new Table(new Column.Numbers("S", [-1, 0, 30, 31, null]));
        var run = RandomClass.Run(new ConvertScale { ScoreColumn = "S", To = ScoreScale.Percent, Maximum = 30 }, table);
        Assert.Equal("S: 2 of 5 cells are below 0 or above 30. They are converted by the same rule; check that the column is in points of this maximum.", Assert.Single(run.Steps[0].Notes).Message);
        Assert.Equal(["-3.33", "0.00", "100.00", "103.33", ""], Enumerable.Range(0, 5).Select(run.Result.Find("Converted Score")!.Show));
    }

    [Theory]
    [InlineData(ScoreScale.Percent, 30, "24 / 30 * 100 = 80.")]
    [InlineData(ScoreScale.Points, 30, "24 / 100 * 30 = 7.2.")]
    [InlineData(ScoreScale.TwentyPoint, null, "24 / 100 * 20 = 4.8.")]
    [InlineData(ScoreScale.FourPoint, null, "S 24.00 is below 60: F, 0 points.")]
    [InlineData(ScoreScale.FivePoint, null, "S 24.00 is below 40: F, 0 points.")]
    public void Explain_AConvertedScore_ShowsTheRule(ScoreScale scale, int? maximum, string expected)
    {
        var table = new Table(new Column.Numbers("S", [24, null, 66]));
        var run = RandomClass.Run(new ConvertScale { ScoreColumn = "S", To = scale, Maximum = maximum }, table);
        Assert.Equal(expected, run.Explain("Converted Score", 0));
        Assert.Equal("S is missing, so there is nothing to convert.", run.Explain("Converted Score", 1));
        if (scale == ScoreScale.FourPoint)
            Assert.Equal("S 66.00 is at or above 60: D, 1 point.", run.Explain("Converted Score", 2));
    }

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        var table = new Table(new Column.Numbers("S", [24]));
        Assert.Equal("'percent' needs 'maximum'. Give the most points that there can be.", RandomClass.Refusal(new ConvertScale { ScoreColumn = "S", To = ScoreScale.Percent }, table));
        Assert.Equal("'maximum' is not above 0. Give the most points that there can be.", RandomClass.Refusal(new ConvertScale { ScoreColumn = "S", To = ScoreScale.Points, Maximum = 0 }, table));
        Assert.Equal("'maximum' has no meaning for 'twenty_point', which takes percent. Leave it out.", RandomClass.Refusal(new ConvertScale { ScoreColumn = "S", To = ScoreScale.TwentyPoint, Maximum = 20 }, table));
        Assert.Equal("'ten_point' has no letters. Leave 'as_letters' out, or choose a scale of bands.", RandomClass.Refusal(new ConvertScale { ScoreColumn = "S", To = ScoreScale.TenPoint, AsLetters = true }, table));
    }
}
