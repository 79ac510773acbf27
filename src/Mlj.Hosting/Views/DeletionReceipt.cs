namespace Mlj.Hosting.Views;

/// <summary>What was deleted. It names no file and nobody.</summary>
public sealed record DeletionReceipt(int Sessions, int Files, long Bytes, DateTimeOffset At);
