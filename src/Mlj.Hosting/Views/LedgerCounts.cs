namespace Mlj.Hosting.Views;

/// <summary>What became of the rows of a file: rows read = placed + superseded + duplicates + quarantined + blank.</summary>
public sealed record LedgerCounts(string File, int RowsRead, int Placed, int Superseded, int Duplicates, int Quarantined, int Blank);
