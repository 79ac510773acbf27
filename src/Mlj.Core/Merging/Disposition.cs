namespace Mlj.Merging;

/// <summary>What became of a data row. Every row has exactly one.</summary>
public enum Disposition
{
    /// <summary>The row stands behind a cell of the result, be it a missing score.</summary>
    Placed,

    /// <summary>Another attempt of the same participant at the same test counts.</summary>
    Superseded,

    /// <summary>The row repeats another one in every cell.</summary>
    Duplicate,

    /// <summary>The row could not be used: its score cannot be taken, it names nobody, or it is about no person.</summary>
    Quarantined,

    /// <summary>Nothing stands in the row.</summary>
    Blank,
}
