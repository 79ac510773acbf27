using Microsoft.Extensions.DependencyInjection;
using Mlj.Actions;
using Mlj.Agent.Planning;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Hosting.Web.Tests;

public sealed class WordsTests : IDisposable
{
    private readonly Listener _planner = new();
    private readonly TestHost _host;

    public WordsTests() => _host = new TestHost(services: services => services.AddSingleton<IPlanner>(_planner));

    [Fact]
    public async Task Words_ThatMeanSteps_WaitAsAPlanAndChangeNothing()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var before = await caller.ColumnAsync("Full Name");
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new SortData { Column = "Test 1 Score", Ascending = false }]), "Sorts.");

        var said = await caller.PostAsync(caller.Path + "/words", new { message = "the best first" });

        Assert.Equal(("steps", "Sorts.", "sort_data"), (said["outcome"]!.GetValue<string>(), said["message"]!.GetValue<string>(), said["preview"]!["steps"]![0]!["action"]!.GetValue<string>()));
        Assert.Equal(before, await caller.ColumnAsync("Full Name"));
        await caller.PostAsync(caller.Path + "/plan/accept");
        Assert.Equal("Bo Reed", (await caller.ColumnAsync("Full Name"))[0]);
    }

    [Fact]
    public async Task Words_AfterAPlanThatWaits_AreAboutTheTableAsItWouldBe()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new AddRank { ScoreColumn = "Test 1 Score" }]), "Ranks.");
        await caller.PostAsync(caller.Path + "/words", new { message = "rank them" });
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new SortData { Column = "Rank" }]), "Sorts.");

        var said = await caller.PostAsync(caller.Path + "/words", new { message = "and sort by it" });

        Assert.Contains(_planner.Asked!.Table.Columns, column => column.Name == "Rank");
        Assert.Equal(["rank them"], _planner.Asked.Conversation.Turns.Select(turn => turn.Message));
        Assert.Equal(["add_rank", "sort_data"], said["preview"]!["steps"]!.AsArray().Select(step => step!["action"]!.GetValue<string>()));
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new SortData { Column = "Email" }]), "Sorts otherwise.") { ReplacesPending = true };
        said = await caller.PostAsync(caller.Path + "/words", new { message = "no, only sort by e-mail" });
        Assert.Equal(["sort_data"], said["preview"]!["steps"]!.AsArray().Select(step => step!["action"]!.GetValue<string>()));
        _planner.Answer = new PlannerAnswer.Undo("Drop it.");
        said = await caller.PostAsync(caller.Path + "/words", new { message = "forget it" });
        Assert.Equal(("undone", "The plan that waited is dropped; the table is as it was."), (said["outcome"]!.GetValue<string>(), said["message"]!.GetValue<string>()));
        Assert.False((await caller.GetAsync(caller.Path))["has_pending_plan"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Words_AfterAPlanThatWaits_SayAllThatTheNewPlanDoes()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new AddRank { ScoreColumn = "Test 1 Score" }]), "Ranks.");
        await caller.PostAsync(caller.Path + "/words", new { message = "rank them" });
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new SortData { Column = "Rank" }]), "Sorts.");

        Assert.Equal("Ranks. Then: Sorts.", (await caller.PostAsync(caller.Path + "/words", new { message = "and sort by it" }))["preview"]!["message"]!.GetValue<string>());

        await caller.PostAsync(caller.Path + "/plan", new { steps = new[] { new { action = "add_rank", @params = new { score_column = "Test 1 Score" } } } });
        var said = await caller.PostAsync(caller.Path + "/words", new { message = "and sort by it" });
        Assert.Equal(("Sorts.", null), (said["message"]!.GetValue<string>(), said["preview"]!["message"]));
    }

    [Fact]
    public async Task Words_AfterAPlanIsDiscarded_AreNotAboutItsColumns()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new AddRank { ScoreColumn = "Test 1 Score" }]), "Ranks.");
        await caller.PostAsync(caller.Path + "/words", new { message = "rank them" });
        await caller.PostAsync(caller.Path + "/words", new { message = "what is it called?" });
        Assert.True(_planner.Asked!.IsLastPending);
        await caller.Http.DeleteAsync(caller.Path + "/plan");

        await caller.PostAsync(caller.Path + "/words", new { message = "rank them" });

        Assert.False(_planner.Asked!.IsLastPending);
    }

    [Fact]
    public async Task Words_ThatTakeBack_TellWhatWasTakenBack()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new AddRank { ScoreColumn = "Test 1 Score" }]), "Ranks.");
        await caller.PostAsync(caller.Path + "/words", new { message = "rank them" });
        await caller.PostAsync(caller.Path + "/plan/accept");
        _planner.Answer = new PlannerAnswer.Undo("Take it back.");

        var said = await caller.PostAsync(caller.Path + "/words", new { message = "undo" });

        Assert.Equal(("undone", "Step 1, add rank, is undone."), (said["outcome"]!.GetValue<string>(), said["message"]!.GetValue<string>()));
        said = await caller.PostAsync(caller.Path + "/words", new { message = "undo" });
        Assert.Equal(("refuse", "There is nothing to take back."), (said["outcome"]!.GetValue<string>(), said["message"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(QuestionSubject.Count, null, "3 rows.")]
    [InlineData(QuestionSubject.List, null, "3 rows: Ada Quill, Bo Reed, Cy Marsh.")]
    [InlineData(QuestionSubject.Mean, "Test 1 Score", "The average of 'Test 1 Score' is 60.")]
    [InlineData(QuestionSubject.Median, "Test 1 Score", "The median of 'Test 1 Score' is 60.")]
    [InlineData(QuestionSubject.Sum, "Test 2 Score", "The total of 'Test 2 Score' is 160 (2 numbers; 1 missing, left out).")]
    [InlineData(QuestionSubject.Lowest, "Test 1 Score", "The lowest 'Test 1 Score' is 40: Ada Quill.")]
    [InlineData(QuestionSubject.Highest, "Test 1 Score", "The highest 'Test 1 Score' is 80: Bo Reed.")]
    public async Task Words_ThatAskTheTable_AreAnsweredByIt(QuestionSubject subject, string? column, string expected)
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        _planner.Answer = new PlannerAnswer.Ask(new TableQuestion(subject, column), "What?");

        var said = await caller.PostAsync(caller.Path + "/words", new { message = "what?" });

        Assert.Equal(("answer", expected), (said["outcome"]!.GetValue<string>(), said["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Conversations_OfTwoSessions_StayApartAndSurviveARestart()
    {
        var (one, other) = (await Caller.ConsolidatedAsync(_host), await Caller.ConsolidatedAsync(_host));
        _planner.Answer = new PlannerAnswer.Clarify("By which test?", ["by test 1", "by test 2"]);
        Assert.Equal(2, (await one.PostAsync(one.Path + "/words", new { message = "secret of one" }))["choices"]!.AsArray().Count);
        await other.PostAsync(other.Path + "/words", new { message = "hello" });
        Assert.Empty(_planner.Asked!.Conversation.Turns);

        using var restarted = new TestHost(services: services => services.AddSingleton<IPlanner>(_planner), of: _host);
        await one.At(restarted).PostAsync(one.Path + "/words", new { message = "by test 1" });

        var turn = Assert.Single(_planner.Asked!.Conversation.Turns);
        Assert.Equal("secret of one", turn.Message);
        Assert.Equal(["by test 1", "by test 2"], Assert.IsType<PlannerAnswer.Clarify>(turn.Answer).Choices);
    }

    [Fact]
    public async Task DataAction_InWords_OnlyMakesAPlan()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        _planner.Answer = new PlannerAnswer.Steps(new Plan([new RemoveColumn { ColumnName = "Status" }]), "Removes Status.");

        var acted = await caller.PostAsync("/api/data-action/" + caller.Session, new { message = "what is the average?" });

        Assert.False(acted["confirmed"]!.GetValue<bool>());
        Assert.Equal(3, (await caller.ColumnAsync("Status")).Count);
        Assert.False((await caller.PostAsync("/api/ai-assist", new { message = "again", session_id = caller.Session }))["data_modified"]!.GetValue<bool>());
    }

    public void Dispose() => _host.Dispose();

    /// <summary>Answers what it is told to, and remembers what it was asked.</summary>
    private sealed class Listener : IPlanner
    {
        public PlannerAnswer Answer { get; set; } = new PlannerAnswer.Refuse("No.");

        public PlanningRequest? Asked { get; private set; }

        public ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default)
        {
            Asked = request;
            return new(Answer);
        }
    }
}
