namespace Mlj.Hosting.Views;

/// <summary>A part of the rows of a table, from a place that counts from 0.</summary>
public sealed record TableView(string ResultId, long Version, int TotalRows, int From, IReadOnlyList<ColumnView> Columns, IReadOnlyList<RowView> Rows);
