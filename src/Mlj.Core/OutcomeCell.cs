namespace Mlj;

/// <summary>A cell of an outcome before and after, as it is shown.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Before">What stood there; empty for nothing.</param>
/// <param name="After">What stands there; empty for nothing.</param>
public sealed record OutcomeCell(string Column, string Before, string After);
