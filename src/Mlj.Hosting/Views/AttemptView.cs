using Mlj.Merging;

namespace Mlj.Hosting.Views;

/// <summary>An attempt behind a participant's results, with its place.</summary>
public sealed record AttemptView(
    int Test, string File, string Sheet, int Row, string? Score, decimal? Percentage, DateTime? Submitted, Disposition Disposition,
    string? Reason);
