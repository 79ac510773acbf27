namespace Mlj.Hosting.Views;

/// <summary>How the numbers of a column are spread.</summary>
public sealed record DistributionView(string Column, IReadOnlyList<BinView> Bins, StatisticsView Statistics);
