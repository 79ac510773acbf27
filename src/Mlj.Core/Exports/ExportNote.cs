namespace Mlj.Exports;

/// <summary>A note at a cell, shown when one points at it; formats without notes leave it out.</summary>
/// <param name="Stored">The row's stored index; a note at a row that the table does not show is left out.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Text">What is exceptional about the cell, and why.</param>
public sealed record ExportNote(int Stored, string Column, string Text);
