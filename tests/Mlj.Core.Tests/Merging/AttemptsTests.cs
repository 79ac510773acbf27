using Mlj.Merging;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Merging;

public class AttemptsTests
{
    private const string Ada = "ada@example.org";

    [Theory]
    [InlineData(AttemptPolicy.Best, 90)]
    [InlineData(AttemptPolicy.Latest, 40)]
    [InlineData(AttemptPolicy.First, 60)]
    public void Settle_ThreeAttempts_GoesByTimeAndNotByRow(AttemptPolicy policy, int kept)
    {
        var merged = Merge(policy, new TestDraft(1)
            .Row("Ada", Ada, 40, "2026-03-09T17:45").Row("Ada", Ada, 60, "2026-03-07T10:12").Row("Ada", Ada, 90, "2026-03-08T08:00"));
        Assert.Equal(kept, merged.Participants[0].PercentageOf(1));
        var retake = Assert.Single(merged.Retakes);
        Assert.Equal(kept, Assert.Single(retake.Kept).Response.RawPoints);
        Assert.Equal(2, retake.Superseded.Count);
        Assert.Equal((1, 2), (merged.Ledger.Total.Placed, merged.Ledger.Total.Superseded));
    }

    [Fact]
    public void Settle_TheAverage_PlacesEveryAttempt()
    {
        var merged = Merge(AttemptPolicy.Average, new TestDraft(1, maximum: 24).Row("Ada", Ada, 11, "2026-03-09T17:45").Row("Ada", Ada, 18, "2026-03-07T10:12"));
        Assert.Equal(29m * 100 / 48, merged.Participants[0].PercentageOf(1)!.Value, 15);
        Assert.Equal((2, 0), (merged.Ledger.Total.Placed, merged.Ledger.Total.Superseded));
        Assert.Equal((2, 0), (merged.Retakes[0].Kept.Count, merged.Retakes[0].Superseded.Count));
    }

    [Fact]
    public void Settle_TheAverageOfNineteenths_IsExactWhereTheMeanIs()
    {
        // All attempts out of 19 whose mean is 50 %: nineteenths in decimal can miss it by the last digit.
        for (var first = 0; first <= 19; first++)
            for (var second = 0; second <= 19; second++)
                for (var third = 0; third <= 19; third++)
                    if (38 - first - second - third is >= 0 and <= 19 and var fourth)
                        Assert.Equal(50, Merge(AttemptPolicy.Average, new TestDraft(1, maximum: 19)
                            .Row("Ada", Ada, first, "2026-01-01").Row("Ada", Ada, second, "2026-01-02").Row("Ada", Ada, third, "2026-01-03").Row("Ada", Ada, fourth, "2026-01-04"))
                            .Participants[0].PercentageOf(1));
    }

    [Theory]
    [InlineData(AttemptPolicy.Best, 90)]
    [InlineData(AttemptPolicy.Latest, 40)]
    [InlineData(AttemptPolicy.First, 60)]
    public void Settle_WithoutTimes_GoesByRow(AttemptPolicy policy, int kept) =>
        Assert.Equal(kept, Merge(policy, new TestDraft(1).Row("Ada", Ada, 60).Row("Ada", Ada, 90).Row("Ada", Ada, 40)).Participants[0].PercentageOf(1));

    [Theory]
    [InlineData(AttemptPolicy.Latest, 40)]
    [InlineData(AttemptPolicy.First, 90)]
    public void Settle_NumberedAttemptsWithoutTimes_GoByTheirNumber(AttemptPolicy policy, int kept) =>
        Assert.Equal(kept, Merge(policy, new TestDraft(1).Row("Ada", Ada, 40, attempt: 3).Row("Ada", Ada, 90, attempt: 1).Row("Ada", Ada, 60, attempt: 2)).Participants[0].PercentageOf(1));

