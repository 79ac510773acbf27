namespace Mlj.Pipeline;

/// <summary>Why a plan cannot be done. Nothing has been changed.</summary>
/// <param name="Step">The step, from 1; null when the plan as a whole is meant.</param>
/// <param name="Code">A stable name of the kind of problem in snake_case, for programs.</param>
/// <param name="Message">What is wrong and what to do, in words.</param>
public sealed record PlanProblem(int? Step, string Code, string Message)
{
    /// <summary>The step, then the message.</summary>
    public override string ToString() => Step is { } step ? $"Step {step}: {Message}" : Message;
}
