using System.Numerics;
using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Actions;

public class AddRandomScoresTests
{
    private static readonly BigInteger Words = BigInteger.One << 64;

    [Fact]
    public void AddRandomScores_OnAThousandTables_FollowsFromSeedStepAndRow() => Act.OnAThousandTables((table, chance) =>
    {
        var (seed, lowest) = (chance.NextInt64(long.MinValue, long.MaxValue), chance.Next(-50, 50));
        var highest = lowest + chance.Next(120);
        var run = Act.On(table, new AddRandomScores { MinScore = lowest, MaxScore = highest }, seed);
        var column = run.Result.Find("Random_Score (SYNTHETIC)")!;
        for (var stored = 0; stored < table.StoredCount; stored++)
            Assert.Equal(lowest + Draw(seed, 1, stored) * (highest - lowest + 1) / Words, (BigInteger)column[stored].Number!.Value);
        Assert.Equal(ColumnRole.Synthetic, column.Role);
        Assert.Same(table.Order, run.Result.Order);
        Assert.Equal(("synthetic_scores", NoteLevel.Review), (Assert.Single(run.Steps[0].Notes).Code, run.Steps[0].Notes[0].Level));
    });

    [Fact]
    public void AddRandomScores_ManyRows_ReachesBothEnds()
    {
        var scores = Act.On(Rows(5000), new AddRandomScores { MinScore = 1, MaxScore = 6 }).Result.Columns[1];
        Assert.Equal([1, 2, 3, 4, 5, 6], Enumerable.Range(0, 5000).Select(stored => (int)scores[stored].Number!.Value).Distinct().Order());
    }

    [Fact]
    public void AddRandomScores_InTwoSteps_AreNotTheSame()
    {
        var run = new Plan([new AddRandomScores { ColumnName = "A" }, new AddRandomScores { ColumnName = "B" }], 7).Run(Rows(50), BuiltInActions.Catalog);
        Assert.True(Enumerable.Range(0, 50).Count(stored => run.Result.Columns[1][stored] != run.Result.Columns[2][stored]) > 40);
    }

    [Fact]
    public void AddRandomScores_AreNoScoresForAverages() =>
        Assert.Equal("There is no column of scores. Name the columns in 'score_columns'.", Act.Problem(Act.On(Rows(3), new AddRandomScores()).Result, new AddAverage()));

    [Fact]
    public void AddRandomScores_MarkedByItsUser_IsNotMarkedTwice() =>
        Assert.NotNull(Act.On(Rows(1), new AddRandomScores { ColumnName = "SYNTHETIC Test 1" }).Result.Find("SYNTHETIC Test 1"));

    [Fact]
    public void AddRandomScores_ThatCannotBe_AreRefused()
    {
        Assert.Equal("'min_score' is 10 and 'max_score' is 9, so no score lies between them. Give 'max_score' at least 'min_score'.", Act.Problem(Rows(1), new AddRandomScores { MinScore = 10, MaxScore = 9 }));
        Assert.Equal("There is a column 'Random_Score (SYNTHETIC)' already. Give another name in 'column_name'.", Act.Problem(Act.On(Rows(1), new AddRandomScores()).Result, new AddRandomScores()));
    }

    [Fact]
    public void Explain_AnInventedScore_SaysSo() =>
        Assert.Equal("SYNTHETIC: a whole number from 0 to 100 by chance, from the plan's seed. Nobody has earned it.", Act.On(Rows(1), new AddRandomScores()).Explain("Random_Score (SYNTHETIC)", 0));

    private static Table Rows(int count) => new(new Column.Texts("Name", new string?[count]));

    private static BigInteger Draw(long seed, int step, int stored) => Mix(Mix(Mix((seed + Words) % Words) ^ step) ^ stored);

    /// <summary>SplitMix64 as it is described, in numbers without an end.</summary>
    private static BigInteger Mix(BigInteger state)
    {
        var mixed = (state + 0x9E3779B97F4A7C15) % Words;
        mixed = (mixed ^ (mixed / (1L << 30))) * 0xBF58476D1CE4E5B9 % Words;
        mixed = (mixed ^ (mixed / (1L << 27))) * 0x94D049BB133111EB % Words;
        return mixed ^ (mixed / (1L << 31));
    }
}
