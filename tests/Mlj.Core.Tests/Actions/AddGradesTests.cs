using System.Globalization;
using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class AddGradesTests
{
    // Written down a second time, from the lowest grade up.
    private static readonly Dictionary<GradeScale, string> Packs = new()
    {
        [GradeScale.Letters] = "F 0 D 60 C 70 B 80 A 90",
        [GradeScale.PlusMinus] = "F 0 D- 60 D 63 D+ 67 C- 70 C 73 C+ 77 B- 80 B 83 B+ 87 A- 90 A 93 A+ 97",
        [GradeScale.Waec] = "F9 0 E8 40 D7 45 C6 50 C5 55 C4 60 B3 65 B2 70 A1 75",
        [GradeScale.NigerianUniversity] = "F 0 E 40 D 45 C 50 B 60 A 70",
    };

    public static TheoryData<GradeScale> Scales => [.. Enum.GetValues<GradeScale>()];

    [Theory]
    [MemberData(nameof(Scales))]
    public void AddGrades_OfEveryHundredth_IsExactlyOneGrade(GradeScale scale)
    {
        var scores = new Column.Numbers("Score", [.. Enumerable.Range(0, 10_001).Select(hundredths => (decimal?)(hundredths / 100m))]);
        var grades = Act.On(new Table(scores), new AddGrades { ScoreColumn = "Score", Scale = scale }).Result.Find("Grade")!;
        var bounds = Bounds(scale);
        for (var hundredths = 0; hundredths <= 10_000; hundredths++)
        {
            var letters = bounds.Where((bound, index) => hundredths >= bound.From * 100 && (index + 1 == bounds.Count || hundredths < bounds[index + 1].From * 100)).ToList();
            Assert.Equal(Assert.Single(letters).Grade, grades[hundredths].Text);
        }
    }

    [Fact]
    public void AddGrades_OnAThousandTables_AgreesWithTheOracle() => Act.OnAThousandTables((table, chance) =>
    {
        var scores = Act.Numbers(table, chance);
        var action = new AddGrades { ScoreColumn = scores.Name };
        var bounds = Bounds(GradeScale.Letters);
        if (chance.Next(2) == 0)
            bounds = Bounds((action = action with { Scale = (GradeScale)chance.Next(4) }).Scale);
        else if (chance.Next(2) == 0)
        {
            bounds = [("Low", 0), .. Enumerable.Range(1, chance.Next(5)).Select(number => ($"G{number}", number * 12.5m))];
            action = action with { Thresholds = Enumerable.Reverse(bounds).ToDictionary(bound => bound.Grade, bound => bound.From) };
        }
        var run = Act.On(table, action);
        var grades = run.Result.Find("Grade")!;
        for (var stored = 0; stored < table.StoredCount; stored++)
        {
            var expected = scores.Number(stored) is { } score ? bounds.LastOrDefault(bound => Act.Exactly(score) >= Act.Exactly(bound.From)).Grade : "N/A";
            Assert.Equal(expected, grades[stored].Text);
            Assert.EndsWith(".", run.Explain("Grade", stored), StringComparison.Ordinal);
            // What is shown stands on the same side of every bound.
            if (run.Result.Find(scores.Name)!.Show(stored) is { Length: > 0 } shown)
                Assert.All(bounds, bound => Assert.Equal(scores.Number(stored) >= bound.From, decimal.Parse(shown, CultureInfo.InvariantCulture) >= bound.From));
        }
        Assert.Equal(ColumnRole.Grade, grades.Role);
        Assert.Same(table.Order, run.Result.Order);
        Assert.Equal(Enumerable.Range(0, table.StoredCount).Any(stored => scores.Number(stored) < 0) ? 1 : 0, run.Steps[0].Notes.Count);
    });

    [Theory]
    [InlineData("B=80,A=90,F=0", "'thresholds' must descend: 'A' from 90 comes after 'B' from 80. Write them from the best grade down.")]
    [InlineData("A=90,B=90,F=0", "'thresholds' must descend: 'B' from 90 comes after 'A' from 90. Write them from the best grade down.")]
    [InlineData("Pass=50", "'thresholds' end with 'Pass' from 50, so a lower score would have no grade. Add the grade from 0.")]
    [InlineData(" =50,F=0", "A grade in 'thresholds' has no name. Name every grade.")]
    [InlineData("", "'thresholds' is empty. Give the lowest score of each grade, or leave it out.")]
    public void AddGrades_WithThresholdsThatCannotBe_AreRefused(string thresholds, string problem)
    {
        var given = thresholds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('=')).ToDictionary(each => each[0], each => decimal.Parse(each[1], CultureInfo.InvariantCulture));
        Assert.Equal(problem, Act.Problem(new Table(new Column.Numbers("Score", [1])), new AddGrades { ScoreColumn = "Score", Thresholds = given }));
    }

    [Fact]
    public void AddGrades_WithAScaleAndThresholds_IsRefused() =>
        Assert.Equal("There is a 'scale' and there are 'thresholds'. Give one of them.",
            Act.Problem(new Table(new Column.Numbers("Score", [1])), new AddGrades { ScoreColumn = "Score", Scale = GradeScale.Waec, Thresholds = new Dictionary<string, decimal> { ["F"] = 0 } }));

    [Fact]
    public void Explain_AGrade_NamesItsBounds()
    {
        var table = new Table(new Column.Numbers("Score", [89.996m, 95, null, -1, 3]) { Format = NumberFormat.Percentage });
        var run = Act.On(table, new AddGrades { ScoreColumn = "Score" });
        Assert.Equal(
            [
                "Score 89.996 is at or above 80, where B begins and below 90, where A begins.",
                "Score 95.00 is at or above 90, where A begins.",
                "Score is missing, so there is no grade.",
                "Score -1.00 is below 0, where the lowest grade begins.",
                "Score 3.00 is at or above 0, where F begins and below 60, where D begins.",
            ], Enumerable.Range(0, 5).Select(stored => run.Explain("Grade", stored)));
        Assert.Equal("1 of the scores in 'Score' is below 0, where the lowest grade begins, and got no grade. Look at them.", Assert.Single(run.Steps[0].Notes).Message);
    }

    private static List<(string Grade, decimal From)> Bounds(GradeScale scale) =>
        [.. Packs[scale].Split(' ').Chunk(2).Select(pair => (pair[0], decimal.Parse(pair[1], CultureInfo.InvariantCulture)))];
}
