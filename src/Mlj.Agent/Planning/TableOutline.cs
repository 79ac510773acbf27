using Mlj.Tables;

namespace Mlj.Agent.Planning;

/// <summary>What an assistant knows of a table: its columns. No row, name, address or score can be in it. Immutable.</summary>
/// <param name="Columns">The columns in order; names are unique.</param>
public sealed record TableOutline(IReadOnlyList<ColumnOutline> Columns)
{
    /// <summary>The outline of a table.</summary>
    public static TableOutline Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new([.. table.Columns.Select(column => new ColumnOutline(column.Name, column.Kind, column.Role, column.Test))]);
    }
}
