namespace Mlj.Merging;

/// <summary>How attempts are merged into participants.</summary>
public sealed record MergeOptions
{
    /// <summary>Which attempt counts; <see cref="AttemptPolicy.Best"/> by default.</summary>
    public AttemptPolicy Attempts { get; init; } = AttemptPolicy.Best;

    /// <summary>Addresses that somebody has decided to be one person's; none by default. Leaving a decision out again un-merges the two.</summary>
    public IReadOnlyList<SamePerson> SamePeople { get; init; } = [];

    /// <summary>Addresses that somebody has decided to be two people's; none by default. Wins over <see cref="SamePeople"/>, with a note.</summary>
    public IReadOnlyList<DifferentPeople> DifferentPeople { get; init; } = [];
}
