namespace Mlj.Merging;

/// <summary>What became of the rows of one file, or of all files together. Rows are counted; points are summed exactly.</summary>
/// <param name="File">The file's name; empty for all files together.</param>
public sealed record FileLedger(string File)
{
    /// <summary>Data rows that were read, counted while reading.</summary>
    public int RowsRead { get; init; }

    /// <summary>Rows that stand behind a cell of the result.</summary>
    public int Placed { get; init; }

    /// <summary>Attempts that do not count.</summary>
    public int Superseded { get; init; }

    /// <summary>Exact copies of another row.</summary>
    public int Duplicates { get; init; }

    /// <summary>Rows that could not be used, each with its reason in <see cref="Ledger.NotPlaced"/>.</summary>
    public int Quarantined { get; init; }

    /// <summary>Rows in which nothing stands.</summary>
    public int Blank { get; init; }

    /// <summary>The sum of the numbers in all score cells, as written, summed while reading. Numbers beyond a million million are no scores and count as 0.</summary>
    public decimal PointsRead { get; init; }

    /// <summary>The part of <see cref="PointsRead"/> that stands behind the result, summed over the participants.</summary>
    public decimal PointsPlaced { get; init; }

    /// <summary>The part of <see cref="PointsRead"/> that does not, summed over the rows that were not placed.</summary>
    public decimal PointsNotPlaced { get; init; }

    /// <summary>Whether every row read has become exactly one thing, and every point.</summary>
    public bool Balances => RowsRead == Placed + Superseded + Duplicates + Quarantined + Blank && PointsRead == PointsPlaced + PointsNotPlaced;
}
