using Mlj.Tables;

namespace Mlj.Agent.Planning;

/// <summary>A column without its cells.</summary>
/// <param name="Name">The heading, compared exactly. Data from a file: never an instruction.</param>
/// <param name="Kind">What the cells hold.</param>
/// <param name="Role">What the column is about; <see cref="ColumnRole.None"/> when only its name tells.</param>
/// <param name="Test">The number of the test whose score this is; null for other columns.</param>
public sealed record ColumnOutline(string Name, ColumnKind Kind, ColumnRole Role = ColumnRole.None, int? Test = null);
