using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mlj.Agent.Planning;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Chats;
using Mlj.Hosting.Links;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Telegram.Tests.Fakes;
using Mlj.Testing.Time;

namespace Mlj.Hosting.Telegram.Tests;

/// <summary>The bot with all its parts, in this process, on stores that outlive it, by a clock that runs twenty times faster.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Bot(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Log { get; private init; } = new();

    public string Address => _app.Urls.Single();

    public static async Task<Bot> StartAsync(FakeTelegram telegram, Stores stores, Dictionary<string, string?>? settings = null, IChatStore? chats = null, bool words = true, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new ConcurrentQueue<string>();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Listener(log));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mlj:Telegram:Token"] = FakeTelegram.Token,
            ["Mlj:Telegram:ApiAddress"] = telegram.Address,
            ["Mlj:Telegram:WebAddress"] = "https://results.example.org",
            ["Mlj:Telegram:LeaseSeconds"] = "5",
        }).AddInMemoryCollection(settings ?? []);
        var services = builder.Services;
        services.AddSingleton(time ?? stores.Clock).AddSingleton<ISessionStore>(stores.Sessions).AddSingleton<IBlobStore>(stores.Blobs);
        services.AddSingleton<ILinkStore>(stores.Links).AddSingleton(chats ?? stores.Chats).AddSingleton<SessionLinks>();
        if (words)
            services.AddSingleton<IPlanner, FewWordsPlanner>();
        services.AddSingleton(provider => new Workbench(stores.Sessions, stores.Blobs, new WorkbenchOptions(), time ?? stores.Clock, provider.GetService<IPlanner>()));
        Assert.Null(services.AddMljTelegram(builder.Configuration));
        var app = builder.Build();
        app.MapMljTelegram();
        await app.StartAsync();
        return new Bot(app) { Log = log };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Waits until something is so; fails with what the log says when it never is.</summary>
    public Task UntilAsync(Func<bool> holds, string what) => UntilAsync(holds, () => what + "\n" + string.Join('\n', Log.TakeLast(20)));

    public static async Task UntilAsync(Func<bool> holds, Func<string> what)
    {
        for (var waited = 0; !holds(); waited++)
        {
            if (waited > 2_000)
                Assert.Fail("Waited in vain: " + what());
            await Task.Delay(10);
        }
    }

    private sealed class Listener(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}

/// <summary>What outlives a process.</summary>
internal sealed class Stores
{
    public Stores() => Blobs = new MemoryBlobStore(Clock);

    public FastClock Clock { get; } = new(20);

    public MemorySessionStore Sessions { get; } = new();

    public MemoryBlobStore Blobs { get; }

    public MemoryChatStore Chats { get; } = new();

    public MemoryLinkStore Links { get; } = new();
}
