using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Testing.Actions;

/// <summary>Turns the order of the rows around.</summary>
[Action("turn_rows", "Turns the order of the rows around.")]
public sealed record TurnRows : TableAction
{
    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) => table.Ordered(RowOrder.Of(table.Order.Stored.Reverse()));
}
