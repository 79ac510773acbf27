namespace Mlj.Tables;

/// <summary>A cell that differs between two tables.</summary>
/// <param name="Stored">The stored index of the row, which is the same in both tables.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Before">The cell in the earlier table.</param>
/// <param name="After">The cell in the later table.</param>
public readonly record struct CellChange(int Stored, string Column, Cell Before, Cell After);
