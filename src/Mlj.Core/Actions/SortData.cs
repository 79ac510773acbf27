using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>
/// Sorts the rows by a column: numbers as numbers, text by the invariant culture ignoring case, empty cells last whatever the direction. Rows that
/// are equal keep their order. No cell is moved or copied.
/// </summary>
[Action("sort_data", "Sorts the rows by a column; empty cells come last, and equal rows keep their order.")]
public sealed record SortData : TableAction
{
    /// <summary>The column to sort by.</summary>
    [Parameter("The column to sort by.", Names = ParameterSubject.Column)]
    public required string Column { get; init; }

    /// <summary>Whether the lowest number, or the first text of the alphabet, comes first; it does by default.</summary>
    [Parameter("Whether the lowest comes first: true, or false for the highest first.")]
    public bool Ascending { get; init; } = true;

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) => table.Ordered(RowOrder.Trusted(table.Find(Column) switch
    {
        Column.Numbers numbers => ByNumber(table.Order.ToArray(), numbers),
        Column.Texts texts => ByText(table.Order.ToArray(), texts),
        _ => throw new ArgumentException($"There is no column '{Column}'.", nameof(table)),
    }));

    private int[] ByNumber(int[] order, Column.Numbers numbers)
    {
        var keyed = new List<(decimal Key, int Place)>(order.Length);
        for (var row = 0; row < order.Length; row++)
            if (numbers.Number(order[row]) is { } number)
                keyed.Add((number, Place(row)));
        keyed.Sort();
        return Sorted(order, keyed.ConvertAll(each => each.Place), row => numbers.Number(order[row]) is null);
    }

    // The texts' keys are made once: to compare two texts by culture costs as much as to make a key.
    private int[] ByText(int[] order, Column.Texts texts)
    {
        var keys = new SortKeys(order.Length);
        for (var row = 0; row < order.Length; row++)
            if (texts.Text(order[row]) is { } text && !string.IsNullOrWhiteSpace(text))
                keys.Add(text, Place(row));
        return Sorted(order, keys.Sorted(), row => string.IsNullOrWhiteSpace(texts.Text(order[row])));
    }

    private int[] Sorted(int[] order, List<int> places, Predicate<int> isEmpty)
    {
        if (!Ascending)
            places.Reverse();
        var sorted = new int[order.Length];
        var next = 0;
        foreach (var place in places)
            sorted[next++] = order[Place(place)];
        for (var row = 0; row < order.Length && next < sorted.Length; row++)
            if (isEmpty(row))
                sorted[next++] = order[row];
        return sorted;
    }

    // Downwards the whole is turned round in the end, so equal rows are sorted from the last to the first.
    private int Place(int row) => Ascending ? row : ~row;
}
