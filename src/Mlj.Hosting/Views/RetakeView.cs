namespace Mlj.Hosting.Views;

/// <summary>Somebody sat a test more than once; percentages, null for an attempt without a score.</summary>
public sealed record RetakeView(string? Email, string Name, int Test, decimal? Result, IReadOnlyList<decimal?> Kept, IReadOnlyList<decimal?> Superseded);
