using System.Net;

namespace Mlj.Hosting.Web.Tests;

public sealed class OwnershipTests : IDisposable
{
    private readonly TestHost _host = new();

    private static readonly (string Method, string Path)[] Calls =
    [
        ("GET", ""), ("DELETE", ""), ("GET", "/files"), ("POST", "/samples"), ("GET", "/roster"), ("PUT", "/roster"), ("DELETE", "/roster"), ("GET", "/result"), ("GET", "/table"), ("GET", "/participants/0"), ("GET", "/charts"), ("GET", "/charts/distribution"),
        ("GET", "/suggestions"), ("POST", "/suggestions/accept"), ("GET", "/retakes"), ("GET", "/plan"), ("GET", "/plan/rows"), ("POST", "/plan/accept"), ("DELETE", "/plan"),
        ("GET", "/history"), ("GET", "/history/1/dependents"), ("POST", "/history/undo"), ("POST", "/history/redo"), ("GET", "/recipe"), ("GET", "/export"),
    ];

    [Fact]
    public async Task Session_OfAnother_IsNotThereForEveryCall()
    {
        var (owner, stranger, nobody) = (await Caller.ConsolidatedAsync(_host), await Caller.BeginAsync(_host), new Caller(_host.CreateDefaultClient()));
        foreach (var (method, call) in Calls)
        {
            object? body = call == "/suggestions/accept" ? new { } : null;

            var unknown = await Caller.ProblemAsync(HttpStatusCode.NotFound, await stranger.SendAsync(new HttpMethod(method), "/api/session/" + new string('a', 40) + call, body));
            var others = await Caller.ProblemAsync(HttpStatusCode.NotFound, await stranger.SendAsync(new HttpMethod(method), owner.Path + call, body));

            Assert.Equal(unknown["detail"]!.GetValue<string>(), others["detail"]!.GetValue<string>());
            await Caller.ProblemAsync(HttpStatusCode.Unauthorized, await nobody.SendAsync(new HttpMethod(method), owner.Path + call, body));
        }
        Assert.Equal(3, (await owner.GetAsync(owner.Path + "/table"))["total_rows"]!.GetValue<int>());
    }

    [Fact]
    public async Task Sessions_OfTwoUsersAtOnce_DoNotMix()
    {
        var callers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            var caller = await Caller.BeginAsync(_host);
            await caller.UploadAsync("Test 1.csv", $"Name,Email,Score (100)\nUser {number},user{number}@example.org,{number + 10}\n");
            await caller.PostAsync("/api/consolidate/" + caller.Session);
            return caller;
        }));

        for (var number = 0; number < callers.Length; number++)
            Assert.Equal([$"user{number}@example.org"], await callers[number].ColumnAsync("Email"));
        Assert.Equal(callers.Length, callers.Select(caller => caller.Session).Distinct().Count());
        Assert.Equal(callers.Length, callers.Select(caller => caller.Token).Distinct().Count());
    }

    [Fact]
    public async Task Cookie_OfThePage_OpensItsSession_AndWritesOnlyWithThePagesHeader()
    {
        using var page = _host.CreateClient();
        var begun = await page.PostAsync("/api/session/create", null);
        var cookie = Assert.Single(begun.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var path = "/api/session/" + (await Caller.ReadAsync(begun))["session_id"];

        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync(path)).StatusCode);
        Assert.Equal("no_page_header", (await Caller.ProblemAsync(HttpStatusCode.BadRequest, await page.PostAsync(path + "/samples", null)))["code"]!.GetValue<string>());
        Assert.Equal("no_page_header", (await Caller.ProblemAsync(HttpStatusCode.BadRequest, await page.PutAsync(path + "/roster", null)))["code"]!.GetValue<string>());
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await page.GetAsync(path.Replace("session", "consolidate", StringComparison.Ordinal)));
        page.DefaultRequestHeaders.Add("X-Mlj-Page", "1");
        Assert.Equal(HttpStatusCode.OK, (await page.PostAsync(path + "/samples", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync(path.Replace("session", "consolidate", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Store_OfSessions_KeepsNoToken()
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        foreach (var file in Directory.GetFiles(_host.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(caller.Token, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _host.Dispose();
}
