using Mlj.Tables;

namespace Mlj.Tests.Actions;

/// <summary>One example of a page.</summary>
/// <param name="Before">The table before.</param>
/// <param name="Plan">The plan as JSON.</param>
/// <param name="After">The lines of the table after, the headings first; null when the plan cannot be done.</param>
/// <param name="Problem">Why it cannot be done; null when it can.</param>
internal sealed record SpecExample(Table Before, string Plan, IReadOnlyList<string[]>? After, string? Problem);
