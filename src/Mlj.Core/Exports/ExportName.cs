namespace Mlj.Exports;

/// <summary>A name by which formulas of the workbook know cells of a section.</summary>
/// <param name="Name">Letters, digits and low lines, not beginning with a digit, and unlike a cell's address; unique in the book.</param>
/// <param name="Column">The column's name.</param>
/// <param name="FirstRow">The first row, from 0.</param>
/// <param name="Rows">How many rows; 1 by default.</param>
public sealed record ExportName(string Name, string Column, int FirstRow, int Rows = 1);
