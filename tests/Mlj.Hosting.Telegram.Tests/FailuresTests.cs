using System.Diagnostics;
using Mlj.Hosting.Telegram.Tests.Fakes;

namespace Mlj.Hosting.Telegram.Tests;

/// <summary>Telegram and the network as they are on bad days.</summary>
public sealed class FailuresTests : IAsyncLifetime
{
    private readonly Stores _stores = new();
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await FakeTelegram.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    public static TheoryData<string, string> Faults => new()
    {
        { "sendMessage", "429" }, { "sendMessage", "502" }, { "sendMessage", "lost" }, { "sendMessage", "answer lost" }, { "sendMessage", "500 after" },
        { "getUpdates", "429" }, { "getUpdates", "409" }, { "getUpdates", "502" }, { "getUpdates", "lost" }, { "getUpdates", "answer lost" },
        { "getFile", "429" }, { "getFile", "502" }, { "getFile", "lost" }, { "file", "502" }, { "file", "lost" },
        { "editMessageText", "429" }, { "editMessageText", "502" }, { "editMessageText", "answer lost" },
        { "answerCallbackQuery", "502" }, { "sendDocument", "429" }, { "sendDocument", "lost" }, { "sendDocument", "answer lost" }, { "deleteWebhook", "lost" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Story_WithAFault_IsToldOnce(string method, string fault)
    {
        _telegram.Script = (called, times) => called == method && times == 0 ? Of(fault) : null;
        await using var bot = await Bot.StartAsync(_telegram, _stores);
        await StoryAsync(bot);

        Assert.Equal(4, _telegram.Messages.Count);
        Assert.Single(await FilesAsync());
    }

    [Fact]
    public async Task Polling_WithAnotherPoller_IsNeverATightLoop()
    {
        _telegram.Script = (called, _) => called == "getUpdates" ? FakeFault.Conflict : null;
        await using var bot = await Bot.StartAsync(_telegram, _stores);
        await Task.Delay(1_000);

        // Twenty seconds by the bot's clock: the first call, one after 16 s, perhaps one more.
        Assert.InRange(_telegram.Calls.Count(call => call.Method == "getUpdates"), 1, 4);
    }

    [Fact]
    public async Task Polling_ThatComesBackAtOnce_IsNeverATightLoop()
    {
        await using var bot = await Bot.StartAsync(_telegram, _stores, new() { ["Mlj:Telegram:PollSeconds"] = "0" });
        await Task.Delay(1_000);

        // The fake holds a poll for 0.1 s, two seconds by the bot's clock.
        Assert.InRange(_telegram.Calls.Count(call => call.Method == "getUpdates"), 1, 25);
    }

    [Fact]
    public async Task Processes_ThatShareAStore_WorkOneAtATime()
    {
        var first = await Bot.StartAsync(_telegram, _stores);
        await using var second = await Bot.StartAsync(_telegram, _stores);
        _telegram.Say("/start");
        await first.UntilAsync(() => _telegram.Messages.Count == 1, "an answer");
        Assert.DoesNotContain(second.Log, line => line.Contains("The bot works here", StringComparison.Ordinal));

        await first.DisposeAsync();
        _telegram.Say("/help");
        await second.UntilAsync(() => _telegram.Messages.Count == 2, "an answer of the second");
    }

    [Fact]
    public async Task Messages_ToOneChat_AreSentOneASecond()
    {
        await using var bot = await Bot.StartAsync(_telegram, _stores, time: TimeProvider.System);
        for (var count = 0; count < 4; count++)
            _telegram.Say("/help");
        await bot.UntilAsync(() => _telegram.Messages.Count == 4, "four answers");

        var times = _telegram.Calls.Where(call => call.Method == "sendMessage").Select(call => call.Timestamp).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(Stopwatch.GetElapsedTime(pair.First, pair.Second).TotalSeconds, 0.9, 30));
    }

    [Fact]
    public async Task Update_ThatComesTwice_IsAnsweredOnce()
    {
        // The confirmation gets lost: Telegram sends the same updates again.
        await using var bot = await Bot.StartAsync(_telegram, _stores);
        _telegram.Script = (method, times) => method == "getUpdates" && times % 2 == 0 ? FakeFault.AnswerLost : null;
        await StoryAsync(bot);

        Assert.Equal(4, _telegram.Messages.Count);
    }

    /// <summary>Crashes before and after every single call of the store, wherever the work is then.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Story_WithACrashAtEachStep_IsToldOnce(bool after)
    {
        var crashes = 0;
        for (var at = 1; ; at++)
        {
            await using var telegram = await FakeTelegram.StartAsync();
            var stores = new Stores();
            var chats = new CrashingChatStore(stores.Chats, at, after);
            Bot bot = await Bot.StartAsync(telegram, stores, chats: chats);
            var story = StoryAsync(telegram, stores, () => bot, "crash at call " + at);
            if (await Task.WhenAny(story, chats.Crashed) == story)
            {
                await story;
                await bot.DisposeAsync();
                break;
            }
            crashes++;
            await bot.DisposeAsync();
            bot = await Bot.StartAsync(telegram, stores);
            await story;
            await bot.DisposeAsync();

            Assert.True(telegram.Messages.Count == 4, $"crash at call {at}: {telegram.Messages.Count} messages");
            Assert.Single(await FilesAsync(stores));
        }
        Assert.InRange(crashes, 20, 200);
    }

    private static FakeFault Of(string fault) => fault switch
    {
        "429" => FakeFault.TooMany(3),
        "409" => FakeFault.Conflict,
        "502" => FakeFault.ServerError,
        "500 after" => FakeFault.ServerErrorAfter,
        "lost" => FakeFault.Lost,
        _ => FakeFault.AnswerLost,
    };

    private Task StoryAsync(Bot bot) => StoryAsync(_telegram, _stores, () => bot, "");

    /// <summary>A file, a table, a change and the workbook: four messages, one of them edited.</summary>
    private static async Task StoryAsync(FakeTelegram telegram, Stores stores, Func<Bot> bot, string where)
    {
        telegram.SendFile("Test 1.csv", Samples.Test(1));
        await SaysAsync("<b>1 file</b>");
        telegram.Say("/consolidate");
        await SaysAsync("<b>3 people, 1 test</b>");
        telegram.Say("add pass fail at 50");
        await SaysAsync("<b>Preview</b>");
        telegram.Press("Apply");
        await Bot.UntilAsync(() => telegram.Messages.Values.Any(message => message.Button("Get the file") is not null && message.Id > 104), () => $"{where}: applied\n{What()}");
        Assert.Contains("Passed?", (await SessionAsync(stores)).GetProperty("log").GetString(), StringComparison.Ordinal);
        var last = telegram.Messages.Values.MaxBy(message => message.Id)!;
        telegram.PressData(last.Button("Get the file")!.Replace(".get.", ".csv.", StringComparison.Ordinal), last.Id);
        await Bot.UntilAsync(() => telegram.Messages.Values.Any(message => message.IsDocument), () => $"{where}: the file\n{What()}");
        await Task.Delay(150);

        Task SaysAsync(string text) => Bot.UntilAsync(() => telegram.Messages.Values.Any(message => message.Text.Contains(text, StringComparison.Ordinal)), () => $"{where}: {text}\n{What()}");

        string What() => string.Join("\n--\n", telegram.Messages.Values.OrderBy(message => message.Id).Select(message => message.Text)) + "\n== log\n" + string.Join('\n', bot().Log.TakeLast(15));
    }

    private Task<IReadOnlyList<string>> FilesAsync() => FilesAsync(_stores);

    private static async Task<IReadOnlyList<string>> FilesAsync(Stores stores)
    {
        return [.. (await SessionAsync(stores)).GetProperty("uploads").EnumerateArray().Select(upload => upload.GetProperty("name").GetString()!)];
    }

    /// <summary>The one session that has files. A crash right after a session was begun leaves an empty one, which nobody owns and which expires.</summary>
    private static async Task<System.Text.Json.JsonElement> SessionAsync(Stores stores) =>
        (await stores.Sessions.ExpiredAsync(DateTimeOffset.MaxValue, 9)).Select(stored => System.Text.Json.JsonDocument.Parse(stored.State).RootElement).Single(state => state.GetProperty("uploads").GetArrayLength() > 0);
}
