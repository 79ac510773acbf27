namespace Mlj.Agent.Planning;

/// <summary>A message and what the planner made of it.</summary>
/// <param name="Message">What the person wrote.</param>
/// <param name="Answer">The answer that was given.</param>
public sealed record Turn(string Message, PlannerAnswer Answer);
