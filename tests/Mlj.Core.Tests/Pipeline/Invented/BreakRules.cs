using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests.Pipeline.Invented;

/// <summary>An action that gives what no action may give.</summary>
[Action("break_rules", "Gives no table.")]
public sealed record BreakRules : TableAction
{
    [Parameter("Whether it gives a table of other rows instead.")]
    public bool OtherRows { get; init; }

    public override Table Apply(Table table, RunContext context) => OtherRows ? new Table(new Column.Texts("Name", ["one row"])) : null!;
}
