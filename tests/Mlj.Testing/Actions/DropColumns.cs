using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Testing.Actions;

/// <summary>Removes columns.</summary>
[Action("drop_columns", "Removes columns.")]
public sealed record DropColumns : TableAction
{
    /// <summary>The columns.</summary>
    [Parameter("The columns.", Names = ParameterSubject.Column)]
    public required IReadOnlyList<string> Columns { get; init; }

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) => Columns.Aggregate(table, (left, column) => left.Without(column));
}
