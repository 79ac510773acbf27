using System.Globalization;
using System.Numerics;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Actions;

/// <summary>An invented class from a seed: scores in percent with missing ones, ties, thirds, 0 and 100, for oracles that count in exact numbers.</summary>
internal sealed class RandomClass
{
    private static readonly decimal[] Liked = [0, 50, 60, 100, 33.34m, 99.995m, 49.996m];

    public RandomClass(int seed, int mostTests = 8, int mostPeople = 8)
    {
        Chance = new Random(seed);
        Tests = Chance.Next(1, mostTests + 1);
        People = Chance.Next(1, mostPeople + 1);
        Scores = [.. Enumerable.Range(0, Tests).Select(_ => Enumerable.Range(0, People).Select(_ => Score()).ToArray())];
        Table = new Table(
        [
            new Column.Texts("Full Name", [.. Enumerable.Range(0, People).Select(person => $"Person {person}")]) { Role = ColumnRole.Name },
            .. Scores.Select((cells, test) => new Column.Numbers(Heading(test), cells) { Role = ColumnRole.Score, Test = test + 1, Format = NumberFormat.Percentage }),
        ]);
    }

    public Random Chance { get; }

    public int Tests { get; }

    public int People { get; }

    /// <summary>The scores by test, then by person.</summary>
    public IReadOnlyList<decimal?[]> Scores { get; }

    public Table Table { get; }

    public static string Heading(int test) => string.Create(CultureInfo.InvariantCulture, $"Test {test + 1} Score");

    /// <summary>A decimal as an exact number.</summary>
    public static Fraction Exactly(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return new Fraction(value < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
    }

    /// <summary>The scores of a person as exact numbers, by test.</summary>
    public List<Fraction?> Of(int person) => [.. Scores.Select(cells => cells[person] is { } score ? Exactly(score) : (Fraction?)null)];

    /// <summary>The table after one step.</summary>
    public static Table After(TableAction action, Table table, long seed = 0) => Run(action, table, seed).Result;

    public static Run Run(TableAction action, Table table, long seed = 0)
    {
        var run = new Plan([action], seed).Run(table, BuiltInActions.Catalog);
        Assert.True(run.IsDone, string.Join(' ', run.Problems));
        return run;
    }

    /// <summary>The sentence with which a step is refused.</summary>
    public static string Refusal(TableAction action, Table table, long seed = 0) => Assert.Single(new Plan([action], seed).Run(table, BuiltInActions.Catalog).Problems).Message;

    /// <summary>Fails unless the number is the exact one, up to what twenty decimals can hold.</summary>
    public static void Near(Fraction? expected, decimal? actual, string where)
    {
        Assert.True(expected is null == actual is null, $"{where}: {actual} for {expected}");
        if (expected is { } exact)
        {
            var off = Exactly(actual!.Value) - exact;
            Assert.True(off < Tiny && off > Tiny * -1, $"{where}: {actual} is not {exact.Numerator}/{exact.Denominator}");
        }
    }

    private static readonly Fraction Tiny = new(1, BigInteger.Pow(10, 18));

    private decimal? Score() => Chance.Next(8) switch
    {
        0 => null,
        1 or 2 => Liked[Chance.Next(Liked.Length)],
        3 => new Score(Chance.Next(0, 8), 7).Percentage,
        4 => Chance.Next(0, 101),
        _ => Chance.Next(0, 10_001) / 100m,
    };
}
