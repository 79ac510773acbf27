using System.Globalization;
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
        var keyed = new List<(decimal Key, int Row)>(order.Length);
        for (var row = 0; row < order.Length; row++)
            if (numbers.Number(order[row]) is { } number)
                keyed.Add((number, Place(row)));
        return Sorted(order, keyed, row => numbers.Number(order[row]) is null);
    }

    // The texts' keys are made once: to compare two texts by culture costs as much as to make a key.
    private int[] ByText(int[] order, Column.Texts texts)
    {
        var culture = CultureInfo.InvariantCulture.CompareInfo;
        var keyed = new List<(TextKey Key, int Row)>(order.Length);
        for (var row = 0; row < order.Length; row++)
            if (texts.Text(order[row]) is { } text && !string.IsNullOrWhiteSpace(text))
                keyed.Add((new TextKey(culture.GetSortKey(text, CompareOptions.IgnoreCase)), Place(row)));
        return Sorted(order, keyed, row => string.IsNullOrWhiteSpace(texts.Text(order[row])));
    }

    private int[] Sorted<TKey>(int[] order, List<(TKey Key, int Row)> keyed, Predicate<int> isEmpty) where TKey : IComparable<TKey>
    {
        keyed.Sort();
        if (!Ascending)
            keyed.Reverse();
        var sorted = new int[order.Length];
        var next = 0;
        foreach (var (_, row) in keyed)
            sorted[next++] = order[Place(row)];
        for (var row = 0; row < order.Length && next < sorted.Length; row++)
            if (isEmpty(row))
                sorted[next++] = order[row];
        return sorted;
    }

    // Downwards the whole is turned round in the end, so equal rows are sorted from the last to the first.
    private int Place(int row) => Ascending ? row : ~row;

    private readonly struct TextKey(SortKey key) : IComparable<TextKey>
    {
        private readonly SortKey _key = key;

        public int CompareTo(TextKey other) => SortKey.Compare(_key, other._key);
    }
}
