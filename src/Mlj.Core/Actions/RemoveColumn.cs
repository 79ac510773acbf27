using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>Removes a column. The last one stays, for a table without columns has no rows either.</summary>
[Action("remove_column", "Removes a column.", Risk = ActionRisk.Destructive)]
public sealed record RemoveColumn : TableAction
{
    /// <summary>The column to remove.</summary>
    [Parameter("The column to remove.", Names = ParameterSubject.Column)]
    public required string ColumnName { get; init; }

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) => table.Without(ColumnName);

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) =>
        table.Columns.Count == 1 ? [$"'{ColumnName}' is the only column, and a table keeps one. Add another column before you remove it."] : [];
}
