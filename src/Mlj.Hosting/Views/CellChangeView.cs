namespace Mlj.Hosting.Views;

/// <summary>A cell before and after: a number, a text or null.</summary>
public sealed record CellChangeView(int Row, string Column, object? Before, object? After);
