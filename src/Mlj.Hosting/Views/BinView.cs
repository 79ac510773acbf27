namespace Mlj.Hosting.Views;

/// <summary>How many numbers are in a range: from is in it, to only in the last one.</summary>
public sealed record BinView(decimal From, decimal To, int Count);
