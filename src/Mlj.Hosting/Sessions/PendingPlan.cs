namespace Mlj.Hosting.Sessions;

/// <summary>A plan that waits to be accepted.</summary>
/// <param name="Plan">The plan as JSON, with the hash of the table that it was previewed on.</param>
/// <param name="Origin">Where it came from: <c>steps</c>, <c>words</c> or <c>recipe</c>.</param>
/// <param name="Message">What it does, in the planner's words; null when nobody spoke.</param>
/// <param name="Maps">Whether columns may be found under other names, as recipes need.</param>
/// <param name="Partial">Whether steps that cannot be done are left out.</param>
public sealed record PendingPlan(string Plan, string Origin, string? Message, bool Maps, bool Partial);
