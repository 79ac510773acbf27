using Mlj.Agent.Planning;

namespace Mlj.Agent.Assistants;

/// <summary>One person's conversation: its mode and what was said about the table. Immutable; the assistant keeps none of it.</summary>
/// <param name="Mode">What the conversation is about; consolidation at first.</param>
/// <param name="Turns">What was said to the planner.</param>
public sealed record AssistantConversation(AssistantMode Mode, Conversation Turns)
{
    /// <summary>A conversation in which nothing was said.</summary>
    public static AssistantConversation Empty { get; } = new(AssistantMode.Consolidation, Conversation.Empty);

    /// <summary>The conversation in another mode, which begins anew; the same one when it is in that mode already.</summary>
    public AssistantConversation In(AssistantMode mode) => mode == Mode ? this : new(mode, Conversation.Empty);
}
