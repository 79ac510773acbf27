namespace Mlj.Fuzzing;

/// <summary>The chance of one file. The same seed and number give the same draws on any machine, so that a file can be made again without those before it.</summary>
internal sealed class Chance(int seed, long number)
{
    private readonly Random _random = new(Mix(seed, number));

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => _random.Next(limit);

    /// <summary>True once in <paramref name="times"/> times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private static int Mix(int seed, long number)
    {
        // The finaliser of MurmurHash3: neighbours get seeds that have nothing in common.
        var mixed = unchecked(((ulong)(uint)seed << 32) ^ ((ulong)number * 0x9E3779B97F4A7C15));
        mixed = unchecked((mixed ^ (mixed >> 33)) * 0xFF51AFD7ED558CCD);
        mixed = unchecked((mixed ^ (mixed >> 33)) * 0xC4CEB9FE1A85EC53);
        return (int)(mixed >> 33);
    }
}
