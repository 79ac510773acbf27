using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Testing.Actions;

/// <summary>Doubles the numbers of a column where they stand.</summary>
[Action("double_numbers", "Doubles the numbers of a column where they stand.", Version = 3)]
public sealed record DoubleNumbers : TableAction
{
    /// <summary>The column.</summary>
    [Parameter("The column.", Names = ParameterSubject.NumberColumn)]
    public required string Column { get; init; }

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var column = (Column.Numbers)table.Find(Column)!;
        return table.With(new Column.Numbers(Column, [.. Enumerable.Range(0, column.Count).Select(stored => column.Number(stored) * 2)]) { Role = column.Role, Test = column.Test });
    }
}
