using Mlj.Values;

namespace Mlj.Hosting.Views;

/// <summary>One thing that needs a look.</summary>
/// <param name="Key">Stays the same as long as the thing does; by it the thing is marked as seen.</param>
/// <param name="Kind">Which sort of thing.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Who">The participant's name or address; null when it is about nobody.</param>
/// <param name="File">The file; null when it is about none.</param>
/// <param name="Sheet">The sheet; null when none is meant.</param>
/// <param name="Row">The row from 1; null when none is meant.</param>
/// <param name="Column">The column's letters; null when none is meant.</param>
/// <param name="Corrections">What can be corrected of a file to settle it; empty when nothing can.</param>
/// <param name="Seen">Whether somebody has marked it as seen.</param>
public sealed record ReviewItemView(string Key, ReviewKind Kind, string What, string? Who, string? File, string? Sheet, int? Row, string? Column, IReadOnlyList<Correction> Corrections, bool Seen);
