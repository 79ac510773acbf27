namespace Mlj.Hosting.Sessions;

/// <summary>A message and what was answered.</summary>
/// <param name="Said">The message.</param>
/// <param name="Kind"><c>steps</c>, <c>ask</c>, <c>clarify</c>, <c>refuse</c> or <c>undo</c>.</param>
/// <param name="Answered">The answer in words.</param>
/// <param name="Plan">The plan as JSON, of <c>steps</c>; otherwise null.</param>
/// <param name="Choices">The choices that were offered.</param>
public sealed record SpokenTurn(string Said, string Kind, string Answered, string? Plan, IReadOnlyList<string> Choices);
