namespace Mlj.Recognition;

/// <summary>A column of an export, its role and the reason for it.</summary>
/// <param name="Column">The column from 1 (A is 1).</param>
/// <param name="Heading">The heading as it stands in the file, trimmed; empty when the column has none.</param>
/// <param name="Role">What the column is for.</param>
/// <param name="Why">The reason in words, with the counts it rests on.</param>
public sealed record RecognisedColumn(int Column, string Heading, SourceColumnRole Role, string Why);
