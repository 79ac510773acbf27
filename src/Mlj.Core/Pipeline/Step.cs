using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>A step that was done: the tables around it and what it found odd.</summary>
/// <param name="Number">The step's place in the plan, from 1.</param>
/// <param name="Action">What was done.</param>
/// <param name="Before">The table before.</param>
/// <param name="After">The table after.</param>
/// <param name="Notes">What was odd.</param>
public sealed record Step(int Number, TableAction Action, Table Before, Table After, IReadOnlyList<Note> Notes)
{
    /// <summary>Tables that the step made beside its result, to be kept apart; none by default.</summary>
    public IReadOnlyList<KeptTable> Kept { get; init; } = [];
}
