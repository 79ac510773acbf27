using Mlj.Values;

namespace Mlj.Hosting.Views;

/// <summary>Something odd, with its place in a file.</summary>
public sealed record NoteView(NoteLevel Level, string Code, string Message, string? File, string? Sheet, int? Row, string? Column);
