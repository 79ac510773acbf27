using System.Runtime.CompilerServices;
using Mlj.Recognition.Cells;
using Mlj.Recognition.Responses;
using Mlj.Sources;

namespace Mlj.Recognition.Scores;

/// <summary>
/// One column of scores, all rows: the different cells, and for every row which of them it has. A hundred thousand rows have few different
/// scores, and what is done with them is done once for each.
/// </summary>
internal sealed class RawScores(int column)
{
    private const int Empty = -1;

    private readonly List<RawScore> _cells = [];
    private readonly List<int> _rows = [];
    private readonly Utf8Pool<int> _texts = new();
    private readonly Dictionary<(double, CellFormat), int> _numbers = new(ByFormatObject.Instance);

    /// <summary>The column from 1.</summary>
    public int Column => column;

    /// <summary>The different cells, by the numbers that <see cref="Number"/> gives.</summary>
    public IReadOnlyList<RawScore> Cells => _cells;

    /// <summary>The cell of a row; null where empty.</summary>
    public RawScore? this[int row] => Number(row) is >= 0 and var cell ? _cells[cell] : null;

    /// <summary>Which of the different cells a row has; below 0 where empty.</summary>
    public int Number(int row) => _rows[row];

    /// <summary>Takes the cell of the next row.</summary>
    public RawScore? Add(SheetRow row)
    {
        var cell = Find(row);
        _rows.Add(cell);
        return cell == Empty ? null : _cells[cell];
    }

    /// <summary>How many of the rows that are people's have each of the different cells.</summary>
    public IEnumerable<CountedCell> Counted(ResponseRows rows)
    {
        var counts = new int[_cells.Count];
        var span = rows.Span;
        for (var row = 0; row < span.Length; row++)
            if (_rows[row] is >= 0 and var cell && span[row].IsAttempt)
                counts[cell]++;
        for (var cell = 0; cell < counts.Length; cell++)
            if (counts[cell] > 0)
                yield return new CountedCell(_cells[cell], counts[cell]);
    }

    private int Find(SheetRow row)
    {
        if (!row.TryGet(column, out var cell))
            return Empty;
        bool isNew;
        ref var known = ref Unsafe.NullRef<int>();
        switch (cell.Kind)
        {
            case CellKind.Text:
                known = ref _texts[_texts.Find(cell.Utf8, out isNew)];
                break;
            case CellKind.Number:
                known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (cell.Number, cell.Format), out var exists);
                isNew = !exists;
                break;
            default:
                return Keep(RawScore.Of(row, column));
        }
        return isNew ? known = Keep(RawScore.Of(row, column)) : known;
    }

    private int Keep(RawScore? raw)
    {
        if (raw is not { } cell)
            return Empty;
        _cells.Add(cell);
        return _cells.Count - 1;
    }

    /// <summary>Numbers are alike when their bits are, and their formats when they are the same object; a reader has one object a format.</summary>
    private sealed class ByFormatObject : IEqualityComparer<(double Number, CellFormat Format)>
    {
        public static readonly ByFormatObject Instance = new();

        public bool Equals((double Number, CellFormat Format) one, (double Number, CellFormat Format) other) =>
            BitConverter.DoubleToInt64Bits(one.Number) == BitConverter.DoubleToInt64Bits(other.Number) && ReferenceEquals(one.Format, other.Format);

        public int GetHashCode((double Number, CellFormat Format) cell) => HashCode.Combine(cell.Number, RuntimeHelpers.GetHashCode(cell.Format));
    }
}

/// <summary>A cell of a column of scores, and how many rows have it.</summary>
internal sealed record CountedCell(RawScore Cell, int Count);
