using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Exports.Lms;

/// <summary>A table for a grade import.</summary>
/// <param name="Table">The table; write it as csv.</param>
/// <param name="Notes">What was left out, and who could not be placed.</param>
public sealed record LmsTable(Table Table, IReadOnlyList<Note> Notes);
