using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mlj.Agent.Planning;

namespace Mlj.Hosting.Web.Tests;

public sealed class SafetyTests : IDisposable
{
    private readonly TestHost _host = new(services: services => services.AddSingleton<IPlanner, BrokenPlanner>());

    [Theory]
    [InlineData("/")]
    [InlineData("/api/session/none")]
    [InlineData("/api/nothing")]
    [InlineData("/health")]
    [InlineData("/robots.txt")]
    public async Task Headers_OfEveryAnswer_KeepBrowsersStrict(string path)
    {
        using var http = _host.CreateDefaultClient();

        var response = await http.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.Equal(path.StartsWith("/api", StringComparison.Ordinal), response.Headers.CacheControl?.NoStore == true);
    }

    [Fact]
    public async Task Fault_OfTheProgram_TellsNothingOfTheInsideOrTheRequest()
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        var response = await caller.SendAsync(HttpMethod.Post, caller.Path + "/words", new { message = "sort canary-words" });

        var text = await response.Content.ReadAsStringAsync();
        await Caller.ProblemAsync(HttpStatusCode.InternalServerError, response);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Contains(_host.Log, line => line.Contains("NotSupportedException", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log, line => line.Contains("canary", StringComparison.Ordinal));
        Assert.Equal(1, (await caller.GetAsync("/api/ai-logs"))["summary"]!["total_errors"]!.GetValue<int>());
    }

    [Fact]
    public async Task Log_OfAWholeSession_HasNoCanaryInIt()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadAsync("Canaryfile Test 1.csv", "Name,Email,Score (100)\nCanaryname Quill,canarymail@example.org,4242\nBo Reed,bo@example.org,50\n");
        await caller.SendFileAsync("Canaryfile Test 2.xlsx", new ByteArrayContent([0x50, 0x4B, 3, 4, 0, 0]));
        await caller.PostAsync("/api/consolidate/" + caller.Session);
        await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan", Caller.Steps("sort_data", new { column = "Canarycolumn" }));
        await caller.SendAsync(HttpMethod.Post, caller.Path + "/words", new { message = "canarywords" });
        await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan", "canarybody");
        await caller.Http.GetAsync(caller.Path + "/charts/distribution?column=canaryquery");
        await (await caller.Http.GetAsync(caller.Path + "/export")).Content.ReadAsByteArrayAsync();
        _host.Clock.Pass(TimeSpan.FromHours(2));
        await _host.Services.GetRequiredService<Workbench>().PurgeAsync();

        Assert.NotEmpty(_host.Log);
        Assert.All(_host.Log, line =>
        {
            Assert.DoesNotContain("canary", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(caller.Session, line, StringComparison.Ordinal);
            Assert.DoesNotContain(caller.Token, line, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("RequestsPerMinute", "/api/data-actions", "GET")]
    [InlineData("SessionsPerMinute", "/api/session/create", "POST")]
    [InlineData("WordsPerMinute", "/api/cold-email/generate", "POST")]
    public async Task Requests_BeyondTheLimit_MustWait(string setting, string path, string method)
    {
        using var host = new TestHost(new() { [setting] = "2" });
        var caller = new Caller(host.CreateDefaultClient());
        for (var times = 0; times < 2; times++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await caller.SendAsync(new HttpMethod(method), path, method == "POST" ? new { } : null)).StatusCode);

        var response = await caller.SendAsync(new HttpMethod(method), path, method == "POST" ? new { } : null);

        await Caller.ProblemAsync(HttpStatusCode.TooManyRequests, response);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await caller.Http.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task Sessions_BeyondTheirNumber_AreRefusedUntilOthersEnd()
    {
        using var host = new TestHost(new() { ["MaxSessions"] = "1" });
        await Caller.BeginAsync(host);
        var second = new Caller(host.CreateDefaultClient());

        await Caller.ProblemAsync(HttpStatusCode.ServiceUnavailable, await second.SendAsync(HttpMethod.Post, "/api/session/create"));
        host.Clock.Pass(TimeSpan.FromHours(1));
        await second.PostAsync("/api/session/create");
    }

    [Fact]
    public async Task Page_ThatIsAskedForByAnyAddress_IsTheSame()
    {
        using var http = _host.CreateDefaultClient();

        Assert.Equal("text/html", (await http.GetAsync("/")).Content.Headers.ContentType!.MediaType);
        Assert.Equal("text/html", (await http.GetAsync("/session/x")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/none.js")).StatusCode);
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await http.GetAsync("/api/none"));
        await Caller.ProblemAsync(HttpStatusCode.MethodNotAllowed, await http.DeleteAsync("/api/data-actions"));
    }

    public void Dispose() => _host.Dispose();

    private sealed class BrokenPlanner : IPlanner
    {
        public ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default) => throw new NotSupportedException($"canary: {request.Message}");
    }
}
