namespace Mlj.Pipeline;

/// <summary>What can be lost by something that is done, from nothing to what cannot be called back. Doors ask before what is above <see cref="Reversible"/>.</summary>
public enum ActionRisk
{
    /// <summary>Nothing is changed: a question, an answer.</summary>
    Read,

    /// <summary>All cells that were there are still there: a column more, another order, another name.</summary>
    Reversible,

    /// <summary>Rows, columns or cells that were there are missing from the result. The history still has them.</summary>
    Destructive,

    /// <summary>Something is sent to somebody. No history brings it back; no action of Mlj.Core does it.</summary>
    LeavesTheBuilding,
}
