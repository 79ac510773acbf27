using System.Text.Json;
using Microsoft.Extensions.AI;
using Mlj.Agent.ColdEmails;
using Mlj.Agent.Tests.Chat;

namespace Mlj.Agent.Tests.ColdEmails;

public sealed class ColdEmailTests
{
    private static readonly ColdEmailRequest Full = new()
    {
        RecipientName = "Amara Bello",
        Company = "Northwind Schools",
        RoleFocus = "exam results",
        YourOffering = "a workshop that turns test exports into one table",
        YourCredentials = "I taught for 12 years in Lagos",
        YourName = "Tunde Afolabi",
        ResearchNotes = "Northwind Schools opened a second campus.",
        Links = ["https://example.org/workshop"],
        YourTitle = "Trainer",
    };

    private static readonly string[] Pieces =
    [
        "Ada", "O'Brien-Łukasz", "李小龙", "مدرسة النور", "Школа №5", "a \"quoted\" word", "line\nbreak", "\t", "  ", "1,234.56", "99%", "₦5000", "https://example.org/a?b=c", "a@example.org",
        "[blank here]", "{{name}}", "<b>", "e\u0301", "👩‍🏫", "\u202Eright", "Dr. Foo? Bar!", "And,Then;So", new string('x', 400), new string('7', 300), "-", "…", "I", "half", "\ud800", "II", "«x»", "'", "A",
    ];

