using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>Adds a column with one value in every row. An empty text, which is the default, leaves the cells missing.</summary>
[Action("add_column", "Adds a column with the same value in every row, or an empty one.")]
public sealed record AddColumn : TableAction
{
    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ColumnName { get; init; } = "New_Column";

    /// <summary>What every cell holds: a text gives a column of text, a number one of numbers; empty cells by default.</summary>
    [Parameter("What every cell holds: a text for a column of text, a number for a column of numbers. Empty cells when left out.")]
    public Cell DefaultValue { get; init; } = Cell.Of("");

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        if (DefaultValue.Number is { } number)
            return table.With(new Column.Numbers(ColumnName, Filled<decimal?>(number)));
        return table.With(new Column.Texts(ColumnName, Filled(string.IsNullOrEmpty(DefaultValue.Text) ? null : DefaultValue.Text)));

        T[] Filled<T>(T value)
        {
            var cells = new T[table.StoredCount];
            Array.Fill(cells, value);
            return cells;
        }
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored) =>
        DefaultValue.ToString() is { Length: > 0 } value ? $"Every row was given '{value}'." : "The column was added empty.";
}
