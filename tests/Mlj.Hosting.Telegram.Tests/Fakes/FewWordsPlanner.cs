using Mlj.Agent.Planning;
using Mlj.Pipeline;

namespace Mlj.Hosting.Telegram.Tests.Fakes;

/// <summary>Understands three messages.</summary>
internal sealed class FewWordsPlanner : IPlanner
{
    public ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default)
    {
        if (request.Message == "which one?")
            return new(new PlannerAnswer.Clarify("Pass or fail at which threshold?", ["add pass fail at 50"]));
        if (request.Message != "add pass fail at 50")
            return new(new PlannerAnswer.Refuse("I do not understand that. Try: add pass fail at 50."));
        Assert.True(PlanJson.TryRead("""{"version":1,"seed":1,"steps":[{"action":"add_pass_fail","params":{"score_column":"Final Average","threshold":50,"result_column":"Passed?"}}]}""", BuiltInActions.Catalog, out var plan, out var problems), string.Join(' ', problems.Select(each => each.Message)));
        return new(new PlannerAnswer.Steps(plan, "Add pass or fail at 50."));
    }
}
