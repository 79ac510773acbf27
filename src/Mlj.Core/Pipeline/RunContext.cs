using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>What surrounds a step while it runs: its place in the plan, the plan's seed, and a place for notes.</summary>
public sealed class RunContext
{
    private readonly List<Note> _notes = [];

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

    /// <summary>Adds a note for the user.</summary>
    public void Add(Note note) => _notes.Add(note);
}
