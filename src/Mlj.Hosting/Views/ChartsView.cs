namespace Mlj.Hosting.Views;

/// <summary>What the page draws: a bar a test, the verdicts, and the columns that have a distribution.</summary>
public sealed record ChartsView(
    long Version, IReadOnlyList<TestChartView> Tests, string? VerdictColumn, IReadOnlyDictionary<string, int> Verdicts,
    IReadOnlyList<string> NumberColumns);
