namespace Mlj.Tables;

/// <summary>A column of numbers whose statistics differ between two tables.</summary>
/// <param name="Column">The column's name; its new one when it was renamed.</param>
/// <param name="Before">What it came to; null when it was not there or held text.</param>
/// <param name="After">What it comes to; null when it is gone or holds text.</param>
public sealed record ColumnStatisticsChange(string Column, ColumnStatistics? Before, ColumnStatistics? After);
