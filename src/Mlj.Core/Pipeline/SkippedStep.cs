namespace Mlj.Pipeline;

/// <summary>A step that was left out because it does not fit the table.</summary>
/// <param name="Number">The step's place in the plan, from 1.</param>
/// <param name="Action">What was not done.</param>
/// <param name="Problems">Why; at least one.</param>
public sealed record SkippedStep(int Number, TableAction Action, IReadOnlyList<PlanProblem> Problems);
