namespace Mlj.Actions;

/// <summary>Which ranks equal scores share. The examples are those of 44, 42, 42, 41.</summary>
public enum RankMethod
{
    /// <summary>The best of the places that they take: 1, 2, 2, 4.</summary>
    Standard,

    /// <summary>The next rank, and none is left out: 1, 2, 2, 3.</summary>
    Dense,

    /// <summary>The last of the places that they take: 1, 3, 3, 4.</summary>
    Modified,

    /// <summary>The mean of the places that they take: 1, 2.5, 2.5, 4.</summary>
    Fractional,
}
