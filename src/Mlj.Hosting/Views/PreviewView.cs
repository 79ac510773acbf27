namespace Mlj.Hosting.Views;

/// <summary>What the plan that waits would change. Nothing is changed yet.</summary>
public sealed record PreviewView(
    string PlanId, string TableHash, long Version, string Origin, string? Message, IReadOnlyList<StepView> Steps,
    IReadOnlyList<string> AddedColumns, IReadOnlyList<string> RemovedColumns, IReadOnlyList<RenamedView> RenamedColumns,
    CountChangeView Rows, CountChangeView Columns, int AddedRowsCount, int RemovedRowsCount, bool Reordered, int ChangedCellsCount,
    IReadOnlyList<CellChangeView> ChangedCells, IReadOnlyList<StatisticsChangeView> Statistics, IReadOnlyList<MappingView> Mappings,
    IReadOnlyList<SkippedView> Skipped);
