using Mlj.Agent.Planning;

namespace Mlj.Agent.Assistants;

/// <summary>What the assistant says. Nothing has been done.</summary>
/// <param name="Response">The answer to the person.</param>
/// <param name="Intent">What the message was taken for, such as <c>upload</c> or <c>data_action</c>.</param>
/// <param name="Conversation">The conversation with this message in it, for the next one.</param>
public sealed record AssistantReply(string Response, string Intent, AssistantConversation Conversation)
{
    /// <summary>What a door may offer; null when there is nothing to offer.</summary>
    public SuggestedAction? Action { get; init; }

    /// <summary>The planner's answer, whose steps are previewed and accepted like any others; null for help.</summary>
    public PlannerAnswer? Answer { get; init; }
}