    private static string Text(Random random) => string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, random.Next(2, 40))).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static Random Seeded(int seed) => new(seed);

    [Fact]
    public async Task Composer_ForAThousandRequests_KeepsTheRules()
    {
        var random = Seeded(7);
        var writer = new ColdEmailWriter();
        var written = 0;
        for (var number = 0; number < 1_000; number++)
        {
            var request = new ColdEmailRequest
            {
                RecipientName = Text(random),
                Company = Text(random),
                RoleFocus = Text(random),
                YourOffering = Text(random),
                YourCredentials = Text(random),
                YourName = Text(random),
                ResearchNotes = random.Next(2) == 0 ? null : Text(random),
                YourTitle = random.Next(2) == 0 ? null : Text(random),
                Links = random.Next(2) == 0 ? null : [Text(random), "https://example.org/x"],
            };
            var reply = await writer.WriteAsync(request);
            if (request.MissingFields.Count > 0)
            {
                Assert.False(reply.Success);
                continue;
            }
            written++;
            Assert.Equal([], ColdEmailRules.Check(reply.Email!, request));
        }
        Assert.True(written > 700, $"Only {written} requests had all fields.");
    }

    [Fact]
    public async Task Composer_OfAPlainRequest_SaysThatNoModelWasUsed()
    {
        var reply = await new ColdEmailWriter().WriteAsync(Full);

        Assert.True(reply.Success);
        Assert.False(reply.ModelUsed);
        Assert.Contains("No model was used", reply.Note, StringComparison.Ordinal);
        Assert.Equal("A question about exam results at Northwind Schools", reply.Email!.Subject);
        Assert.StartsWith("Hello Amara Bello,\n\nI read this about you: Northwind Schools opened a second campus.", reply.Email.Body, StringComparison.Ordinal);
        Assert.EndsWith("Kind regards,\nTunde Afolabi\nTrainer", reply.Email.Body, StringComparison.Ordinal);
        Assert.Equal(2, reply.Reasoning!.PainPointsOrGoals.Count);
    }

    [Fact]
    public async Task Request_WithoutAField_NamesIt()
    {
        var reply = await new ColdEmailWriter().WriteAsync(Full with { Company = " \u200B", YourName = null });

        Assert.Equal("Missing required fields: company, your_name", reply.Error);
        Assert.Equal(["recipient_name", "company", "role_focus", "your_offering", "your_credentials", "your_name"], reply.RequiredFields);
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(reply, ColdEmailJson.Default.ColdEmailReply));
        Assert.Equal(["success", "error", "required_fields", "model_used"], json.RootElement.EnumerateObject().Select(each => each.Name));
    }

    [Fact]
    public void Request_OnTheWire_IsInSnakeCase()
    {
        var request = JsonSerializer.Deserialize("""{"recipient_name":"Amara","role_focus":"results","your_title":"Trainer","links":["https://example.org"]}""", ColdEmailJson.Default.ColdEmailRequest)!;

        Assert.Equal(("Amara", "results", "Trainer", "https://example.org"), (request.RecipientName, request.RoleFocus, request.YourTitle, request.Links!.Single()));
        Assert.Equal(["company", "your_offering", "your_credentials", "your_name"], request.MissingFields);
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "Short subject", Body(), "The subject has 2 words" },
        { "one two three four five six seven eight nine ten eleven", Body(), "The number 'two'" },
        { Subject, Body(greeting: "Amara, listen up"), "must begin with a greeting" },
        { Subject, Body(paragraph: new string('x', 261)), "at most 260" },
        { Subject, Body(paragraph: "One.\n\nAnother.\n\nA third.\n\nWould you reply?"), "at most 3" },
        { Subject, Body(paragraph: "We are good."), "must ask for one thing" },
        { Subject, Body(signOff: "Cheers"), "must end with a sign-off" },
        { Subject, Body(signOff: "Kind regards,\nSomebody Else"), "must end with a sign-off" },
        { Subject, Body(paragraph: "We served 500 schools. Would you reply?"), "The number '500'" },
        { Subject, Body(paragraph: "We doubled results. Would you reply?"), "The number 'doubled'" },
        { Subject, Body(paragraph: "As our client Contoso says, it works. Would you reply?"), "The name 'Contoso'" },
        { Subject, Body(paragraph: "See https://example.com/evil. Would you reply?"), "The address" },
        { Subject, Body(paragraph: "It saves a lot of $. Would you reply?"), "amount of money" },
        { Subject, Body(paragraph: "Dear [Your Company], would you reply?"), "blank to fill in" },
    };

    private const string Subject = "A question about results at Northwind Schools";

    private static string Body(string greeting = "Hello Amara,", string paragraph = "Would you have time for a call?", string signOff = "Kind regards,\nTunde Afolabi") =>
        $"{greeting}\n\n{paragraph}\n\n{signOff}";

    [Fact]
    public void Rules_OfAGoodEmail_FindNothing() => Assert.Equal([], ColdEmailRules.Check(new(Subject, Body()), Full));

    [Theory]
    [MemberData(nameof(Broken))]
    public void Rules_OfABrokenEmail_SayWhat(string subject, string body, string problem) =>
        Assert.Contains(ColdEmailRules.Check(new(subject, body), Full), found => found.Contains(problem, StringComparison.Ordinal));

    private static Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<ChatResponse>> Saying(string body) => (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant,
        "Here you are:\n" + JsonSerializer.Serialize(new { reasoning = new { pain_points_or_goals = new[] { "time", "order" }, selected_solution = "a workshop", justification = "it fits" }, email = new { subject = Subject, body } }))));

    [Fact]
    public async Task Model_ThatKeepsTheRules_IsUsed()
    {
        var reply = await new ColdEmailWriter(new ScriptedClient(Saying(Body()))).WriteAsync(Full);

        Assert.True(reply.ModelUsed);
        Assert.Equal((Body(), "a workshop"), (reply.Email!.Body, reply.Reasoning!.SelectedSolution));
        Assert.StartsWith("Here you are", reply.RawResponse, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_ThatMendsItsEmail_IsUsed()
    {
        var client = new ScriptedClient(Saying(Body(paragraph: "We served 500 schools. Would you reply?")), Saying(Body()));

        Assert.True((await new ColdEmailWriter(client).WriteAsync(Full)).ModelUsed);
        Assert.Contains("The number '500' was not given", client.Sent[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_ThatInventsTwice_IsNotUsed()
    {
        var client = new ScriptedClient(Saying(Body(paragraph: "We served 500 schools. Would you reply?")));

        var reply = await new ColdEmailWriter(client).WriteAsync(Full);

        Assert.False(reply.ModelUsed);
        Assert.Equal(2, client.Sent.Count);
        Assert.Equal([], ColdEmailRules.Check(reply.Email!, Full));
        Assert.Contains("none of its text is used", reply.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_ThatHangs_IsLeftAtTheDeadline()
    {
        var client = new ScriptedClient((_, _) => new TaskCompletionSource<ChatResponse>().Task);

        Assert.False((await new ColdEmailWriter(client, new() { Deadline = TimeSpan.FromMilliseconds(100) }).WriteAsync(Full)).ModelUsed);
    }
}
