using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Testing.Actions;

/// <summary>Shows only some rows.</summary>
[Action("take_rows", "Shows every so manieth row.")]
public sealed record TakeRows : TableAction
{
    /// <summary>Which rows stay.</summary>
    [Parameter("Every how manieth stored row stays.")]
    public int Every { get; init; } = 2;

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) => table.Ordered(RowOrder.Of(table.Order.Stored.Where(stored => stored % Every == 0)));

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) => Every < 1 ? ["'every' is below 1. Give 1 or more."] : [];
}
