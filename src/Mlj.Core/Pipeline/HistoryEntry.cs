namespace Mlj.Pipeline;

/// <summary>One line of a <see cref="History"/>.</summary>
public abstract record HistoryEntry
{
    private HistoryEntry()
    {
    }

    /// <summary>A plan was accepted.</summary>
    /// <param name="Plan">The plan as it was carried out.</param>
    public sealed record Accepted(Plan Plan) : HistoryEntry;

    /// <summary>Steps were undone together.</summary>
    /// <param name="Steps">Their numbers in <see cref="History.Steps"/>, ascending.</param>
    public sealed record Undone(IReadOnlyList<int> Steps) : HistoryEntry;

    /// <summary>Something was decided that is no change of the table, such as that two addresses are one person's.</summary>
    /// <param name="Kind">What sort of decision it is, in snake_case.</param>
    /// <param name="Json">The decision, any JSON value; kept as it is.</param>
    public sealed record Decided(string Kind, string Json) : HistoryEntry;
}
