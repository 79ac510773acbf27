using Mlj.Merging;

namespace Mlj.Hosting.Views;

/// <summary>A row that is not in the table, and why.</summary>
public sealed record NotPlacedView(string File, int? Row, Disposition Disposition, string Reason, string? Who, string? Score);
