using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>A table as it was read from a sheet. Immutable and safe to share between threads.</summary>
/// <param name="Table">The rows below the heading; the one at stored index i is <see cref="Rows"/>' i-th.</param>
/// <param name="Where">The file and the sheet.</param>
/// <param name="Rows">The number that the spreadsheet program shows beside each stored row.</param>
/// <param name="Notes">What was odd: headings that had to be made unique, columns of mixed kinds, cells that are no data.</param>
public sealed record SheetTable(Table Table, Place Where, IReadOnlyList<int> Rows, IReadOnlyList<Note> Notes);
