using System.Diagnostics;
using Microsoft.Extensions.AI;
using Mlj.Agent.Chat;
using Mlj.Agent.Planning;
using Mlj.Pipeline;
using Mlj.Questions;
using Mlj.Tables;

namespace Mlj.Agent.Tests.Chat;

public sealed class ChatPlannerTests
{
    private static readonly ActionCatalog Catalog = BuiltInActions.Catalog;

    private static readonly TableOutline Outline = new(
    [
        new("Full Name", ColumnKind.Text, ColumnRole.Name),
        new("Email", ColumnKind.Text, ColumnRole.Email),
        new("Test 1 Score", ColumnKind.Number, ColumnRole.Score, 1),
        new("Test 2 Score", ColumnKind.Number, ColumnRole.Score, 2),
        new("Final Average", ColumnKind.Number, ColumnRole.Average),
    ]);

    private readonly List<ModelFailure> _failures = [];

    private ChatPlanner Planner(IChatClient client, PlannerAnswer? offline = null, ChatPlannerOptions? options = null) =>
        new(client, new FixedPlanner(offline ?? FixedPlanner.Unsure), Catalog, (options ?? new()) with { OnFailure = _failures.Add });

    private static PlanningRequest Request(string message) => new(message, Outline);

    private static PlannerAnswer.Steps Steps(string steps)
    {
        Assert.True(PlanJson.TryRead($$"""{"version":1,"steps":{{steps}}}""", Catalog, out var plan, out var problems), string.Join(", ", problems));
        return new(plan, "Offline.");
    }

    private static string Written(PlannerAnswer answer) =>
        string.Join(" | ", Assert.IsType<PlannerAnswer.Steps>(answer).Plan.Steps.Select(step => PlanJson.Write(new Plan([step]), Catalog)))
            .Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    [Fact]
    public async Task Calls_OfSeveralActions_BecomeAPlanInTheirOrder()
    {
        var client = ScriptedClient.Calling(("add_grades", """{"score_column":"Final Average","scale":"waec"}"""), ("sort_data", """{"column":"Grade","ascending":true}"""));

        var answer = Assert.IsType<PlannerAnswer.Steps>(await Planner(client).AnswerAsync(Request("waec them and put the good ones on top")));

        Assert.Equal(["add_grades", "sort_data"], answer.Plan.Steps.Select(step => Catalog.Describe(step).Name));
        Assert.StartsWith("Add grades (score column 'Final Average'", answer.Message, StringComparison.Ordinal);
        Assert.Empty(_failures);
    }

