using Mlj.Tables;

namespace Mlj.Hosting.Views;

/// <summary>A column of a difference: kept, added, renamed, changed or removed.</summary>
public sealed record DiffColumnView(string Name, string Status, string? Was, ColumnKind Kind, ColumnRole Role, int? Test, string? Colour, string? Ink);
