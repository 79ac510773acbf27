using Mlj.Recognition;
using Mlj.Tables;

namespace Mlj.Agent.Planning;

/// <summary>What an assistant knows of a table: its columns. No row, name, address or score can be in it. Immutable.</summary>
/// <param name="Columns">The columns in order; names are unique.</param>
public sealed record TableOutline(IReadOnlyList<ColumnOutline> Columns)
{
    /// <summary>The outline of a table.</summary>
    /// <param name="table">The table; its cells are not looked at.</param>
    public static TableOutline Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new([.. table.Columns.Select(column => new ColumnOutline(column.Name, column.Kind, column.Role, column.Test))]);
    }

    /// <summary>The outline of a table of which only the headings are known. A column whose heading tells nothing is taken for one of numbers.</summary>
    /// <param name="headings">The names of the columns; blank ones and those that stand there already are left out.</param>
    public static TableOutline OfHeadings(IEnumerable<string> headings)
    {
        var columns = Of(TableReader.OfHeadings(headings)).Columns;
        return new([.. columns.Select(column => column.Role == ColumnRole.None ? column with { Kind = ColumnKind.Number } : column)]);
    }
}
