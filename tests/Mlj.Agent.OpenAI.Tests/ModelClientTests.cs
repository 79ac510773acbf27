using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Mlj.Agent.OpenAI.Tests;

public sealed class ModelClientTests
{
    private static readonly ModelClientOptions Quick = new() { RetryDelay = TimeSpan.FromMilliseconds(1), TryTimeout = TimeSpan.FromSeconds(2), MaxAnswerBytes = 1 << 16 };

    private static readonly ChatMessage[] Hello = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Hello")];

    [Fact]
    public async Task Answer_InWords_IsRead()
    {
        await using var service = await FakeService.StartAsync();
        using var client = new ModelClient(service.Endpoint, Quick);

        var response = await client.GetResponseAsync(Hello);

        Assert.Equal("Hello.", response.Text);
        Assert.Equal(7, response.Usage!.TotalTokenCount);
        var request = Assert.Single(service.Requests);
        Assert.Contains("Authorization: Bearer " + FakeService.Key, request, StringComparison.Ordinal);
        Assert.Contains("\"model\":\"test-model\"", request, StringComparison.Ordinal);
        Assert.Contains("Be brief.", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithCalls_KeepsNamesOrderAndArguments()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Body(FakeService.Calls(("first", """{"a":[1,2]}"""), ("second", "{}"))));
        using var client = new ModelClient(service.Endpoint, Quick);
        var tool = AIFunctionFactory.CreateDeclaration("first", "The first.", System.Text.Json.JsonDocument.Parse("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"integer"}}}}""").RootElement);

        var response = await client.GetResponseAsync(Hello, new() { Tools = [tool], ToolMode = ChatToolMode.RequireAny, Temperature = 0 });

        var calls = response.Messages.Single().Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal(["first", "second"], calls.Select(call => call.Name));
        Assert.Equal("[1,2]", calls[0].Arguments!["a"]!.ToString());
        Assert.Contains("\"tool_choice\":\"required\"", service.Requests.Single(), StringComparison.Ordinal);
        Assert.Contains("\"description\":\"The first.\"", service.Requests.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithArgumentsThatAreNoJson_TellsItOnTheCall()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Body(FakeService.Calls(("first", """{"a":"""))));
        using var client = new ModelClient(service.Endpoint, Quick);

        var call = (await client.GetResponseAsync(Hello)).Messages.Single().Contents.OfType<FunctionCallContent>().Single();

        Assert.NotNull(call.Exception);
    }

    [Fact]
    public async Task Rounds_OfCallsAndResults_AreSentBack()
    {
        await using var service = await FakeService.StartAsync();
        using var client = new ModelClient(service.Endpoint, Quick);

        await client.GetResponseAsync(
        [
            .. Hello,
            new(ChatRole.Assistant, [new FunctionCallContent("call_1", "look", new Dictionary<string, object?> { ["at"] = "x" })]),
            new(ChatRole.Tool, [new FunctionResultContent("call_1", "nothing there")]),
        ]);

        Assert.Contains("\"tool_call_id\":\"call_1\"", service.Requests.Single(), StringComparison.Ordinal);
        Assert.Contains("nothing there", service.Requests.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_OfWordsAndCalls_ComesInPiecesAndCallsWhole()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Stream(
            """{"role":"assistant","content":"Hel"}""", """{"content":"lo"}""",
            """{"tool_calls":[{"index":0,"id":"call_0","type":"function","function":{"name":"first","arguments":"{\"a\""}}]}""",
            """{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}"""));
        using var client = new ModelClient(service.Endpoint, Quick);

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(Hello))
            updates.Add(update);

