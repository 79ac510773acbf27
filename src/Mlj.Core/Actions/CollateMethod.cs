namespace Mlj.Actions;

/// <summary>How scores become one.</summary>
public enum CollateMethod
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean, not rounded.</summary>
    Average,

    /// <summary>The highest.</summary>
    Max,

    /// <summary>The lowest.</summary>
    Min,

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    Median,
}
