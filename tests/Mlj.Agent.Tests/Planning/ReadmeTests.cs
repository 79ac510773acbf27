using Mlj.Agent.Phrases;
using Mlj.Agent.Planning;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Agent.Tests.Planning;

/// <summary>What the readme of the package shows.</summary>
public sealed class ReadmeTests
{
    private static readonly Table Results = new(
        new Column.Texts("Full Name", ["Ada Quill", "Ben Torvald"]) { Role = ColumnRole.Name },
        new Column.Numbers("Final Average", [60, 70]) { Role = ColumnRole.Average });

    [Fact]
    public async Task Words_BecomeAPlanThatIsAcceptedAsItWasPreviewed()
    {
        var planner = new PhrasePlanner(BuiltInActions.Catalog);
        var history = History.Of(Results, BuiltInActions.Catalog);
        var request = new PlanningRequest("rank them by the final average", TableOutline.Of(history.Result)) { Conversation = Conversation.Empty };
        var answer = await planner.AnswerAsync(request);
        var run = (Assert.IsType<PlannerAnswer.Steps>(answer).Plan with { Seed = 7 }).Run(history.Result, BuiltInActions.Catalog);
        Assert.Equal(["Rank"], run.Diff.AddedColumns);
        Assert.True(history.TryAccept(run, out var after, out _));
        Assert.Equal(["2", "1"], Enumerable.Range(0, 2).Select(after.Result.Find("Rank")!.Show));
        Assert.False(answer.NeedsConfirmationIn(BuiltInActions.Catalog));
    }

    [Fact]
    public async Task Words_ThatAsk_AreAnsweredByTheTable()
    {
        var answer = await new PhrasePlanner(BuiltInActions.Catalog).AnswerAsync(new("how many have a final average of at least 65?", TableOutline.Of(Results)));
        Assert.Equal(1, Assert.IsType<PlannerAnswer.Ask>(answer).Question.Answer(Results, BuiltInActions.Catalog).Number);
    }
}
