using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mlj.Testing.Time;

namespace Mlj.Hosting.Web.Tests;

/// <summary>The host with its real pipeline and its real stores, in a folder of its own, by a clock that moves by hand.</summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly bool _ownsFolder;

    /// <param name="settings">Settings of the section Mlj that are not the defaults.</param>
    /// <param name="services">Services in place of others.</param>
    /// <param name="of">The host whose folder and clock are used, as after a restart; null for new ones.</param>
    internal TestHost(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, TestHost? of = null)
    {
        _settings = settings ?? [];
        _services = services;
        _ownsFolder = of is null;
        Folder = of?.Folder ?? Directory.CreateTempSubdirectory("mlj-web-").FullName;
        Clock = of?.Clock ?? new HandClock();
    }

    internal string Folder { get; }

    internal HandClock Clock { get; }

    internal ConcurrentQueue<string> Log { get; } = new();

    /// <summary>The names of the files that are kept.</summary>
    internal IEnumerable<string> Files => Directory.Exists(Path.Combine(Folder, "files")) ? Directory.GetFiles(Path.Combine(Folder, "files")) : [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseSetting("Mlj:DataFolder", Folder);
        builder.UseSetting("Mlj:RequestsPerMinute", "0");
        builder.UseSetting("Mlj:SessionsPerMinute", "0");
        builder.UseSetting("Mlj:WordsPerMinute", "0");
        foreach (var (name, value) in _settings)
            builder.UseSetting("Mlj:" + name, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(new Listener(Log));
            _services?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
