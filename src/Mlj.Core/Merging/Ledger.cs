namespace Mlj.Merging;

/// <summary>The proof that no row was lost: a file at a time, what was read and what became of it.</summary>
public sealed record Ledger
{
    /// <summary>Makes the ledger of these files.</summary>
    public Ledger(IReadOnlyList<FileLedger> files, IReadOnlyList<LedgerEntry> notPlaced)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(notPlaced);
        Files = files;
        NotPlaced = notPlaced;
        Total = new FileLedger("")
        {
            RowsRead = files.Sum(file => file.RowsRead),
            Placed = files.Sum(file => file.Placed),
            Superseded = files.Sum(file => file.Superseded),
            Duplicates = files.Sum(file => file.Duplicates),
            Quarantined = files.Sum(file => file.Quarantined),
            Blank = files.Sum(file => file.Blank),
            PointsRead = files.Sum(file => file.PointsRead),
            PointsPlaced = files.Sum(file => file.PointsPlaced),
            PointsNotPlaced = files.Sum(file => file.PointsNotPlaced),
        };
    }

    /// <summary>The files in the order they were handed in; refused files are not among them.</summary>
    public IReadOnlyList<FileLedger> Files { get; }

    /// <summary>All files together.</summary>
    public FileLedger Total { get; }

    /// <summary>Every row that was not placed, blank ones aside.</summary>
    public IReadOnlyList<LedgerEntry> NotPlaced { get; }

    /// <summary>Whether every file's rows and points add up.</summary>
    public bool Balances => Files.All(file => file.Balances);

    /// <exception cref="LedgerException">A file's rows or points do not add up.</exception>
    internal void Demand()
    {
        foreach (var file in Files)
            if (!file.Balances)
                throw new LedgerException(file);
    }
}
