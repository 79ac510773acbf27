using Mlj.Tables;

namespace Mlj.Hosting.Views;

/// <summary>A column of a table; the colours are RRGGBB with a # and only tests have them.</summary>
public sealed record ColumnView(string Name, ColumnKind Kind, ColumnRole Role, int? Test, string? Colour, string? Ink);
