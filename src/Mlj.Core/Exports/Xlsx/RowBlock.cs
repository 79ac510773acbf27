using Mlj.Tables;

namespace Mlj.Exports.Xlsx;

/// <summary>
/// The cells of the rows that are written next. Sorted rows lie scattered in memory: column by column, a processor waits for many of them at
/// once and for no longer than for one.
/// </summary>
internal sealed class RowBlock
{
    private const int MaxRows = 64;
    private const int MaxCells = 16 * 1024;

    private readonly Table _table;
    private readonly int[] _stored;
    private readonly string?[]?[] _texts;
    private readonly decimal?[]?[] _numbers;

    /// <summary>Makes a block, which holds nothing yet.</summary>
    public RowBlock(Table table)
    {
        var rows = Math.Clamp(MaxCells / Math.Max(1, table.Columns.Count), 1, MaxRows);
        _table = table;
        _stored = new int[rows];
        _texts = [.. table.Columns.Select(column => column.Kind == ColumnKind.Text ? new string?[rows] : null)];
        _numbers = [.. table.Columns.Select(column => column.Kind == ColumnKind.Number ? new decimal?[rows] : null)];
    }

    /// <summary>The row that the block begins with, from 0.</summary>
    public int First { get; private set; }

    /// <summary>How many rows the block has.</summary>
    public int Count { get; private set; }

    /// <summary>How many characters the longest text of the block has.</summary>
    public int LongestText { get; private set; }

    /// <summary>Takes the rows from this one on.</summary>
    /// <param name="first">The row, from 0.</param>
    /// <param name="cancellation">Asked between cells, for a column may work its cells out.</param>
    public void Fetch(int first, CancellationToken cancellation)
    {
        (First, Count, LongestText) = (first, Math.Min(_stored.Length, _table.RowCount - first), 0);
        for (var place = 0; place < Count; place++)
            _stored[place] = _table.Order[first + place];
        for (var index = 0; index < _table.Columns.Count; index++)
            if (_table.Columns[index] is Column.Texts texts)
                Fetch(texts, _texts[index]!, cancellation);
            else if (_table.Columns[index] is Column.Numbers numbers)
                Fetch(numbers, _numbers[index]!, cancellation);
    }

    /// <summary>The stored index of a row of the block.</summary>
    public int Stored(int place) => _stored[place];

    /// <summary>A text of a row of the block; null is missing, or a number.</summary>
    public string? Text(int column, int place) => _texts[column]?[place];

    /// <summary>A number of a row of the block; null is missing.</summary>
    public decimal? Number(int column, int place) => _numbers[column]![place];

    private void Fetch(Column.Texts column, Span<string?> texts, CancellationToken cancellation)
    {
        for (var place = 0; place < Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            texts[place] = column.Text(_stored[place]);
        }
        foreach (var text in texts[..Count])
            LongestText = Math.Max(LongestText, text?.Length ?? 0);
    }

    private void Fetch(Column.Numbers column, Span<decimal?> numbers, CancellationToken cancellation)
    {
        for (var place = 0; place < Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            numbers[place] = column.Number(_stored[place]);
        }
    }
}
