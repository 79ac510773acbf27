using System.Globalization;
using Mlj.Merging;

namespace Mlj.Tests.Merging;

public class LedgerPropertyTests
{
    private const int Batches = 1000;

    [Fact]
    public void Compile_AThousandInventedBatches_LosesNoRowAndNoPoint()
    {
        int files = 0, rows = 0, copies = 0, retakes = 0, setAside = 0, people = 0;
        Parallel.For(0, Batches, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var batch = new RandomBatch(seed);
            try
            {
                var results = new ResultsCompiler(new CompilerOptions { Merge = new MergeOptions { Attempts = batch.Attempts } }).Compile(batch.Files);
                Check(batch, results);
                var total = results.Ledger.Total;
                Interlocked.Add(ref files, results.Inputs.Count);
                Interlocked.Add(ref rows, total.RowsRead);
                Interlocked.Add(ref copies, total.Duplicates);
                Interlocked.Add(ref retakes, results.Consolidation.Retakes.Count);
                Interlocked.Add(ref setAside, total.Quarantined);
                Interlocked.Add(ref people, results.Participants.Count);
            }
            catch (Exception error) when (error is not InvalidOperationException)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The batch of seed {seed} failed: {error.Message}"), error);
            }
        });
        // The batches are worth something only when all of this occurs in them.
        Assert.All([files, rows / 10, copies, retakes, setAside, people], count => Assert.True(count > Batches));
    }

    private static void Check(RandomBatch batch, Compilation results)
    {
        Assert.True(results.Run.IsDone);
        Assert.Equal(batch.Counts.Keys.Order(), results.Inputs.Select(input => input.File).Order());
        Assert.All(results.Refused, refused => Assert.Equal("no_rows", refused.Problem.Code));
        foreach (var file in results.Ledger.Files)
        {
            var count = batch.Counts[file.File];
            Assert.True(file.Balances);
            Assert.Equal(count.Rows, file.RowsRead);
            Assert.Equal(count.Points, file.PointsRead);
            Assert.Equal(count.Blank, file.Blank);
            Assert.Equal(count.Copies, file.Duplicates);
            Assert.Equal(count.SetAside, file.Quarantined);
            Assert.Equal(file.RowsRead, file.Placed + file.Superseded + file.Duplicates + file.Quarantined + file.Blank);
            Assert.Equal(file.PointsRead, file.PointsPlaced + file.PointsNotPlaced);
        }
        Assert.Equal(results.Ledger.NotPlaced.Count, results.Ledger.Total.Superseded + results.Ledger.Total.Duplicates + results.Ledger.Total.Quarantined);
        Assert.Equal(results.Ledger.NotPlaced.Count, results.Ledger.NotPlaced.DistinctBy(entry => entry.Place).Count());
        if (!batch.HasOnlyValidAddresses)
            return;
        Assert.Equal(batch.Addresses.Order(), results.Participants.Select(each => each.Email!).Order());
        if (batch.Attempts != AttemptPolicy.Average)
            Assert.Equal(batch.Sittings.Count, results.Ledger.Total.Placed);
    }
}
