namespace Mlj.Agent.Assistants;

/// <summary>What a conversation is about. It belongs to the conversation; switching one changes no other.</summary>
public enum AssistantMode
{
    /// <summary>Files in, one table out: help and answers about the session. On the wire <c>consolidation</c>.</summary>
    Consolidation,

    /// <summary>Changing and asking the table: every message goes to the planner. On the wire <c>data_agent</c>.</summary>
    DataAgent,

    /// <summary>Writing a cold e-mail. On the wire <c>cold_email</c>.</summary>
    ColdEmail,
}
