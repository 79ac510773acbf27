using Microsoft.Playwright;

namespace Mlj.Hosting.Web.Browser.Tests.Browsing;

/// <summary>One browser and one host for all tests; each test opens a context of its own, which is another user.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private WebHost? _host;

    public WebHost Host => _host ?? throw new InvalidOperationException("There is no Chromium, so nothing was started.");

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Program is not { } program)
            return;
        _host = await WebHost.StartedAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>A new user at the page.</summary>
    public async Task<Visitor> VisitAsync(int width = 1280, int height = 900, ColorScheme colours = ColorScheme.Light, WebHost? at = null)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce, BaseURL = (at ?? Host).Address.ToString() });
        context.SetDefaultTimeout(30_000);
        return await Visitor.OpenAsync(context);
    }
}

[CollectionDefinition(Name)]
public sealed class StageCollection : ICollectionFixture<Stage>
{
    public const string Name = "stage";
}
