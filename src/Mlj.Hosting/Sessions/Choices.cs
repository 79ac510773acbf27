using Mlj.Merging;

namespace Mlj.Hosting.Sessions;

/// <summary>What was decided about the merge.</summary>
public sealed record Choices
{
    /// <summary>Which attempt counts; the best by default.</summary>
    public AttemptPolicy Attempts { get; init; }

    /// <summary>Addresses that are one person's.</summary>
    public IReadOnlyList<SamePerson> Same { get; init; } = [];

    /// <summary>Addresses that are two people's.</summary>
    public IReadOnlyList<DifferentPeople> Different { get; init; } = [];

    /// <summary>The name of the scoring policy, one of <see cref="ScoringPolicy.Names"/>.</summary>
    public string Policy { get; init; } = "mlj";
}
