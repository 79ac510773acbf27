using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Hosting.Views;

/// <summary>A run's difference laid out as a table, of which only the rows that are asked for are compared.</summary>
internal static class DiffTable
{
    public static DiffTableView Of(Run run, string planId, long version, int from, int count)
    {
        var (before, after, diff) = (run.Start, run.Result, run.Diff);
        var was = diff.RenamedColumns.ToDictionary(each => each.To, each => each.From, StringComparer.Ordinal);
        var added = diff.AddedColumns.ToHashSet(StringComparer.Ordinal);
        var changed = diff.ChangedCells.Select(change => change.Column).ToHashSet(StringComparer.Ordinal);
        var newRows = diff.AddedRows.ToHashSet();
        var removed = diff.RemovedColumns.Select(name => before.Find(name)!).ToList();
        var formers = after.Columns.Select(column => changed.Contains(column.Name) ? before.Find(column.Name) : null).ToList();
        var total = after.RowCount + diff.RemovedRows.Count;
        return new DiffTableView(planId, version, total, from,
            [
                .. after.Columns.Select(column => Column(column, added.Contains(column.Name) ? "added" : was.ContainsKey(column.Name) ? "renamed" : changed.Contains(column.Name) ? "changed" : "kept", was.GetValueOrDefault(column.Name))),
                .. removed.Select(column => Column(column, "removed", null)),
            ],
            [.. Enumerable.Range(from, Math.Max(0, Math.Min(count, total - from))).Select(row => row < after.RowCount ? Row(after.Order[row]) : Removed(diff.RemovedRows[row - after.RowCount]))]);

        DiffRowView Row(int stored)
        {
            var formerly = new Dictionary<string, object?>(StringComparer.Ordinal);
            if (!newRows.Contains(stored))
                for (var index = 0; index < formers.Count; index++)
                    if (formers[index] is { } former && former[stored] != after.Columns[index][stored])
                        formerly[index.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Show.Cell(former, stored);
            return new DiffRowView(stored, newRows.Contains(stored) ? "added" : formerly.Count > 0 ? "changed" : "kept",
                [.. after.Columns.Concat(removed).Select(column => Show.Cell(column, stored))], formerly);
        }

        DiffRowView Removed(int stored) => new(stored, "removed",
            [.. after.Columns.Select(column => before.Find(was.GetValueOrDefault(column.Name, column.Name)) is { } former ? Show.Cell(former, stored) : null), .. removed.Select(column => Show.Cell(column, stored))],
            new Dictionary<string, object?>());
    }

    private static DiffColumnView Column(Column column, string status, string? was)
    {
        var colour = Show.Colour(column.Test);
        return new(column.Name, status, was, column.Kind, column.Role, column.Test, colour?.Fill, colour?.Ink);
    }
}
