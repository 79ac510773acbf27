using Mlj.Agent.Planning;

namespace Mlj.Agent.Tests.Chat;

/// <summary>A planner without a model that always gives one answer.</summary>
internal sealed class FixedPlanner(PlannerAnswer answer) : IPlanner
{
    public static readonly PlannerAnswer Unsure = new PlannerAnswer.Clarify("What is meant?", []);

    public ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default) => ValueTask.FromResult(answer);
}
