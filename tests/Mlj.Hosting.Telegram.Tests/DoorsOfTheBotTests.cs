using System.Globalization;
using System.Net;
using System.Text;
using Mlj.Hosting.Telegram.Tests.Fakes;
using Mlj.Hosting.Telegram.Tests.MiniApp;

namespace Mlj.Hosting.Telegram.Tests;

/// <summary>What the bot listens to itself: the webhook and the Mini App.</summary>
public sealed class DoorsOfTheBotTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "CANARY_secret-0123456789";

    private readonly Stores _stores = new();
    private readonly HttpClient _http = new();
    private FakeTelegram _telegram = null!;
    private Bot _bot = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _bot = await Bot.StartAsync(_telegram, _stores, new() { ["Mlj:Telegram:WebhookAddress"] = "https://bot.example.org/telegram/webhook", ["Mlj:Telegram:WebhookSecret"] = Secret });
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Webhook_WithItsSecret_AnswersEachUpdateOnce()
    {
        await _bot.UntilAsync(() => _telegram.Calls.Any(call => call.Method == "setWebhook"), "the webhook is set");
        Assert.Equal(Secret, _telegram.Calls.First(call => call.Method == "setWebhook").Fields["secret_token"]);
        _telegram.Say("/start");
        var update = _telegram.TakeUpdate();

        Assert.Equal(HttpStatusCode.OK, await SendAsync(update, Secret));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(update, Secret));
        await _bot.UntilAsync(() => !_telegram.Messages.IsEmpty, "an answer");
        await Task.Delay(200);

        Assert.Single(_telegram.Messages);
        Assert.DoesNotContain(_telegram.Calls, call => call.Method == "getUpdates");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CANARY_secret-012345678")]
    public async Task Webhook_WithoutItsSecret_HearsNothing(string? secret)
    {
        _telegram.Say("/start");

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(_telegram.TakeUpdate(), secret));
        await Task.Delay(100);
        Assert.Empty(_telegram.Messages);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    public async Task Webhook_WithRubbish_SaysSo(string body) => Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(body, Secret));

    [Fact]
    public async Task MiniApp_OpenedByTelegram_LeadsToThePersonsTable()
    {
        _telegram.SendFile("Test 1.csv", Samples.Test(1), chat: 77);
        await SendAsync(_telegram.TakeUpdate(), Secret);
        await _bot.UntilAsync(() => !_telegram.Messages.IsEmpty, "an answer");

        using var opened = await OpenAsync(77, FakeTelegram.Token);
        Assert.StartsWith("""{"url":"/open/""", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var stranger = await OpenAsync(78, FakeTelegram.Token);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using var forged = await OpenAsync(77, "4242:OTHER");
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
        Assert.Contains("/telegram/app.js", await _http.GetStringAsync(_bot.Address + "/telegram/app"), StringComparison.Ordinal);
        Assert.Contains("tgWebAppData", await _http.GetStringAsync(_bot.Address + "/telegram/app.js"), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> OpenAsync(long user, string token)
    {
        using var content = new StringContent(InitDataTests.Sign([("user", $$"""{"id":{{user}}}"""), ("auth_date", _stores.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))], token));
        return await _http.PostAsync(_bot.Address + "/telegram/app", content);
    }

    private async Task<HttpStatusCode> SendAsync(string update, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _bot.Address + "/telegram/webhook") { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }
}
