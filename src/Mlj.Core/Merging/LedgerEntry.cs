using Mlj.Values;

namespace Mlj.Merging;

/// <summary>A row that was not placed.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Disposition">What became of it.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Who">The name and address in the row; null when it has neither.</param>
/// <param name="RawScore">The score's cell as it stands in the file; null when empty.</param>
public sealed record LedgerEntry(Place Place, Disposition Disposition, string Reason, string? Who, string? RawScore);
