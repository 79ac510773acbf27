using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests.Pipeline.Invented;

/// <summary>Multiplies columns by factors, in their places. It says of each column how, and nothing of a score that is 0.</summary>
[Action("multiply", "Multiplies columns.")]
public sealed record Multiply : TableAction
{
    [Parameter("The columns.", Names = ParameterSubject.NumberColumn)]
    public required IReadOnlyList<string> Columns { get; init; }

    [Parameter("A factor for each.")]
    public IReadOnlyList<decimal> Factors { get; init; } = [2, 2.5m];

    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        var result = table;
        foreach (var (name, factor) in Columns.Zip(Factors))
        {
            var column = (Column.Numbers)table.Find(name)!;
            result = result.With(new Column.Numbers(name, [.. Enumerable.Range(0, table.StoredCount).Select(stored => column.Number(stored) * factor)]));
        }
        return result;
    }

    public override string? Explain(Table before, string column, int stored)
    {
        ArgumentNullException.ThrowIfNull(before);
        var (name, factor) = Columns.Zip(Factors).Single(each => each.First == column);
        return ((Column.Numbers)before.Find(name)!).Number(stored) is 0 ? null : $"{before.Find(name)!.Show(stored)} times {Cell.Of(factor)}.";
    }
}
