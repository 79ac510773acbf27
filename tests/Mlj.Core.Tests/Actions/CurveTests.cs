using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class CurveTests
{
    private static readonly Table Class = Scores(36, 49, 64, null, 81);

    [Fact]
    public void Curve_OnAThousandRandomTables_AgreesWithTheOracle()
    {
        var counts = new int[5];
        var refused = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomClass(seed, mostTests: 1, mostPeople: 12);
            var action = Drawn(random.Chance);
            // Some rows are not shown: nothing goes by them, yet they are curved by the same rule.
            var shown = Enumerable.Range(0, random.People).Where(_ => seed % 3 > 0 || random.Chance.Next(4) > 0).ToList();
            var table = random.Table.Ordered(RowOrder.Of(shown));
            var all = random.Scores[0].Select(score => score is { } value ? RandomClass.Exactly(value) : (Fraction?)null).ToList();
            var seen = shown.Select(stored => all[stored]).OfType<Fraction>().Order().ToList();
            var oracle = Oracle(action, seen);
            var run = new Mlj.Pipeline.Plan([action]).Run(table, BuiltInActions.Catalog);
            Assert.True(run.IsDone == oracle is not null, $"seed {seed}: {action} {string.Join(' ', run.Problems)}");
            if (oracle is null)
            {
                refused++;
                continue;
            }
            counts[(int)action.Method]++;
            var result = ((Column.Numbers)run.Result.Find("Curved Score")!);
            for (var stored = 0; stored < random.People; stored++)
            {
                var where = $"seed {seed}, row {stored}, {action}";
                if (all[stored] is not { } score)
                {
                    Assert.Null(result.Number(stored));
                    continue;
                }
                var (plain, isSquare) = oracle(score);
                var low = action.MayLower ? Least(0, score) : score;
                var curved = RandomClass.Exactly(result.Number(stored)!.Value);
                // A root has no fraction: the square of what came out is compared, as long as no bound holds it.
                if (isSquare && plain >= 0 && (action.MayExceedMaximum || plain <= 10000) && plain >= score * score)
                    Assert.True(curved * curved - plain is var off && off < new Fraction(1, 1_000_000_000_000_000) && off > new Fraction(-1, 1_000_000_000_000_000), where);
                else if (!isSquare)
                {
                    var high = action.MayExceedMaximum ? (Fraction?)null : action.MayLower ? 100 : (score > 100 ? score : 100);
                    RandomClass.Near(plain < low ? low : plain > high ? high : plain, result.Number(stored), where);
                }
                Assert.True(action.MayLower || curved >= score, where);
                Assert.True(action.MayExceedMaximum || curved <= 100 || curved == score, where);
                for (var other = 0; other < stored; other++)
                    if (all[other] is { } rival && rival > score)
                        Assert.True(result.Number(other) >= result.Number(stored), where);
            }
        }
        Assert.True(counts.All(count => count > 60) && refused is > 30 and < 500, $"{string.Join(' ', counts)}, {refused} refused.");
    }

    [Theory]
    [InlineData(CurveMethod.Flat, "46.00 59.00 74.00  91.00")]
    [InlineData(CurveMethod.LinearToTop, "44.44 60.49 79.01  100.00")]
    [InlineData(CurveMethod.LinearToRange, "50.00 61.56 74.89  90.00")]
    [InlineData(CurveMethod.SquareRoot, "60.00 70.00 80.00  90.00")]
    [InlineData(CurveMethod.TargetMean, "66.67 79.67 94.67  100.00")]
    public void Curve_ByEachMethod_IsItsFormula(CurveMethod method, string expected)
    {
        var table = method == CurveMethod.TargetMean ? Scores(36, 49, 64, null, 90) : Class;
        var result = RandomClass.After(Of(method), table).Find("Curved Score")!;
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, 5).Select(result.Show)));
        Assert.Equal(["36.00", "49.00"], Enumerable.Range(0, 2).Select(RandomClass.After(Of(method), table).Find("Test 1 Score")!.Show));
    }

    [Fact]
    public void Curve_Always_NotesBeforeAndAfter()
    {
        var note = Assert.Single(RandomClass.Run(Of(CurveMethod.TargetMean), Scores(36, 49, 64, null, 90)).Steps[0].Notes);
        Assert.Equal("Test 1 Score before: mean 59.75, lowest 36.00, highest 90.00. Curved Score: mean 85.25, lowest 66.67, highest 100.00. Of 4 scores 4 rose, 0 fell, 0 stayed; everybody got 30.6667 points.", note.Message);
    }

    [Fact]
    public void Curve_ThatWouldLower_KeepsTheScoreUnlessTold()
    {
        var range = new Curve { ScoreColumn = "Test 1 Score", Method = CurveMethod.LinearToRange, Low = 0, High = 50 };
        Assert.Equal(["36.00", "81.00"], [RandomClass.After(range, Class).Find("Curved Score")!.Show(0), RandomClass.After(range, Class).Find("Curved Score")!.Show(4)]);
        Assert.Equal(["0.00", "50.00"], [RandomClass.After(range with { MayLower = true }, Class).Find("Curved Score")!.Show(0), RandomClass.After(range with { MayLower = true }, Class).Find("Curved Score")!.Show(4)]);
        var lower = new Curve { ScoreColumn = "Test 1 Score", Method = CurveMethod.Flat, Points = -40, MayLower = true };
        Assert.Equal(["0.00", "9.00"], [.. Enumerable.Range(0, 2).Select(RandomClass.After(lower, Class).Find("Curved Score")!.Show)]);
    }

    [Theory]
    [InlineData(CurveMethod.Flat, 4, "81 + 10 = 91.")]
    [InlineData(CurveMethod.Flat, 3, "Test 1 Score is missing, so there is no curved score.")]
    [InlineData(CurveMethod.LinearToTop, 0, "36 * 100 / 81 = 44.4444.")]
    [InlineData(CurveMethod.LinearToRange, 1, "50 + (49 - 36) * (90 - 50) / (81 - 36) = 61.5556.")]
    [InlineData(CurveMethod.SquareRoot, 2, "100 * sqrt(64 / 100) = 80.")]
    [InlineData(CurveMethod.TargetMean, 4, "81 + 25 = 106, but at most 100.")]
    public void Explain_ACurvedScore_ShowsTheFormula(CurveMethod method, int stored, string expected) =>
        Assert.Equal(expected, RandomClass.Run(Of(method) with { Target = method == CurveMethod.TargetMean ? 81 : null }, Class).Explain("Curved Score", stored));

    [Fact]
    public void Explain_AScoreThatIsNotLowered_SaysSo() =>
        Assert.Equal("0 + (49 - 36) * (50 - 0) / (81 - 36) = 14.4444, but not below 49.", RandomClass.Run(new Curve { ScoreColumn = "Test 1 Score", Method = CurveMethod.LinearToRange, Low = 0, High = 50 }, Class).Explain("Curved Score", 1));

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        var curve = new Curve { ScoreColumn = "Test 1 Score", Method = CurveMethod.Flat };
        Refused("The method 'flat' needs 'points'. Give it.", curve);
        Refused("'points' is for the method 'flat'; this one is 'square_root'. Leave it out, or change the method.", curve with { Method = CurveMethod.SquareRoot, Points = 5 });
        Refused("'maximum' is not above 0. Give the most that a score can be.", curve with { Points = 1, Maximum = 0 });
        Refused("'points' is below 0, which lowers scores. Give points from 0, or set 'may_lower'.", curve with { Points = -1 });
        Refused("'low' 90 is above 'high' 50, which would turn the order around. Give a low that is not above the high.", curve with { Method = CurveMethod.LinearToRange, Low = 90, High = 50 });
        Refused("'high' 110 is above the maximum 100. Give a lower one, or set 'may_exceed_maximum'.", curve with { Method = CurveMethod.LinearToRange, Low = 90, High = 110 });
        Refused("The mean of 'Test 1 Score' is 57.50; to bring it to 50 would lower scores as they are. Give a higher 'target', or set 'may_lower'.", curve with { Method = CurveMethod.TargetMean, Target = 50 });
        Refused("A mean of 101 is beyond the maximum 100. Give a lower 'target', or set 'may_exceed_maximum'.", curve with { Method = CurveMethod.TargetMean, Target = 101 });
        Assert.Equal("All scores of 'Test 1 Score' are equal, so there is no range to spread. Take the method 'flat'.", RandomClass.Refusal(curve with { Method = CurveMethod.LinearToRange, Low = 5 }, Scores(7, 7)));
        Assert.Equal("No score of 'Test 1 Score' is above 0, so none can be brought to the maximum in proportion. Take the method 'flat'.", RandomClass.Refusal(curve with { Method = CurveMethod.LinearToTop }, Scores(0, null)));
        Assert.Equal("'Test 1 Score' has no score in the rows shown, so there is nothing to go by. Name another column.", RandomClass.Refusal(curve with { Method = CurveMethod.TargetMean, Target = 50 }, Scores(null, null)));

        static void Refused(string expected, Curve curve) => Assert.Equal(expected, RandomClass.Refusal(curve, Class));
    }

    private static Curve Of(CurveMethod method) => method switch
    {
        CurveMethod.Flat => new() { ScoreColumn = "Test 1 Score", Method = method, Points = 10 },
        CurveMethod.LinearToRange => new() { ScoreColumn = "Test 1 Score", Method = method, Low = 50, High = 90 },
        CurveMethod.TargetMean => new() { ScoreColumn = "Test 1 Score", Method = method, Target = 85.25m },
        _ => new() { ScoreColumn = "Test 1 Score", Method = method },
    };

    private static Curve Drawn(Random chance) => Of((CurveMethod)chance.Next(5)) with { MayLower = chance.Next(3) == 0, MayExceedMaximum = chance.Next(3) == 0 } is var curve
        ? curve.Method switch
        {
            CurveMethod.Flat => curve with { Points = chance.Next(curve.MayLower ? -400 : 0, 400) / 10m },
            CurveMethod.LinearToRange => curve with { Low = chance.Next(0, 60), High = chance.Next(60, curve.MayExceedMaximum ? 130 : 101) },
            CurveMethod.TargetMean => curve with { Target = chance.Next(30, 105) },
            _ => curve,
        }
        : null!;

    /// <summary>The rule without bounds, a root as its square; null when it cannot be done.</summary>
    private static Func<Fraction, (Fraction Plain, bool IsSquare)>? Oracle(Curve curve, List<Fraction> seen)
    {
        switch (curve.Method)
        {
            case CurveMethod.Flat:
                return score => (score + RandomClass.Exactly(curve.Points!.Value), false);
            case CurveMethod.SquareRoot:
                return score => (score * 100, true);
            case CurveMethod.LinearToTop:
                return seen.Count == 0 || seen[^1] <= 0 ? null : score => (score / seen[^1] * 100, false);
            case CurveMethod.LinearToRange:
                Fraction low = (int)curve.Low!.Value, high = (int)curve.High!.Value;
                return seen.Count == 0 || seen[0] == seen[^1] ? null : score => (low + (score - seen[0]) / (seen[^1] - seen[0]) * (high - low), false);
            default:
                return Shift(curve, seen) is { } shift ? score => (score + shift, false) : null;
        }
    }

    /// <summary>The points that bring the mean to the target: tries how many are held at the top and how many at the bottom.</summary>
    private static Fraction? Shift(Curve curve, List<Fraction> seen)
    {
        Fraction target = (int)curve.Target!.Value * seen.Count;
        for (var bottom = 0; bottom <= seen.Count; bottom++)
            for (var top = 0; bottom + top < seen.Count; top++)
            {
                var middle = seen.Skip(bottom).SkipLast(top).ToList();
                var rest = target - (Fraction)100 * top - middle.Aggregate((Fraction)0, (sum, score) => sum + score);
                var shift = rest / middle.Count;
                var isRight = seen.Take(bottom).All(score => score + shift <= 0) && middle.All(score => score + shift >= 0 && (curve.MayExceedMaximum || score + shift <= 100))
                    && seen.TakeLast(top).All(score => !curve.MayExceedMaximum && score + shift >= 100);
                if (isRight && (bottom == 0 || shift < 0) && (shift >= 0 || curve.MayLower))
                    return shift;
            }
        // Everybody at the maximum.
        return !curve.MayExceedMaximum && target == (Fraction)100 * seen.Count && seen.Count > 0 ? 100 : null;
    }

    private static Fraction Least(Fraction one, Fraction other) => one < other ? one : other;

    private static Table Scores(params decimal?[] scores) => new(new Column.Numbers("Test 1 Score", scores) { Role = ColumnRole.Score, Test = 1, Format = NumberFormat.Percentage });
}
