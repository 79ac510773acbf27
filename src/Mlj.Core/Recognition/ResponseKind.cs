namespace Mlj.Recognition;

/// <summary>What a data row is.</summary>
public enum ResponseKind
{
    /// <summary>An attempt of a participant.</summary>
    Attempt,

    /// <summary>The row is about no person: an average, the points possible, a repeated heading.</summary>
    NotAParticipant,
}
