namespace Mlj.Questions;

/// <summary>What a table answers. Immutable.</summary>
/// <param name="Sentence">The answer in one sentence.</param>
/// <param name="Number">The number that was asked for: a count of rows, a share of them in percent, or a figure in the unit of the column, not rounded; null when there is none, as for the mean of nothing.</param>
/// <param name="Rows">The stored indexes of the rows that the answer names, in the table's order: those that were asked for, or those that have the number. None for means and sums.</param>
public sealed record TableAnswer(string Sentence, decimal? Number, IReadOnlyList<int> Rows);
