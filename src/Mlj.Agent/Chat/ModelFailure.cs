namespace Mlj.Agent.Chat;

/// <summary>Why a model's answer was not used.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Error">What the client threw; null when it answered.</param>
public sealed record ModelFailure(ModelFailureKind Kind, Exception? Error = null);
