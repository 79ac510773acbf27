namespace Mlj.Merging;

/// <summary>How attempts are merged into participants.</summary>
public sealed record MergeOptions
{
    /// <summary>Which attempt counts; <see cref="AttemptPolicy.Best"/> by default.</summary>
    public AttemptPolicy Attempts { get; init; } = AttemptPolicy.Best;

    /// <summary>
    /// Addresses that somebody has decided to be one person's; none by default. Leaving a decision out again un-merges the two. A decision about an
    /// address that nobody has changes nothing and becomes a note.
    /// </summary>
    public IReadOnlyList<SamePerson> SamePeople { get; init; } = [];

    /// <summary>Addresses that somebody has decided to be two people's; none by default. Wins over <see cref="SamePeople"/>, with a note.</summary>
    public IReadOnlyList<DifferentPeople> DifferentPeople { get; init; } = [];

    /// <summary>Checks what can be wrong with options whatever the tests are.</summary>
    /// <exception cref="ArgumentException">An option is null or none of its choices.</exception>
    internal void Check(string parameter)
    {
        if (!Enum.IsDefined(Attempts))
            throw new ArgumentException($"The option {nameof(Attempts)} is {Attempts}, which is none of its choices.", parameter);
        if (SamePeople is null || SamePeople.Contains(null!))
            throw new ArgumentException($"The option {nameof(SamePeople)}, or a decision in it, is null.", parameter);
        if (DifferentPeople is null || DifferentPeople.Contains(null!))
            throw new ArgumentException($"The option {nameof(DifferentPeople)}, or a decision in it, is null.", parameter);
    }
}
