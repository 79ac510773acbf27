using System.Collections;

namespace Mlj.Tables;

/// <summary>Cells that differ, kept as the rows in which two columns do: a change of a whole table costs an index a cell.</summary>
internal sealed class ChangedCells : IReadOnlyList<CellChange>
{
    private readonly List<Part> _parts = [];

    public int Count { get; private set; }

    public CellChange this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            foreach (var part in _parts)
            {
                if (index < part.Rows.Length)
                    return part.Change(part.Rows[index]);
                index -= part.Rows.Length;
            }
            throw new ArgumentOutOfRangeException(nameof(index), index, "There are not so many changes.");
        }
    }

    /// <summary>Adds the rows in which two columns differ.</summary>
    /// <param name="before">The earlier column.</param>
    /// <param name="after">The later one.</param>
    /// <param name="rows">The stored indexes of the rows to compare.</param>
    public void Add(Column before, Column after, IEnumerable<int> rows)
    {
        int[] differ = before is Column.Numbers { Cells: var former } && after is Column.Numbers { Cells: var now }
            ? [.. rows.Where(stored => former[stored] != now[stored])]
            : [.. rows.Where(stored => before[stored] != after[stored])];
        if (differ.Length == 0)
            return;
        _parts.Add(new Part(before, after, differ));
        Count += differ.Length;
    }

    public IEnumerator<CellChange> GetEnumerator() => _parts.SelectMany(part => part.Rows.Select(part.Change)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed record Part(Column Before, Column After, int[] Rows)
    {
        public CellChange Change(int stored) => new(stored, After.Name, Before[stored], After[stored]);
    }
}
