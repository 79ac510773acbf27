using System.Globalization;
using Mlj.Agent.Assistants;
using Mlj.Agent.ColdEmails;
using Mlj.Agent.Planning;
using Mlj.Agent.Tests.Chat;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Agent.Tests.Assistants;

public sealed class AssistantTests
{
    private static readonly TableOutline Outline = new([new("Final Average", ColumnKind.Number, ColumnRole.Average)]);

    private static readonly Assistant Ours = new(new FixedPlanner(new PlannerAnswer.Undo("Planned.")));

    private static async Task<AssistantReply> Reply(string message, SessionFacts? session = null) => await Ours.ReplyAsync(new(message) { Session = session ?? SessionFacts.New, Table = Outline });

    [Theory]
    [InlineData("How do I upload my files?", "upload")]
    [InlineData("merge my tests", "consolidate")]
    [InlineData("how is the bonus calculated", "bonus")]
    [InlineData("where can I download the table", "download")]
    [InlineData("are the results ready?", "download")]
    [InlineData("it does not work", "troubleshoot")]
    [InlineData("I get an error with my file", "troubleshoot")]
    [InlineData("write a cold e-mail for me", "cold_email")]
    [InlineData("add letter grades please", "data_action")]
    [InlineData("what is the status of my files", "status")]
    [InlineData("how does this work", "explain")]
    [InlineData("good morning", "general")]
    [InlineData("what is the average?", "general")]
    [InlineData("I took the express bus", "general")]
    public async Task Message_OfATopic_IsTakenForIt(string message, string intent) => Assert.Equal(intent, (await Reply(message)).Intent);

