namespace Mlj.Benchmarks.Data;

/// <summary>Where a workbook keeps its texts.</summary>
public enum TextStore
{
    /// <summary>In the cells, as form tools write them.</summary>
    Inline,

    /// <summary>In one list that the cells point into, as spreadsheet programs write them.</summary>
    Shared,
}
