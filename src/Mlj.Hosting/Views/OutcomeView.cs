namespace Mlj.Hosting.Views;

/// <summary>Somebody whose outcome would be another.</summary>
public sealed record OutcomeView(string? Email, string Name, IReadOnlyList<OutcomeCell> Cells);
