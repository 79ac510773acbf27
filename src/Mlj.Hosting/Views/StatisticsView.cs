namespace Mlj.Hosting.Views;

/// <summary>What the numbers of a column come to; null without a number. Rounded to 10 decimals.</summary>
public sealed record StatisticsView(int Count, int Missing, decimal? Mean, decimal? Min, decimal? Max, decimal? Sd);
