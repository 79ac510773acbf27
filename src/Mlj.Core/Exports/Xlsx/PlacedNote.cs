namespace Mlj.Exports.Xlsx;

/// <summary>A note at a cell of a sheet.</summary>
/// <param name="Row">The cell's row, from 0.</param>
/// <param name="Column">The cell's column, from 0.</param>
/// <param name="Text">What it says.</param>
internal sealed record PlacedNote(int Row, int Column, string Text);
