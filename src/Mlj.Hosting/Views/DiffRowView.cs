namespace Mlj.Hosting.Views;

/// <summary>A row of a difference: kept, changed, added or removed; for changed cells what stood there before, by the column's place.</summary>
public sealed record DiffRowView(int Row, string Status, IReadOnlyList<object?> Cells, IReadOnlyDictionary<string, object?> Before);
