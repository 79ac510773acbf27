using Mlj.Pipeline;

namespace Mlj.Hosting.Refusals;

/// <summary>One problem of a plan.</summary>
/// <param name="Step">The step that has it, from 1; null when the plan as a whole has it.</param>
/// <param name="Code">The problem in snake_case.</param>
/// <param name="Message">The problem in words, with what can be done.</param>
public sealed record ProblemView(int? Step, string Code, string Message)
{
    internal static IReadOnlyList<ProblemView> Of(IEnumerable<PlanProblem> problems) => [.. problems.Select(each => new ProblemView(each.Step, each.Code, each.Message))];
}
