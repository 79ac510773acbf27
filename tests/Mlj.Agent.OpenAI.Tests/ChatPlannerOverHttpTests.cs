using System.Diagnostics;
using Mlj.Agent.Chat;
using Mlj.Agent.Planning;
using Mlj.Tables;

namespace Mlj.Agent.OpenAI.Tests;

public sealed class ChatPlannerOverHttpTests
{
    private static readonly PlannerAnswer Unsure = new PlannerAnswer.Clarify("What is meant?", []);

    private static readonly ModelClientOptions Quick = new() { RetryDelay = TimeSpan.FromMilliseconds(1), TryTimeout = TimeSpan.FromSeconds(5) };

    private static readonly Table People = new(
        new Column.Texts("Full Name", ["Canaryname Quux", "Zephyrine Okafor"]) { Role = ColumnRole.Name },
        new Column.Texts("Email", ["canary.one@example.org", "canary.two@example.org"]) { Role = ColumnRole.Email },
        new Column.Numbers("Test 1 Score", [73.19m, 41.37m]) { Role = ColumnRole.Score, Test = 1 },
        new Column.Numbers("Final Average", [88.77m, 12.34m]) { Role = ColumnRole.Average });

    private static readonly string[] Canaries = ["Canaryname", "Quux", "Zephyrine", "Okafor", "canary.one", "canary.two", "73.19", "41.37", "88.77", "12.34"];

    private sealed class Offline : IPlanner
    {
        public ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default) => ValueTask.FromResult(Unsure);
    }

    private static ChatPlanner Planner(ModelClient client, double seconds = 3) =>
        new(client, new Offline(), BuiltInActions.Catalog, new() { Deadline = TimeSpan.FromSeconds(seconds) });

    private static PlanningRequest Request(string message) => new(message, TableOutline.Of(People));

    [Fact]
    public async Task GoodAnswer_BecomesAPlan()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Body(FakeService.Calls(("add_grades", """{"score_column":"Final Average","scale":"waec"}"""), ("sort_data", """{"column":"Grade"}"""))));
        using var client = new ModelClient(service.Endpoint, Quick);

        var answer = Assert.IsType<PlannerAnswer.Steps>(await Planner(client).AnswerAsync(Request("waec it and order it")));

        Assert.Equal(2, answer.Plan.Steps.Count);
        Assert.True(answer.Plan.Run(People, BuiltInActions.Catalog).IsDone);
    }

    [Fact]
    public async Task UnknownAction_IsMendedOnceOrGivenUp()
    {
        await using var service = await FakeService.StartAsync();
        service.Always(FakeService.Body(FakeService.Calls(("delete_all_results", "{}"))));
        using var client = new ModelClient(service.Endpoint, Quick);

        Assert.Same(Unsure, await Planner(client).AnswerAsync(Request("clear it")));
        Assert.Equal(2, service.Requests.Count);
    }

    public static TheoryData<string> Misbehaviours => new(Misbehaviour.All);

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task Service_ThatMisbehaves_LeavesTheOfflineAnswerWithinTheDeadline(string how)
    {
        await using var service = await FakeService.StartAsync();
        service.Always(Misbehaviour.Named(how));
        using var client = new ModelClient(service.Endpoint, Quick);
        var watch = Stopwatch.StartNew();

        Assert.Same(Unsure, await Planner(client).AnswerAsync(Request("make it nice")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3 + 2), $"{how} took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Requests_OfAWholeConversation_HoldNoNameAddressOrScore()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Body(FakeService.Calls(("sort_data", """{"column":"Averge"}"""))))
            .Always(FakeService.Body(FakeService.Calls(("sort_data", """{"column":"Final Average"}"""))));
        using var client = new ModelClient(service.Endpoint, Quick);
        var planner = Planner(client);
        var conversation = Conversation.Empty;

        foreach (var message in new[] { "put Canaryname Quux first", "no, the one with canary.two@example.org", "then \"Zephyrine Okafor\" below" })
        {
            var answer = await planner.AnswerAsync(Request(message) with { Conversation = conversation });
            Assert.IsType<PlannerAnswer.Steps>(answer);
            conversation = conversation.With(message, answer);
        }

        Assert.Equal(4, service.Requests.Count);
        Assert.All(service.Requests, request => Assert.All(Canaries, canary => Assert.DoesNotContain(canary, request, StringComparison.OrdinalIgnoreCase)));
    }
}
