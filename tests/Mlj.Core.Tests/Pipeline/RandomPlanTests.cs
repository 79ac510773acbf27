using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests.Pipeline;

/// <summary>What holds for any plan on any table: a thousand of each.</summary>
public class RandomPlanTests
{
    [Fact]
    public void Preview_OfAnyPlan_IsTheTableThatIsCommitted()
    {
        var done = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var work = new RandomWork(seed);
            var table = work.Table();
            var plan = work.Plan(table, misfits: seed % 4 == 0);
            var run = plan.Run(table, RandomWork.Catalog);
            if (!run.IsDone)
            {
                Assert.Same(table, run.Result);
                Assert.True(run.Diff.IsEmpty);
                continue;
            }
            done++;
            Assert.True(PlanJson.TryRead(PlanJson.Write(plan with { PreviewedOn = TableHash.Of(table) }, RandomWork.Catalog), RandomWork.Catalog, out var kept, out _));
            Assert.True(History.Of(table, RandomWork.Catalog).TryAccept(kept.Run(table, RandomWork.Catalog), out var committed, out _), $"seed {seed}");
            Assert.Equal(TableHash.Of(run.Result), TableHash.Of(committed.Result));
            AssertPatched(run, committed.Result);
        }
        Assert.InRange(done, 700, 1000);
    }

    [Fact]
    public void SkipMisfits_OfAnyPlan_DoesWhatItSaysItDid()
    {
        var skipped = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var work = new RandomWork(seed);
            var table = work.Table();
            var plan = work.Plan(table, misfits: true);
            var run = plan.Run(table, RandomWork.Catalog, new RunOptions { SkipMisfits = true });
            var whole = plan.Run(table, RandomWork.Catalog);
            Assert.Equal(whole.IsDone, run.IsDone && run.Skipped.Count == 0);
            if (!run.IsDone)
                continue;
            skipped += run.Skipped.Count;
            Assert.Equal(plan.Steps.Count, run.Steps.Count + run.Skipped.Count);
            Assert.All(run.Skipped, each => Assert.All(each.Problems, problem => Assert.Equal(each.Number, problem.Step)));
            // What was done is a plan like any other, and gives the same again.
            Assert.Equal(TableHash.Of(run.Result), TableHash.Of(run.Plan.Run(table, RandomWork.Catalog).Result));
        }
        Assert.True(skipped > 500);
    }

    // The difference applied to the start is the result.
    private static void AssertPatched(Run run, Table result)
    {
        var (diff, start) = (run.Diff, run.Start);
        var renamed = diff.RenamedColumns.ToDictionary(each => each.To, each => each.From);
        var changed = diff.ChangedCells.ToDictionary(change => (change.Stored, change.Column), change => change.After);
        Assert.Equal(result.Columns.Count, start.Columns.Count + diff.AddedColumns.Count - diff.RemovedColumns.Count);
        Assert.Equal(result.RowCount, start.RowCount + diff.AddedRows.Count - diff.RemovedRows.Count);
        foreach (var column in result.Columns.Where(column => !diff.AddedColumns.Contains(column.Name)))
            foreach (var stored in result.Order.Stored)
                Assert.Equal(column[stored], changed.TryGetValue((stored, column.Name), out var after) ? after : start.Find(renamed.GetValueOrDefault(column.Name, column.Name))![stored]);
    }
}
