namespace Mlj.Hosting.Views;

/// <summary>A part of the rows of a difference: those of the new table in its order, then the removed ones.</summary>
public sealed record DiffTableView(
    string PlanId, long Version, int TotalRows, int From, IReadOnlyList<DiffColumnView> Columns, IReadOnlyList<DiffRowView> Rows);
