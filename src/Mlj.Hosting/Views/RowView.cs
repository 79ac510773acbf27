namespace Mlj.Hosting.Views;

/// <summary>A row of a table: its stored index, which stays the same whatever is filtered or sorted, and its cells, each a number, a text or null.</summary>
public sealed record RowView(int Row, IReadOnlyList<object?> Cells);
