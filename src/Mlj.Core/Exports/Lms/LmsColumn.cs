namespace Mlj.Exports.Lms;

/// <summary>A column of a grade import.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Cells">A cell a row; null is missing.</param>
public sealed record LmsColumn(string Heading, IReadOnlyList<string?> Cells);
