using Mlj.Values;

namespace Mlj.Hosting.Views;

/// <summary>Something odd, with its place in a file, and the corrections of files that answer it.</summary>
public sealed record NoteView(NoteLevel Level, string Code, string Message, string? File, string? Sheet, int? Row, string? Column, IReadOnlyList<Correction> Corrections);