    [Fact]
    public async Task Bonus_AsExplained_IsWhatTheProductDoes()
    {
        var answer = (await Reply("bonus")).Response;

        foreach (var (tests, percent) in new[] { (1, 5), (2, 5), (3, 10), (5, 10), (6, 15) })
        {
            var table = new Table(new Column.Numbers("Score", [60m]), new Column.Numbers("Tests_Taken", [tests]));
            var result = Run(table, """{"action":"calculate_bonus","params":{"score_column":"Score"}}""").Find("Bonus_Score")!;
            Assert.Equal(60m * (100 + percent) / 100, ((Column.Numbers)result).Number(0));
            Assert.Contains($"+{percent} %", answer, StringComparison.Ordinal);
        }
        foreach (var (taken, score, expected) in new[] { (1, 90m, 50m), (2, 50m, 70.5m), (2, 90m, 74.5m), (3, 90m, 80m), (5, 50m, 85.8m), (5, 60m, 87.4m), (5, 70m, 89m), (5, 80m, 90.6m), (5, 90m, 92.2m) })
        {
            var table = new Table([.. Enumerable.Range(1, 5).Select(test => (Column)new Column.Numbers($"Test {test}", [test <= taken ? score : null]) { Role = ColumnRole.Score, Test = test })]);
            var result = Run(table, """{"action":"add_assignment_score","params":{}}""").Find("Assignment Score")!;
            Assert.Equal(expected, ((Column.Numbers)result).Number(0));
            Assert.Contains(expected.ToString(CultureInfo.InvariantCulture), answer, StringComparison.Ordinal);
        }
        Assert.Equal(60m, BuiltInActions.Catalog.Find("add_pass_fail")!.Parameters.Single(parameter => parameter.Name == "threshold").Default);
        var sheet = PlanJson.Write(ScoringPolicy.Mlj, BuiltInActions.Catalog);
        Assert.Contains("\"threshold\": 50", sheet, StringComparison.Ordinal);
        Assert.Contains("PASS from 50", answer, StringComparison.Ordinal);
        Assert.Contains("PASSED from 60", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColdEmail_AsExplained_NamesTheFieldsAndRules()
    {
        var answer = (await Reply("cold email")).Response;

        Assert.All(ColdEmailWriter.RequiredFields, name => Assert.Contains(name, answer, StringComparison.Ordinal));
        Assert.Contains($"{ColdEmailRules.FewestSubjectWords} to {ColdEmailRules.MostSubjectWords} words", answer, StringComparison.Ordinal);
        Assert.Contains($"at most {ColdEmailRules.MostParagraphs} paragraphs of at most {ColdEmailRules.LongestParagraph} characters", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Topics_ThatNameActions_NameOnesThatExist() => Assert.All(
        HelpTopics.All.SelectMany(topic => topic.Answer.Split([' ', ',', '.', ':', ';', '"', '\n'])).Where(word => word.Contains('_', StringComparison.Ordinal)),
        word => Assert.True(
            BuiltInActions.Catalog.Find(word) is not null || AssistantModes.TryRead(word, out _) || word is "recipient_name" or "role_focus" or "your_offering" or "your_credentials" or "your_name" or "research_notes" or "your_title", word));

    [Fact]
    public async Task Status_OfASession_IsOneSentenceAndTheNextStep()
    {
        var facts = new SessionFacts(3, SessionStatus.Failed, RecentError: "'x.pdf' is no workbook.");

        Assert.Equal("No file has been uploaded yet, and there are no results yet. Upload one .xlsx or .csv file for each test.", (await Reply("status")).Response);
        var reply = await Reply("status", facts);
        Assert.Equal("3 files have been uploaded, and the last consolidation failed. The last error: 'x.pdf' is no workbook. Upload further tests, or start the consolidation.", reply.Response);
        Assert.Equal(new SuggestedAction("display", "session_info"), reply.Action);
    }

    [Fact]
    public async Task Offers_FollowTheSession()
    {
        Assert.Equal(new SuggestedAction("navigate", "results"), (await Reply("download", new(2, SessionStatus.Completed, HasResults: true))).Action);
        Assert.Null((await Reply("download")).Action);
        Assert.Equal(new SuggestedAction("display", "error_details"), (await Reply("error", new(1, RecentError: "Broken."))).Action);
        Assert.Equal(new SuggestedAction("switch_mode", "data_agent"), (await Reply("sort the table")).Action);
    }

    [Fact]
    public async Task DataAgent_GivesTheMessageToThePlannerAndKeepsTheTurn()
    {
        var conversation = AssistantConversation.Empty.In(AssistantMode.DataAgent);

        var reply = await Ours.ReplyAsync(new("upload") { Conversation = conversation, Table = Outline });

        Assert.Equal(("Planned.", "data_action"), (reply.Response, reply.Intent));
        Assert.IsType<PlannerAnswer.Undo>(reply.Answer);
        Assert.Equal("upload", Assert.Single(reply.Conversation.Turns.Turns).Message);
        Assert.Empty(conversation.Turns.Turns);
    }

    [Fact]
    public async Task DataAgent_WithoutATable_SaysWhatToDo()
    {
        var reply = await Ours.ReplyAsync(new("sort it") { Conversation = AssistantConversation.Empty.In(AssistantMode.DataAgent) });

        Assert.StartsWith("There is no table yet.", reply.Response, StringComparison.Ordinal);
        Assert.Null(reply.Answer);
    }

    [Fact]
    public async Task Mode_OfOneConversation_IsNoOtherOnes()
    {
        var agent = AssistantConversation.Empty.In(AssistantMode.DataAgent);
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
            (number, await Ours.ReplyAsync(new("upload") { Conversation = number % 2 == 0 ? agent : AssistantConversation.Empty, Table = Outline }))));

        Assert.All(replies, each => Assert.Equal(each.number % 2 == 0 ? "data_action" : "upload", each.Item2.Intent));
        Assert.DoesNotContain(typeof(Assistant).Assembly.GetTypes().SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)),
            field => !field.IsInitOnly && !field.IsLiteral && field.DeclaringType!.Namespace == typeof(Assistant).Namespace && !field.Name.Contains('<', StringComparison.Ordinal));
    }

    [Fact]
    public void Mode_OfANewKind_BeginsAnewAndUnknownOnesAreNone()
    {
        var said = AssistantConversation.Empty.In(AssistantMode.DataAgent) with { Turns = Conversation.Empty.With("x", FixedPlanner.Unsure) };

        Assert.Same(said, said.In(AssistantMode.DataAgent));
        Assert.Empty(said.In(AssistantMode.ColdEmail).Turns.Turns);
        Assert.True(AssistantModes.TryRead("cold_email", out var mode) && mode == AssistantMode.ColdEmail);
        Assert.False(AssistantModes.TryRead("Cold_Email", out _));
        Assert.False(AssistantModes.TryRead("1", out _));
    }

    private static Table Run(Table table, string step)
    {
        Assert.True(PlanJson.TryRead($$"""{"version":1,"steps":[{{step}}]}""", BuiltInActions.Catalog, out var plan, out _));
        return plan.Run(table, BuiltInActions.Catalog).Result;
    }
}
