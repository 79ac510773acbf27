using Mlj.Agent.Planning;

namespace Mlj.Agent.Assistants;

/// <summary>A message to the assistant and all it may know.</summary>
/// <param name="Message">What the person wrote.</param>
public sealed record AssistantRequest(string Message)
{
    /// <summary>The conversation so far; an empty one by default.</summary>
    public AssistantConversation Conversation { get; init; } = AssistantConversation.Empty;

    /// <summary>Where the session stands; a new one by default.</summary>
    public SessionFacts Session { get; init; } = SessionFacts.New;

    /// <summary>The columns of the session's table; null when there is none yet.</summary>
    public TableOutline? Table { get; init; }
}
