namespace Mlj.Actions;

/// <summary>What a missing score counts in a mean.</summary>
public enum MissingScore
{
    /// <summary>It is left out: the mean is that of the tests taken, and missing when none was.</summary>
    LeaveOut,

    /// <summary>It counts as 0.</summary>
    AsZero,
}