    [Fact]
    public void Settle_EqualScores_KeepsTheLatest()
    {
        var merged = Merge(AttemptPolicy.Best, new TestDraft(1).Row("Ada", Ada, 60, "2026-03-09T10:00").Row("Ada", Ada, 60, "2026-03-07T10:00"));
        Assert.Equal(2, Assert.Single(merged.Retakes[0].Kept).Response.Row);
        Assert.Contains("equal later attempt", Assert.Single(merged.Ledger.NotPlaced).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Settle_EqualTimes_GoByRow()
    {
        var test = new TestDraft(1).Row("Ada", Ada, 60, "2026-03-09T10:00").Row("Ada", Ada, 40, "2026-03-09T10:00");
        Assert.Equal(40, Merge(AttemptPolicy.Latest, test).Participants[0].PercentageOf(1));
        Assert.Equal(60, Merge(AttemptPolicy.First, test).Participants[0].PercentageOf(1));
    }

    [Theory]
    [InlineData(AttemptPolicy.Best)]
    [InlineData(AttemptPolicy.Latest)]
    [InlineData(AttemptPolicy.First)]
    [InlineData(AttemptPolicy.Average)]
    public void Settle_AnAttemptWithoutAScoreBesideOneWith_CountsTheOneWith(AttemptPolicy policy)
    {
        foreach (var test in (TestDraft[])
        [
            new TestDraft(1).Row("Ada", Ada, null, "2026-03-07").Row("Ada", Ada, 60, "2026-03-08"),
            new TestDraft(1).Row("Ada", Ada, null, "2026-03-09").Row("Ada", Ada, 60, "2026-03-08"),
        ])
        {
            var merged = Merge(policy, test);
            Assert.Equal(60, merged.Participants[0].PercentageOf(1));
            var entry = Assert.Single(merged.Ledger.NotPlaced);
            Assert.Equal((2, Disposition.Superseded), (entry.Place.Row, entry.Disposition));
            Assert.Contains("no score", entry.Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(AttemptPolicy.Best)]
    [InlineData(AttemptPolicy.Latest)]
    [InlineData(AttemptPolicy.First)]
    [InlineData(AttemptPolicy.Average)]
    public void Settle_TwoAttemptsWithoutScores_StayMissing(AttemptPolicy policy)
    {
        var merged = Merge(policy, new TestDraft(1).Row("Ada", Ada, null, "2026-03-07").Row("Ada", Ada, null, "2026-03-08"));
        Assert.Null(merged.Participants[0].PercentageOf(1));
        Assert.Equal((1, 1), (merged.Ledger.Total.Placed, merged.Ledger.Total.Superseded));
    }

    [Theory]
    [InlineData(AttemptPolicy.Best)]
    [InlineData(AttemptPolicy.Latest)]
    [InlineData(AttemptPolicy.First)]
    [InlineData(AttemptPolicy.Average)]
    public void Settle_AFaultyScoreBesideAGoodOne_CountsTheGoodOneAndIsNoRetake(AttemptPolicy policy)
    {
        var merged = Merge(policy, new TestDraft(1).Row("Ada", Ada, 105, "2026-03-09", fault: "'105' is above the maximum of 100").Row("Ada", Ada, 60, "2026-03-08"));
        Assert.Equal(60, merged.Participants[0].PercentageOf(1));
        Assert.Empty(merged.Retakes);
        Assert.Equal((1, 1, 0), (merged.Ledger.Total.Placed, merged.Ledger.Total.Quarantined, merged.Ledger.Total.Superseded));
    }

    [Fact]
    public void Settle_ZeroBesideMissing_CountsZero() =>
        Assert.Equal(0, Merge(AttemptPolicy.Best, new TestDraft(1).Row("Ada", Ada, 0, "2026-03-07").Row("Ada", Ada, null, "2026-03-08")).Participants[0].PercentageOf(1));

    [Fact]
    public void Settle_ARowThatStandsTwice_IsADuplicateAndNoRetake()
    {
        var merged = Merge(AttemptPolicy.Average, new TestDraft(1).Row("Ada", Ada, 60, "2026-03-07").Row("Ada", Ada, 60, "2026-03-07").Row("Ada", Ada, 60, "2026-03-07"));
        Assert.Equal(60, merged.Participants[0].PercentageOf(1));
        Assert.Empty(merged.Retakes);
        Assert.Equal((1, 2), (merged.Ledger.Total.Placed, merged.Ledger.Total.Duplicates));
        Assert.All(merged.Ledger.NotPlaced, entry => Assert.Contains("row 2 of 'Test 1.xlsx'", entry.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ada", Ada, 60, "2026-03-07T00:01")]
    [InlineData("Ada", Ada, 61, "2026-03-07")]
    [InlineData("Ada Q", Ada, 60, "2026-03-07")]
    [InlineData("Ada", "ADA@example.org", 60, "2026-03-07")]
    public void Settle_ARowThatDiffersInOneCell_IsARetake(string name, string email, int points, string submitted)
    {
        var merged = Merge(AttemptPolicy.Best, new TestDraft(1).Row("Ada", Ada, 60, "2026-03-07").Row(name, email, points, submitted));
        Assert.Equal((0, 1), (merged.Ledger.Total.Duplicates, merged.Ledger.Total.Superseded));
        Assert.Single(merged.Retakes);
    }

    [Fact]
    public void Settle_DuplicatesBesideARetake_AreToldApart()
    {
        var merged = Merge(AttemptPolicy.Average, new TestDraft(1)
            .Row("Ada", Ada, 40, "2026-03-07").Row("Ada", Ada, 60, "2026-03-08").Row("Ada", Ada, 40, "2026-03-07").Row("Ada", Ada, 60, "2026-03-08"));
        Assert.Equal(50, merged.Participants[0].PercentageOf(1));
        Assert.Equal((2, 2), (merged.Ledger.Total.Placed, merged.Ledger.Total.Duplicates));
        Assert.Equal(2, Assert.Single(merged.Retakes).Kept.Count);
    }

    [Fact]
    public void Compile_CopiesUnderAnotherSerialNumber_AreDuplicates()
    {
        var results = new ResultsCompiler().Compile([Workbook.Of(
            ["S.NO", "Submitted Time", "Full Name", "Email", "Total Marks (24)", "Question"],
            [1, "07-03-2026 10:12:40", "Ada Quill", Ada, 18, "True"],
            [2, "07-03-2026 10:12:40", "Ada Quill", Ada, 18, "True"],
            [3, "07-03-2026 10:12:40", "Ada Quill", Ada, 18, "False"]).ToFile("Test 1.xlsx")]);
        Assert.Equal((1, 1, 1), (results.Ledger.Total.Placed, results.Ledger.Total.Duplicates, results.Ledger.Total.Superseded));
        Assert.Equal(3, results.Ledger.NotPlaced.Single(entry => entry.Disposition == Disposition.Duplicate).Place.Row);
    }

    private static Consolidation Merge(AttemptPolicy policy, params TestDraft[] tests) => TestDraft.Merge(new MergeOptions { Attempts = policy }, tests);
}
