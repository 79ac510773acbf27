using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Testing.Actions;

/// <summary>Adds a column of chance, by the plan's seed, the step and the row.</summary>
[Action("add_dice", "Adds a column of chance.")]
public sealed record AddDice : TableAction
{
    /// <summary>The new column.</summary>
    [Parameter("The new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Dice";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) =>
        table.With(new Column.Numbers(ResultColumn, [.. Enumerable.Range(0, table.StoredCount).Select(stored => (decimal?)((context.Seed * 31 + context.Step) * 31 + stored) % 97)]));
}
