using Mlj.Recognition.PlainTables;
using Mlj.Recognition.Words;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>Finds the counterparts of columns that a plan names and a table does not have.</summary>
internal static class ColumnMapper
{
    /// <summary>The counterpart of a name, when there is exactly one; null otherwise.</summary>
    /// <param name="name">A name that is no column's of the table.</param>
    /// <param name="table">The table.</param>
    public static (string Column, ColumnMatch By)? Find(string name, Table table)
    {
        // The plan that makes invented scores calls them by the name that it gave, without the mark that the action added.
        if (Only(table.WithRole(ColumnRole.Synthetic).Where(column => column.Name.StartsWith(name + " (", StringComparison.Ordinal))) is { } marked)
            return (marked, ColumnMatch.Heading);
        var (role, test, _) = TableHeadings.RoleOf(name, null);
        if (role != ColumnRole.None && Only(table.WithRole(role).Where(column => test is null || column.Test == test)) is { } counterpart)
            return (counterpart, ColumnMatch.Role);
        var words = HeadingText.Normalise(name);
        return words.Length > 0 && Only(table.Columns.Where(column => HeadingText.Normalise(column.Name) == words)) is { } alike ? (alike, ColumnMatch.Heading) : null;
    }

    /// <summary>The columns that a name could stand for, were there not several: those of its role.</summary>
    public static IEnumerable<string> Candidates(string name, Table table) =>
        TableHeadings.RoleOf(name, null).Role is var role and not ColumnRole.None ? table.WithRole(role).Select(column => column.Name) : [];

    private static string? Only(IEnumerable<Column> columns) => columns.Take(2).ToList() is [var only] ? only.Name : null;
}
