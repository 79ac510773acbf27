namespace Mlj.Agent.Planning;

/// <summary>A message and all that a planner may know to understand it.</summary>
/// <param name="Message">What the person wrote, as it is.</param>
/// <param name="Table">The columns of the table that it is about; no rows.</param>
public sealed record PlanningRequest(string Message, TableOutline Table)
{
    /// <summary>What the person wrote, as it is; not null.</summary>
    public string Message { get; init; } = Message ?? throw new ArgumentNullException(nameof(Message));

    /// <summary>The columns of the table that it is about; not null.</summary>
    public TableOutline Table { get; init; } = Table ?? throw new ArgumentNullException(nameof(Table));

    /// <summary>What was said before, the oldest first; nothing by default.</summary>
    public Conversation Conversation { get; init; } = Conversation.Empty;

    /// <summary>Whether the steps that were answered last still wait to be accepted, as they do by default. When they were discarded or done, what they would make is not spoken of.</summary>
    public bool IsLastPending { get; init; } = true;
}
