using System.Globalization;
using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class AddRankTests
{
    [Theory]
    [InlineData(RankMethod.Standard, "1 2 2 4 4 4 7")]
    [InlineData(RankMethod.Dense, "1 2 2 3 3 3 4")]
    [InlineData(RankMethod.Modified, "1 3 3 6 6 6 7")]
    [InlineData(RankMethod.Fractional, "1 2.5 2.5 5 5 5 7")]
    public void AddRank_OfTheFixture_IsAsItIsWritten(RankMethod method, string ranks)
    {
        var result = Act.On(new Table(new Column.Numbers("Score", [44, 42, 42, 41, 41, 41, 39])), new AddRank { ScoreColumn = "Score", Method = method }).Result;
        Assert.Equal(ranks, string.Join(' ', Enumerable.Range(0, 7).Select(result.Find("Rank")!.Show)));
    }

    [Fact]
    public void AddRank_OnAThousandTables_AgreesWithTheOracle() => Act.OnAThousandTables((table, chance) =>
    {
        var scores = Act.Numbers(table, chance);
        var (method, ascending) = ((RankMethod)chance.Next(4), chance.Next(2) == 0);
        var run = Act.On(table, new AddRank { ScoreColumn = scores.Name, Method = method, Ascending = ascending });
        var ranks = run.Result.Find("Rank")!;
        var shown = table.Order.Stored.ToList();
        for (var stored = 0; stored < table.StoredCount; stored++)
        {
            decimal? expected = null;
            if (shown.Contains(stored) && scores.Number(stored) is { } score)
            {
                var others = shown.Select(scores.Number).OfType<decimal>().ToList();
                var better = others.Where(other => ascending ? other < score : other > score).ToList();
                var equal = others.Count(other => other == score);
                expected = method switch
                {
                    RankMethod.Dense => better.Distinct().Count() + 1,
                    RankMethod.Modified => better.Count + equal,
                    RankMethod.Fractional => better.Count + (equal + 1) / 2m,
                    _ => better.Count + 1,
                };
            }
            Assert.Equal(expected, ranks[stored].Number);
            Assert.EndsWith(".", run.Explain("Rank", stored), StringComparison.Ordinal);
        }
        Assert.Same(table.Order, run.Result.Order);
    });

    [Fact]
    public void Explain_ARank_CountsWhoIsAhead()
    {
        var table = new Table(new Column.Numbers("Score", [44, 42, 42, null]));
        var run = Act.On(table, new AddRank { ScoreColumn = "Score" });
        Assert.Equal(
            ["Of 3 scores 0 are higher than 44.", "Of 3 scores 1 is higher than 42 and 1 is equal.", "Of 3 scores 1 is higher than 42 and 1 is equal.", "Score is missing, so there is no rank."],
            Enumerable.Range(0, 4).Select(stored => run.Explain("Rank", stored)));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"Of 3 scores {2} are lower than 44."), Act.On(table, new AddRank { ScoreColumn = "Score", Ascending = true }).Explain("Rank", 0));
    }
}
