namespace Mlj.Hosting.Views;

/// <summary>A file that could not be used.</summary>
public sealed record RefusedView(string File, string Code, string Reason);
