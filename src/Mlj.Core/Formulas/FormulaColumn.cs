using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Formulas;

/// <summary>What a formula gives for a table.</summary>
/// <param name="Column">A column of numbers or of text, with a cell for every stored row.</param>
/// <param name="Notes">What was odd, one note for each kind with the number of rows; rows that the table does not show are not counted.</param>
public sealed record FormulaColumn(Column Column, IReadOnlyList<Note> Notes);
