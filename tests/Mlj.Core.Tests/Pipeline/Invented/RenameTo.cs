using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests.Pipeline.Invented;

/// <summary>Renames a column.</summary>
[Action("rename_to", "Renames a column.")]
public sealed record RenameTo : TableAction
{
    [Parameter("The column.", Names = ParameterSubject.Column)]
    public required string Column { get; init; }

    [Parameter("Its new name.", Names = ParameterSubject.NewColumn)]
    public required string NewName { get; init; }

    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Renamed(Column, NewName);
    }
}
