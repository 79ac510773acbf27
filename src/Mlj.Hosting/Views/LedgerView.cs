namespace Mlj.Hosting.Views;

/// <summary>What became of all rows, in all and a file, and every row that is not in the table.</summary>
public sealed record LedgerView(LedgerCounts Total, IReadOnlyList<LedgerCounts> Files, IReadOnlyList<NotPlacedView> NotPlaced, int NotPlacedCount);
