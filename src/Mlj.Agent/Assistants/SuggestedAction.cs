namespace Mlj.Agent.Assistants;

/// <summary>What a door may offer beside an answer: <c>navigate</c> to <c>results</c>, <c>display</c> of <c>session_info</c> or <c>error_details</c>, <c>switch_mode</c> to a mode. Nothing happens by itself.</summary>
/// <param name="Type">What is offered.</param>
/// <param name="Target">Of what, or where to.</param>
public sealed record SuggestedAction(string Type, string Target);
