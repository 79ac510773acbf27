namespace Mlj.Hosting.Views;

/// <summary>A column under a new name.</summary>
public sealed record RenamedView(string From, string To);
