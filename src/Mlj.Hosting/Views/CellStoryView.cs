namespace Mlj.Hosting.Views;

/// <summary>How a cell came about.</summary>
public sealed record CellStoryView(int Row, string Column, object? Value, string? Why);
