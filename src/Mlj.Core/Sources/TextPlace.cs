namespace Mlj.Sources;

/// <summary>A cell of text within a buffer that holds a whole row.</summary>
/// <param name="Column">The column from 1.</param>
/// <param name="Start">Where its UTF-8 begins in the buffer.</param>
/// <param name="Length">How many bytes it has; not 0.</param>
internal readonly record struct TextPlace(int Column, int Start, int Length);
