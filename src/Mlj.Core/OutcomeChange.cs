using Mlj.Merging;

namespace Mlj;

/// <summary>
/// A participant whose outcome - final average, grade or verdict - is another one after a change of choices, such as another attempt policy.
/// </summary>
/// <param name="Before">The participant before.</param>
/// <param name="After">The participant after; may have more or fewer addresses, when a decision about people was changed.</param>
/// <param name="Cells">The outcome's cells that differ; at least one.</param>
public sealed record OutcomeChange(Participant Before, Participant After, IReadOnlyList<OutcomeCell> Cells);
