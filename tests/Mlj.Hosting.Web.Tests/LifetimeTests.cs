using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Mlj.Hosting.Web.Tests;

public sealed class LifetimeTests : IDisposable
{
    private readonly TestHost _host = new();

    [Fact]
    public async Task Session_ThatIsUsed_LivesOn_AndUnusedExpires()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        for (var times = 0; times < 4; times++)
        {
            _host.Clock.Pass(TimeSpan.FromMinutes(50));
            await caller.GetAsync(caller.Path + "/table");
        }

        _host.Clock.Pass(TimeSpan.FromMinutes(60));

        Assert.Equal("session_expired", (await Caller.ProblemAsync(HttpStatusCode.Gone, await caller.Http.GetAsync(caller.Path + "/table")))["code"]!.GetValue<string>());
        var stranger = await Caller.BeginAsync(_host);
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await stranger.Http.GetAsync(caller.Path));
    }

    [Fact]
    public async Task Purge_OfWhatHasExpired_TakesFilesAndSessionsAndLeavesTheOthers()
    {
        var old = await Caller.ConsolidatedAsync(_host);
        await File.WriteAllTextAsync(Path.Combine(_host.Folder, "files", "0000_orphan"), "left by a crash");
        File.SetLastWriteTimeUtc(Path.Combine(_host.Folder, "files", "0000_orphan"), _host.Clock.GetUtcNow().UtcDateTime);
        _host.Clock.Pass(TimeSpan.FromHours(1.5));
        var young = await Caller.ConsolidatedAsync(_host);

        var receipt = await _host.Services.GetRequiredService<Workbench>().PurgeAsync();

        Assert.Equal((1, 3), (receipt.Sessions, receipt.Files));
        Assert.True(receipt.Bytes > 100);
        Assert.Equal(2, _host.Files.Count());
        Assert.Equal(3, (await young.ColumnAsync("Email")).Count);
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await old.Http.GetAsync(old.Path));
    }

    [Theory]
    [InlineData("/api/session/")]
    [InlineData("/api/delete/")]
    [InlineData("/api/hybrid/session/")]
    public async Task Delete_OfASession_LeavesNothingAndAnswersAReceipt(string path)
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        var deleted = await caller.DeleteAsync(path + caller.Session);

        Assert.Equal(("success", "Session deleted"), (deleted["status"]!.GetValue<string>(), deleted["message"]!.GetValue<string>()));
        Assert.Equal(2, deleted["receipt"]!["files"]!.GetValue<int>());
        Assert.Empty(_host.Files);
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await caller.Http.GetAsync(caller.Path));
    }

    [Fact]
    public async Task Keepalive_AfterAWhile_TellsTheTimeThatPassed()
    {
        using var http = _host.CreateClient();
        var before = (await Caller.ReadAsync(await http.GetAsync("/keepalive")))["uptime_seconds"]!.GetValue<long>();

        await Task.Delay(TimeSpan.FromSeconds(1.1));

        Assert.True((await Caller.ReadAsync(await http.GetAsync("/api/keepalive")))["uptime_seconds"]!.GetValue<long>() > before);
    }

    public void Dispose() => _host.Dispose();
}