    [Fact]
    public async Task Plan_WrittenAsText_IsReadToo()
    {
        var client = ScriptedClient.Saying("""Here it is: ```json {"steps":[{"action":"add_rank","params":{"score_column":"Final Average"}}]} ```""");

        Assert.Contains("add_rank", Written(await Planner(client).AnswerAsync(Request("who comes first"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"subject":"mean","column":"Test 2 Score"}""", QuestionSubject.Mean, 0)]
    [InlineData("""{"subject":"list","rows":[{"action":"filter_data","params":{"column":"Final Average","operator":"less","value":50}}]}""", QuestionSubject.List, 1)]
    public async Task Question_AboutTheTable_ChangesNothing(string arguments, QuestionSubject subject, int steps)
    {
        var answer = Assert.IsType<PlannerAnswer.Ask>(await Planner(ScriptedClient.Calling(("ask_table", arguments))).AnswerAsync(Request("tell me")));

        Assert.Equal((subject, steps), (answer.Question.Subject, answer.Question.Rows.Steps.Count));
        Assert.Equal(ActionRisk.Read, answer.RiskIn(Catalog));
    }

    [Fact]
    public async Task Clarify_Refuse_Undo_AreAnswers()
    {
        var clarify = Assert.IsType<PlannerAnswer.Clarify>(await Planner(ScriptedClient.Calling(("clarify", """{"question":"Which test?","choices":["sort by Test 1 Score","sort by Test 2 Score"]}"""))).AnswerAsync(Request("sort by test")));
        Assert.Equal(2, clarify.Choices.Count);
        Assert.Equal("No weather here.", Assert.IsType<PlannerAnswer.Refuse>(await Planner(ScriptedClient.Calling(("refuse", """{"reason":"No weather\nhere."}"""))).AnswerAsync(Request("weather?"))).Message);
        Assert.IsType<PlannerAnswer.Undo>(await Planner(ScriptedClient.Calling(("undo", "{}"))).AnswerAsync(Request("never mind that")));
    }

    [Fact]
    public async Task Instead_OfTheLastSteps_IsKnown()
    {
        var client = ScriptedClient.Calling(("instead_of_last", "{}"), ("sort_data", """{"column":"Test 2 Score"}"""));
        var request = Request("no, by the second one") with { Conversation = Conversation.Empty.With("sort by test 1", Steps("""[{"action":"sort_data","params":{"column":"Test 1 Score"}}]""")) };

        Assert.True(Assert.IsType<PlannerAnswer.Steps>(await Planner(client).AnswerAsync(request)).ReplacesPending);
        Assert.Contains("(proposed: sort_data)", client.Sent[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_OnAColumnProposedBefore_AreAccepted()
    {
        var client = ScriptedClient.Calling(("sort_data", """{"column":"Grade"}"""));
        var request = Request("and order it by that") with { Conversation = Conversation.Empty.With("grade them", Steps("""[{"action":"add_grades","params":{"score_column":"Final Average"}}]""")) };

        Assert.IsType<PlannerAnswer.Steps>(await Planner(client).AnswerAsync(request));
        Assert.Contains("\"proposed\":true", client.Sent[0], StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "delete_all_results", "{}", "unknown action" },
        { "sort_data", """{"column":"Averge"}""", "unknown column" },
        { "sort_data", """{"column":"Final Average","by":"x"}""", "unknown parameter" },
        { "add_rank", """{"score_column":"Full Name"}""", "text column" },
        { "add_column", """{"column_name":"Email"}""", "name taken" },
        { "add_formula_column", """{"column_name":"X","formula":"__import__('os')"}""", "no formula" },
        { "ask_table", """{"subject":"mean","column":"Full Name"}""", "mean of names" },
        { "ask_table", """{"subject":"count","rows":[{"action":"remove_column","params":{"column_name":"Email"}}]}""", "question that changes" },
        { "clarify", """{"question":"Look at https://example.org/x"}""", "link" },
        { "add_column", """{"column_name":"«text 9»"}""", "placeholder of nobody" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Answer_ThatIsWrongTwice_GivesTheOfflineAnswer(string tool, string arguments, string why)
    {
        var client = ScriptedClient.Calling((tool, arguments));

        Assert.Same(FixedPlanner.Unsure, await Planner(client).AnswerAsync(Request("make it so")));
        Assert.True(client.Sent.Count == 2, why);
        Assert.Contains("cannot be used", client.Sent[1], StringComparison.Ordinal);
        Assert.Equal(ModelFailureKind.Unusable, Assert.Single(_failures).Kind);
    }

    [Fact]
    public async Task Answer_ThatIsMended_IsUsed()
    {
        var client = new ScriptedClient(
            (_, _) => Task.FromResult(ScriptedClient.Calls(("sort_data", """{"column":"Final Averge"}"""))),
            (_, _) => Task.FromResult(ScriptedClient.Calls(("sort_data", """{"column":"Final Average"}"""))));

        Assert.IsType<PlannerAnswer.Steps>(await Planner(client).AnswerAsync(Request("in order please")));
        Assert.Contains("Did you mean 'Final Average'", client.Sent[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_OfTheOfflinePlanner_StandsAndNoModelIsAsked()
    {
        var refusal = new PlannerAnswer.Refuse("No.");
        var client = ScriptedClient.Calling(("sort_data", """{"column":"Email"}"""));

        Assert.Same(refusal, await Planner(client, refusal, new() { Use = ChatUse.Always }).AnswerAsync(Request("delete all the data")));
        Assert.Empty(client.Sent);
    }

    [Fact]
    public async Task Words_ThatAreUnderstoodOffline_ReachNoModel()
    {
        var offline = Steps("""[{"action":"sort_data","params":{"column":"Final Average"}}]""");
        var client = ScriptedClient.Calling(("sort_data", """{"column":"Email"}"""));

        Assert.Same(offline, await Planner(client, offline).AnswerAsync(Request("sort by average")));
        Assert.Empty(client.Sent);
    }

    [Theory]
    [InlineData("remove_column", """{"column_name":"Email"}""")]
    [InlineData("filter_data", """{"column":"Final Average","operator":"greater","value":99}""")]
    [InlineData("fill_missing", """{"columns":["Test 1 Score"],"number":100}""")]
    public async Task Model_ThatWouldLoseMoreThanTheWordsDo_IsNotFollowed(string tool, string arguments)
    {
        var offline = Steps("""[{"action":"sort_data","params":{"column":"Final Average"}}]""");

        Assert.Same(offline, await Planner(ScriptedClient.Calling((tool, arguments)), offline, new() { Use = ChatUse.Always }).AnswerAsync(Request("sort by average")));
        Assert.Equal(ModelFailureKind.NotAllowed, Assert.Single(_failures).Kind);
    }

    [Fact]
    public async Task Model_ThatAnswersAQuestionWithAChange_IsNotFollowed()
    {
        var offline = new PlannerAnswer.Ask(new(QuestionSubject.Mean, "Test 2 Score"), "The mean?");

        Assert.Same(offline, await Planner(ScriptedClient.Calling(("add_average", "{}")), offline, new() { Use = ChatUse.Always }).AnswerAsync(Request("what is the average of test 2?")));
    }

    [Theory]
    [InlineData("tidy this up", false)]
    [InlineData("get the emails out of my sight", true)]
    public async Task Column_ThatIsNotNamed_IsAskedAboutBeforeItGoes(string message, bool isNamed)
    {
        var answer = await Planner(ScriptedClient.Calling(("remove_column", """{"column_name":"Email"}"""))).AnswerAsync(Request(message));

        if (isNamed)
            Assert.True(Assert.IsType<PlannerAnswer.Steps>(answer).NeedsConfirmationIn(Catalog));
        else
            Assert.Contains("'Email'", Assert.IsType<PlannerAnswer.Clarify>(answer).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Column_ThatIsNotNamed_IsAskedAboutAlsoAmongStepsThatGoOn()
    {
        var client = ScriptedClient.Calling(("sort_data", """{"column":"Grade"}"""), ("remove_column", """{"column_name":"Email"}"""));
        var request = Request("and order it by that") with { Conversation = Conversation.Empty.With("grade them", Steps("""[{"action":"add_grades","params":{"score_column":"Final Average"}}]""")) };

        Assert.Contains("'Email'", Assert.IsType<PlannerAnswer.Clarify>(await Planner(client).AnswerAsync(request)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sort_data", """{"column":"«text 1»"}""")]
    [InlineData("sort_data", """{"column":"Final Average","ascending":"«text 1»"}""")]
    [InlineData("filter_data", """{"column":"Final Average","operator":"equals","value":"«text 1»"}""")]
    [InlineData("add_formula_column", """{"formula":"«text 1» + ("}""")]
    [InlineData("ask_table", """{"subject":"mean","column":"«text 1»"}""")]
    public async Task Repair_OfAnAnswerWithHiddenWords_StillHidesThem(string tool, string arguments)
    {
        var client = ScriptedClient.Calling((tool, arguments));

        await Planner(client).AnswerAsync(Request("what about Íñigo Ólafsdóttir-Ngozi of the \"Northern Lights and Further Schools\"?"));

        Assert.Equal(2, client.Sent.Count);
        Assert.All(new[] { "igo", "lafsd", "Ngozi", "Northern" }, part => Assert.DoesNotContain(part, client.Sent[1], StringComparison.OrdinalIgnoreCase));
    }

    public static TheoryData<TimeSpan> ImpossibleDeadlines => [TimeSpan.Zero, TimeSpan.FromSeconds(-1), TimeSpan.FromHours(25), TimeSpan.MaxValue];

    [Theory]
    [MemberData(nameof(ImpossibleDeadlines))]
    public void Deadline_ThatNoClockKeeps_IsRefusedBeforeAnybodyAsks(TimeSpan deadline)
    {
        using var client = new ScriptedClient();
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Planner(client, options: new() { Deadline = deadline }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => new Agent.ColdEmails.ColdEmailWriter(client, new() { Deadline = deadline }));
    }

    [Fact]
    public void Request_WithoutWordsOrTable_IsTheCallersError()
    {
        Assert.Throws<ArgumentNullException>("Message", () => new PlanningRequest(null!, Outline));
        Assert.Throws<ArgumentNullException>("Table", () => new PlanningRequest("Sort by name", null!));
        Assert.Throws<ArgumentNullException>("planner", () => new Agent.Assistants.Assistant(null!));
    }

    [Fact]
    public async Task Client_ThatHangsAndListensToNobody_IsLeftAtTheDeadline()
    {
        var client = new ScriptedClient((_, _) => new TaskCompletionSource<ChatResponse>().Task);
        var watch = Stopwatch.StartNew();

        Assert.Same(FixedPlanner.Unsure, await Planner(client, options: new() { Deadline = TimeSpan.FromMilliseconds(200) }).AnswerAsync(Request("hm")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.Equal(ModelFailureKind.TimedOut, Assert.Single(_failures).Kind);
    }

    [Fact]
    public async Task Client_ThatThrows_GivesTheOfflineAnswer()
    {
        var client = new ScriptedClient((_, _) => throw new InvalidOperationException("broken"));

        Assert.Same(FixedPlanner.Unsure, await Planner(client).AnswerAsync(Request("hm")));
        Assert.Equal((ModelFailureKind.Failed, "broken"), (_failures[0].Kind, _failures[0].Error!.Message));
    }

    [Fact]
    public async Task Answer_OfTenMegabytes_IsNotRead()
    {
        Assert.Same(FixedPlanner.Unsure, await Planner(ScriptedClient.Saying(new string('{', 10_000_000))).AnswerAsync(Request("hm")));
        Assert.Equal(ModelFailureKind.TooLarge, Assert.Single(_failures).Kind);
    }

    [Fact]
    public async Task Steps_ByTheHundred_AreTooMany()
    {
        var calls = Enumerable.Range(0, 100).Select(index => ("add_column", $$"""{"column_name":"C{{index}}"}""")).ToArray();

        Assert.Same(FixedPlanner.Unsure, await Planner(ScriptedClient.Calling(calls)).AnswerAsync(Request("hm")));
    }

    [Fact]
    public async Task Request_ThatIsTooLongOrTooWide_IsNotSent()
    {
        var client = ScriptedClient.Saying("x");

        Assert.Same(FixedPlanner.Unsure, await Planner(client).AnswerAsync(Request(new string('a', 2_001))));
        Assert.Same(FixedPlanner.Unsure, await Planner(client).AnswerAsync(new("hm", new([.. Enumerable.Range(1, 301).Select(number => new ColumnOutline($"</{number}>", ColumnKind.Text))]))));
        Assert.Empty(client.Sent);
    }

    [Fact]
    public async Task Caller_WhoStopsWaiting_IsHeard()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var client = new ScriptedClient((_, _) => new TaskCompletionSource<ChatResponse>().Task);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Planner(client).AnswerAsync(Request("hm"), soon.Token));
    }

    [Fact]
    public async Task WhatIsSent_OfNamesAddressesAndQuotedTexts_IsPlaceholdersAndComesBack()
    {
        var client = new ScriptedClient((messages, _) =>
        {
            var asked = messages[^1].Text;
            var name = asked[asked.IndexOf('«', StringComparison.Ordinal)..(asked.IndexOf('»', StringComparison.Ordinal) + 1)];
            return Task.FromResult(ScriptedClient.Calls(("filter_data", $$"""{"column":"Full Name","operator":"equals","value":"{{name}}"}""")));
        });

        var answer = await Planner(client).AnswerAsync(Request("only Ngozi Eze (ngozi.eze@example.org, 0803 555 1234), whom we call \"the Lion\", please"));

        Assert.Contains("NgoziEze", Written(answer), StringComparison.Ordinal);
        Assert.All(new[] { "Ngozi", "Eze", "example.org", "555", "Lion" }, canary => Assert.DoesNotContain(canary, client.Sent[0], StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task WhatIsSent_OfATable_IsItsHeadingsOnly()
    {
        var table = new Table(
            new Column.Texts("Full Name", ["Canaryname Quux"]) { Role = ColumnRole.Name },
            new Column.Texts("Email", ["canary@example.org"]) { Role = ColumnRole.Email },
            new Column.Numbers("Test 1 Score", [73.19m]) { Role = ColumnRole.Score, Test = 1 });
        var client = ScriptedClient.Saying("no idea");

        await Planner(client).AnswerAsync(new("which are good", TableOutline.Of(table)));

        Assert.Equal(2, client.Sent.Count);
        Assert.All(client.Sent, sent => Assert.All(new[] { "Canaryname", "Quux", "canary@", "73.19" }, canary => Assert.DoesNotContain(canary, sent, StringComparison.Ordinal)));
        Assert.Contains("""{"name":"Test 1 Score","kind":"number","role":"score","test":1}""", client.Sent[0], StringComparison.Ordinal);
    }
}
