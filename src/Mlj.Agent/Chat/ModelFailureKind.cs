namespace Mlj.Agent.Chat;

/// <summary>The reasons why a model's answer is not used.</summary>
public enum ModelFailureKind
{
    /// <summary>No answer within the deadline.</summary>
    TimedOut,

    /// <summary>The client threw.</summary>
    Failed,

    /// <summary>The answer was longer than what is read.</summary>
    TooLarge,

    /// <summary>The answer could not be used, and neither could its repair.</summary>
    Unusable,

    /// <summary>The answer would lose more than the person's words ask for.</summary>
    NotAllowed,

    /// <summary>The message was too long to be sent, or the table too wide; no model was asked.</summary>
    NotSent,
}
