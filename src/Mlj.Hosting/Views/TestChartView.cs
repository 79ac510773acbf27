namespace Mlj.Hosting.Views;

/// <summary>The scores of a test.</summary>
public sealed record TestChartView(int Test, string Column, string Colour, StatisticsView Statistics);
