namespace Mlj.Benchmarks.Cells;

/// <summary>
/// Takes the cells that a reader reads. A reader's code is the same whether a benchmark adds the cells up (<see cref="Tally"/>) or a test
/// compares them (<see cref="CellList"/>), so that the test proves what the benchmark does.
/// </summary>
internal interface ICellSink
{
    void Number(int row, int column, double value);

    void Text(int row, int column, string text);

    /// <summary>A text of a reader that makes no strings.</summary>
    void Text(int row, int column, ReadOnlySpan<byte> utf8);
}
