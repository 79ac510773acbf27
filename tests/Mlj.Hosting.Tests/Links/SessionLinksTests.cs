using Mlj.Hosting.Blobs;
using Mlj.Hosting.Links;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Testing.Time;

namespace Mlj.Hosting.Tests.Links;

public sealed class SessionLinksTests : IDisposable
{
    private readonly HandClock _clock = new();
    private readonly MemoryLinkStore _store = new();
    private readonly Workbench _workbench;
    private readonly SessionLinks _links;

    public SessionLinksTests()
    {
        _workbench = new Workbench(new MemorySessionStore(), new MemoryBlobStore(_clock), new WorkbenchOptions(), _clock);
        _links = new SessionLinks(_workbench, _store, _clock);
    }

    [Fact]
    public async Task Redeem_OfALink_OpensItsSessionOnce()
    {
        var key = await BeginAsync();
        var code = await _links.MakeAsync(key);

        Assert.Equal(key, await _links.RedeemAsync(code));
        await RefusesAsync(code);
    }

    [Theory]
    [InlineData(9.9, true)]
    [InlineData(10, false)]
    public async Task Redeem_AfterMinutes_OpensUntilTheTenth(double minutes, bool opens)
    {
        var code = await _links.MakeAsync(await BeginAsync());
        _clock.Pass(TimeSpan.FromMinutes(minutes));

        if (opens)
            await _links.RedeemAsync(code);
        else
            await RefusesAsync(code);
    }

    [Fact]
    public async Task Redeem_OfAnInventedCode_IsRefused() => await RefusesAsync("nothing");

    [Fact]
    public async Task Make_ForAnothersSession_IsRefused()
    {
        var key = await BeginAsync();

        await Assert.ThrowsAsync<RefusedException>(() => _links.MakeAsync(key with { Token = "guessed" }));
    }

    [Fact]
    public async Task Store_OfALink_HasNeitherCodeNorToken()
    {
        var key = await BeginAsync();
        var code = await _links.MakeAsync(key);

        var kept = (await _store.TakeAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)))))!;

        Assert.DoesNotContain(code, kept.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key.Token!, kept.ToString(), StringComparison.Ordinal);
        Assert.Null(TokenSeal.Open(kept.Sealed, code + "x"));
        Assert.Null(TokenSeal.Open("bm9uZQ", code));
        Assert.Equal(key.Token, TokenSeal.Open(kept.Sealed, code));
    }

    public void Dispose() => _workbench.Dispose();

    private async Task<SessionKey> BeginAsync()
    {
        var opened = await _workbench.BeginAsync("telegram");
        return new SessionKey(opened.Session.SessionId, opened.Token);
    }

    private async Task RefusesAsync(string code)
    {
        var error = await Assert.ThrowsAsync<RefusedException>(() => _links.RedeemAsync(code));
        Assert.Equal(RefusalKind.Gone, error.Refusal.Kind);
    }
}