        Assert.Equal(["Hel", "lo"], updates.Select(update => update.Text).Where(text => text.Length > 0));
        Assert.Equal("1", updates[^1].Contents.OfType<FunctionCallContent>().Single().Arguments!["a"]!.ToString());
    }

    [Fact]
    public async Task Stream_ThatIsRefusedFirst_IsTriedAgain()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Status(503)).Then(FakeService.Stream("""{"role":"assistant","content":"now"}"""));
        using var client = new ModelClient(service.Endpoint, Quick);

        Assert.Equal("now", (await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync()).Text);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task TooManyRequests_WithRetryAfter_WaitsAsLongAsAsked()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Status(429, retryAfter: "1"));
        using var client = new ModelClient(service.Endpoint, Quick);
        var watch = Stopwatch.StartNew();

        var response = await client.GetResponseAsync(Hello);

        Assert.Equal("Hello.", response.Text);
        Assert.Equal(2, service.Requests.Count);
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(950), $"It waited {watch.Elapsed}.");
    }

    [Fact]
    public async Task TooManyRequests_WithALongRetryAfter_FailAtOnceAndSayHowLong()
    {
        await using var service = await FakeService.StartAsync();
        service.Always(FakeService.Status(429, retryAfter: "120"));
        using var client = new ModelClient(service.Endpoint, Quick);

        var error = await Assert.ThrowsAsync<ModelServiceException>(() => client.GetResponseAsync(Hello));

        Assert.Equal((ModelServiceFault.RateLimited, TimeSpan.FromMinutes(2)), (error.Fault, error.RetryAfter));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task ServerError_ThatPasses_IsOvercome()
    {
        await using var service = await FakeService.StartAsync();
        service.Then(FakeService.Status(500)).Then(FakeService.Cut);
        using var client = new ModelClient(service.Endpoint, Quick);

        Assert.Equal("Hello.", (await client.GetResponseAsync(Hello)).Text);
        Assert.Equal(3, service.Requests.Count);
    }

    public static TheoryData<string, ModelServiceFault, int> Faults => new()
    {
        { "401", ModelServiceFault.Unauthorized, 1 },
        { "404", ModelServiceFault.Rejected, 1 },
        { "500", ModelServiceFault.ServerError, 3 },
        { "html", ModelServiceFault.Unreadable, 1 },
        { "bad json", ModelServiceFault.Unreadable, 1 },
        { "other json", ModelServiceFault.Unreadable, 1 },
        { "empty choices", ModelServiceFault.Unreadable, 1 },
        { "10 MB", ModelServiceFault.TooLarge, 1 },
        { "10 MB in chunks", ModelServiceFault.TooLarge, 1 },
        { "hang", ModelServiceFault.TimedOut, 1 },
        { "cut", ModelServiceFault.Unreachable, 3 },
        { "redirect", ModelServiceFault.Rejected, 1 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Service_ThatMisbehaves_IsOneExceptionWithoutTheKey(string how, ModelServiceFault fault, int tries)
    {
        await using var service = await FakeService.StartAsync();
        service.Always(Misbehaviour.Named(how));
        using var client = new ModelClient(service.Endpoint, Quick);

        var error = await Assert.ThrowsAsync<ModelServiceException>(() => client.GetResponseAsync(Hello));

        Assert.Equal(fault, error.Fault);
        Assert.Equal(tries, service.Requests.Count);
        Assert.DoesNotContain(FakeService.Key, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Be brief.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_ThatIsNotThere_IsUnreachable()
    {
        var service = await FakeService.StartAsync();
        var endpoint = service.Endpoint;
        await service.DisposeAsync();
        using var client = new ModelClient(endpoint, Quick);

        Assert.Equal(ModelServiceFault.Unreachable, (await Assert.ThrowsAsync<ModelServiceException>(() => client.GetResponseAsync(Hello))).Fault);
    }

    [Fact]
    public async Task Caller_WhoStopsWaiting_GetsNoServiceException()
    {
        await using var service = await FakeService.StartAsync();
        service.Always(FakeService.Hang);
        using var client = new ModelClient(service.Endpoint, Quick);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync(Hello, null, soon.Token));
    }
}
