namespace Mlj.Agent.Chat;

/// <summary>When a <see cref="ChatPlanner"/> asks its model.</summary>
public enum ChatUse
{
    /// <summary>Only when the planner without a model has to ask back. What it understands needs no network, and no heading can talk it out of it.</summary>
    WhenUnsure,

    /// <summary>For everything but what the planner without a model refuses.</summary>
    Always,
}
