namespace Mlj.Hosting.Views;

/// <summary>The statistics of a column before and after.</summary>
public sealed record StatisticsChangeView(string Column, StatisticsView? Before, StatisticsView? After);
