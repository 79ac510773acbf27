using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Mlj.Benchmarks.Measuring;

/// <summary>A column that relates the median time to the work done, or to another benchmark.</summary>
internal sealed class WorkColumn(string name, string legend, Func<Summary, BenchmarkCase, double, string?> show) : IColumn
{
    /// <summary>How many times the median of the first benchmark. By medians, for a mean of five runs is at the mercy of one.</summary>
    public static IColumn Ratio { get; } = new WorkColumn("Ratio", "Median over the median of the first benchmark of the group",
        (summary, benchmark, seconds) => summary.GetBaseline(summary.GetLogicalGroupKey(benchmark)!) is { } baseline && summary[baseline]?.ResultStatistics is { } statistics
            ? (seconds * 1e9 / statistics.Median).ToString("N2", CultureInfo.InvariantCulture)
            : null);

    /// <summary>Unpacked megabytes a second.</summary>
    public static IColumn Megabytes { get; } = new WorkColumn("MB/s", "Unpacked megabytes (1,000,000 bytes) a second, by the median", (_, benchmark, seconds) => Number(Workload.Of(benchmark).Bytes / 1e6 / seconds));

    /// <summary>Rows a second.</summary>
    public static IColumn Rows { get; } = new WorkColumn("Rows/s", "Rows a second, by the median", (_, benchmark, seconds) => Number(Workload.Of(benchmark).Rows / seconds));

    /// <summary>The size of the file that was written.</summary>
    public static IColumn FileSize { get; } = new WorkColumn("File", "Size of what was written, in kilobytes (1,000 bytes)", (_, benchmark, _) => Workload.FileOf(benchmark) is { } bytes ? Number(bytes / 1e3) + " KB" : null);

    public string Id => $"{nameof(WorkColumn)}.{name}";

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics ? show(summary, benchmarkCase, statistics.Median / 1e9) ?? "-" : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
