namespace Mlj.Tables;

/// <summary>
/// What changed between two tables of one origin. Columns that share their cells are known to be equal without a look at them.
/// </summary>
public sealed class TableDiff
{
    private TableDiff()
    {
    }

    /// <summary>Names of columns that only the later table has.</summary>
    public required IReadOnlyList<string> AddedColumns { get; init; }

    /// <summary>Names of columns that only the earlier table has.</summary>
    public required IReadOnlyList<string> RemovedColumns { get; init; }

    /// <summary>Columns that have the same cells under another name: the former name, the new one.</summary>
    public required IReadOnlyList<(string From, string To)> RenamedColumns { get; init; }

    /// <summary>Stored indexes of the rows that only the later table shows.</summary>
    public required IReadOnlyList<int> AddedRows { get; init; }

    /// <summary>Stored indexes of the rows that only the earlier table shows.</summary>
    public required IReadOnlyList<int> RemovedRows { get; init; }

    /// <summary>Whether rows that both tables show stand in another order.</summary>
    public required bool IsReordered { get; init; }

    /// <summary>The cells that differ in columns and rows that both tables have.</summary>
    public required IReadOnlyList<CellChange> ChangedCells { get; init; }

    /// <summary>Whether the two tables have the same columns, rows and cells; the places of the columns and their formats aside.</summary>
    public bool IsEmpty => AddedColumns.Count + RemovedColumns.Count + RenamedColumns.Count + AddedRows.Count + RemovedRows.Count
        + ChangedCells.Count == 0 && !IsReordered;

    /// <summary>Compares two tables of one origin, which therefore store the same rows at the same indexes.</summary>
    /// <exception cref="ArgumentException">The tables store different numbers of rows and so cannot be of one origin.</exception>
    public static TableDiff Between(Table before, Table after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Columns.Count > 0 && after.Columns.Count > 0 && before.StoredCount != after.StoredCount)
            throw new ArgumentException("The tables are not of one origin: they store different numbers of rows.", nameof(after));

        var removed = before.Columns.Where(column => after.Find(column.Name) is null).ToList();
        var added = after.Columns.Where(column => before.Find(column.Name) is null).ToList();
        var renamed = new List<(string From, string To)>();
        foreach (var column in removed.ToList())
        {
            if (added.Find(each => each.SharesCells(column)) is not { } now)
                continue;
            renamed.Add((column.Name, now.Name));
            removed.Remove(column);
            added.Remove(now);
        }

        var isOneOrder = ReferenceEquals(before.Order, after.Order);
        var shownBefore = Shown(before.Order);
        var shownAfter = isOneOrder ? shownBefore : Shown(after.Order);
        var changes = new ChangedCells();
        foreach (var column in after.Columns)
        {
            if (before.Find(column.Name) is not { } former || ReferenceEquals(former, column) || former.SharesCells(column))
                continue;
            changes.Add(former, column, after.Order.Stored.Where(stored => IsShown(shownBefore, stored)));
        }

        return new TableDiff
        {
            AddedColumns = [.. added.Select(column => column.Name)],
            RemovedColumns = [.. removed.Select(column => column.Name)],
            RenamedColumns = renamed,
            AddedRows = isOneOrder ? [] : [.. after.Order.Stored.Where(stored => !IsShown(shownBefore, stored))],
            RemovedRows = isOneOrder ? [] : [.. before.Order.Stored.Where(stored => !IsShown(shownAfter, stored))],
            IsReordered = !isOneOrder
                && !before.Order.Stored.Where(stored => IsShown(shownAfter, stored)).SequenceEqual(after.Order.Stored.Where(stored => IsShown(shownBefore, stored))),
            ChangedCells = changes,
        };
    }

    private static bool[] Shown(RowOrder order)
    {
        var shown = new bool[order.Count];
        foreach (var stored in order.Stored)
        {
            if (stored >= shown.Length)
                Array.Resize(ref shown, Math.Max(stored + 1, 2 * shown.Length));
            shown[stored] = true;
        }
        return shown;
    }

    private static bool IsShown(bool[] shown, int stored) => stored < shown.Length && shown[stored];
}
