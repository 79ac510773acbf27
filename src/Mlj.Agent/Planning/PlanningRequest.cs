namespace Mlj.Agent.Planning;

/// <summary>A message and all that a planner may know to understand it.</summary>
/// <param name="Message">What the person wrote, as it is.</param>
/// <param name="Table">The columns of the table that it is about; no rows.</param>
public sealed record PlanningRequest(string Message, TableOutline Table)
{
    /// <summary>What was said before, the oldest first; nothing by default.</summary>
    public Conversation Conversation { get; init; } = Conversation.Empty;
}
