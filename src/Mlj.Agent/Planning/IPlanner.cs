namespace Mlj.Agent.Planning;

/// <summary>Turns words into a plan, a question or a refusal. It changes nothing, and it never sees a row. Implementations are safe to share between threads.</summary>
public interface IPlanner
{
    /// <summary>Understands one message.</summary>
    /// <param name="request">What was said, about which table, after what.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What the planner makes of it. What it does not understand is a question or a refusal, never an exception.</returns>
    /// <exception cref="ArgumentNullException">There is no request.</exception>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default);
}
