using System.Globalization;
using System.Text;
using Mlj.Values;

namespace Mlj.Benchmarks.Cells;

/// <summary>Keeps cells as lines such as <c>B2 s Ada</c>, for comparing.</summary>
internal readonly struct CellList() : ICellSink
{
    public List<string> Lines { get; } = [];

    public void Number(int row, int column, double value) => Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(column)}{row} n {value:R}"));

    public void Text(int row, int column, string text) => Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(column)}{row} s {text}"));

    public void Text(int row, int column, ReadOnlySpan<byte> utf8) => Text(row, column, Encoding.UTF8.GetString(utf8));
}
