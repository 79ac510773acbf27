using Mlj.Pipeline;

namespace Mlj.Tests.Pipeline;

public class RunContextTests
{
    private static readonly int[] Known = [58, 34, 96, 58, 69, 95, 74, 10];

    [Fact]
    public void ChanceFor_SeedStepAndRow_IsTheSameForEver()
    {
        var context = new RunContext(42, 1);
        Assert.Equal(Known, Enumerable.Range(0, 8).Select(stored => context.ChanceFor(stored, 0, 100)));
        Assert.Equal(Known[5], new RunContext(42, 1).ChanceFor(5, 0, 100));
    }

    [Fact]
    public void ChanceFor_AnotherSeedStepOrRow_IsAnotherNumber()
    {
        var numbers = new HashSet<int>();
        foreach (var seed in (long[])[long.MinValue, -1, 0, 1, long.MaxValue])
            for (var step = 1; step <= 20; step++)
                for (var stored = 0; stored < 100; stored++)
                    numbers.Add(new RunContext(seed, step).ChanceFor(stored, int.MinValue, int.MaxValue));
        // Of 10,000 draws from 4.3 billion a dozen pairs or so may meet by chance.
        Assert.True(numbers.Count > 9_970, $"{numbers.Count} of 10,000 numbers differ.");
    }

    [Fact]
    public void ChanceFor_ManyRows_GivesEveryNumberAboutEquallyOften()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var context = new RunContext(seed, 3);
            var counts = new int[101];
            for (var stored = 0; stored < 101_000; stored++)
                counts[context.ChanceFor(stored, -20, 80) + 20]++;
            // Chi-square with 100 degrees of freedom; 160 is passed once in ten thousand times.
            var distance = counts.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000);
            Assert.True(distance < 160, $"Seed {seed}: {distance}.");
        }
    }

    [Fact]
    public void ChanceFor_OneNumber_IsThatNumber() => Assert.Equal(7, new RunContext(1, 1).ChanceFor(0, 7, 7));

    [Fact]
    public void ChanceFor_HighestBelowLowest_IsTheCallersError() => Assert.Throws<ArgumentOutOfRangeException>(() => new RunContext(1, 1).ChanceFor(0, 2, 1));
}
