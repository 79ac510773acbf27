using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>What surrounds a step while it runs: its place in the plan, the plan's seed, and a place for notes.</summary>
public sealed class RunContext
{
    private readonly List<Note> _notes = [];
    private readonly List<KeptTable> _kept = [];

    /// <summary>Makes the surroundings of one step.</summary>
    /// <param name="seed">The plan's seed.</param>
    /// <param name="step">The step's place in the plan, from 1.</param>
    public RunContext(long seed, int step)
    {
        Seed = seed;
        Step = step;
    }

    /// <summary>The plan's seed: equal seeds give equal tables.</summary>
    public long Seed { get; }

    /// <summary>The step's place in the plan, from 1.</summary>
    public int Step { get; }

    /// <summary>What the step found odd.</summary>
    public IReadOnlyList<Note> Notes => _notes;

    /// <summary>
    /// A whole number by chance, each equally likely. It follows from the seed, the step and the row alone, so it is the same on every machine
    /// and whatever the order of the rows.
    /// </summary>
    /// <param name="stored">The row's stored index.</param>
    /// <param name="lowest">The lowest number there can be.</param>
    /// <param name="highest">The highest number there can be; at least <paramref name="lowest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The highest number is below the lowest.</exception>
    public int ChanceFor(int stored, int lowest, int highest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(highest, lowest);
        var bits = Mix(Mix(Mix((ulong)Seed) ^ (uint)Step) ^ (uint)stored);
        var numbers = (ulong)((long)highest - lowest + 1);
        return (int)(lowest + (long)Math.BigMul(bits, numbers, out _));
    }

    // A round of SplitMix64. It never changes: recipes that were saved must give the same numbers in years.
    private static ulong Mix(ulong state)
    {
        var mixed = state + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Tables that the step made beside its result.</summary>
    public IReadOnlyList<KeptTable> Kept => _kept;

    /// <summary>Adds a note for the user.</summary>
    public void Add(Note note) => _notes.Add(note);

    /// <summary>Hands out a table that must be kept apart from the result, such as the key of a redaction.</summary>
    /// <param name="name">What it is, in snake_case.</param>
    /// <param name="table">The table.</param>
    public void Keep(string name, Table table) => _kept.Add(new KeptTable(name, table));
}
