using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Testing.Actions;

/// <summary>Adds what a formula of one column names.</summary>
[Action("copy_by_formula", "Adds a copy of the column that a formula names.")]
public sealed record CopyByFormula : TableAction
{
    /// <summary>The formula.</summary>
    [Parameter("A column's name in brackets.")]
    public required string Formula { get; init; }

    /// <summary>The new column.</summary>
    [Parameter("The new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Copy";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) => table.With(Source(table)!.Renamed(ResultColumn));

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) => Source(table) is null ? [$"There is no column for '{Formula}'. Name one in brackets."] : [];

    private Column? Source(Table table) => table.Find(Formula.Trim('[', ']'));
}
