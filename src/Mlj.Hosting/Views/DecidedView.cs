namespace Mlj.Hosting.Views;

/// <summary>What was decided about two addresses: same or different.</summary>
public sealed record DecidedView(IReadOnlyList<string> Emails, string Decision);
