using Mlj.Agent.OpenAI;
using Mlj.Agent.Planning;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Chats;
using Mlj.Hosting.Data;
using Mlj.Hosting.Links;
using Mlj.Hosting.Sessions;

namespace Mlj.Hosting.Telegram;

/// <summary>The bot as a program of its own. It is no program of top-level statements: the web host, which hangs the bot in, has one of that name.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        if (builder.Services.AddMljTelegram(builder.Configuration) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        // The same folder as the web host's: they share sessions, so that a link leads from the chat to the page.
        var folder = Path.GetFullPath(builder.Configuration["Mlj:DataFolder"] is { Length: > 0 } given ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? home : Path.GetTempPath(), "mlj"));
        var file = Path.Combine(folder, "sessions.db");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ISessionStore>(_ => new SqliteSessionStore(file));
        builder.Services.AddSingleton<IChatStore>(_ => new SqliteChatStore(file));
        builder.Services.AddSingleton<ILinkStore>(_ => new SqliteLinkStore(file));
        builder.Services.AddSingleton<IBlobStore>(_ => new FolderBlobStore(Path.Combine(folder, "files")));
        builder.Services.AddSingleton<SessionLinks>();
        builder.Services.AddMljAssistant(name => builder.Configuration[name]);
        builder.Services.AddSingleton(services => new Workbench(
            services.GetRequiredService<ISessionStore>(), services.GetRequiredService<IBlobStore>(), new WorkbenchOptions(), services.GetRequiredService<TimeProvider>(), services.GetService<IPlanner>()));

        var app = builder.Build();
        app.MapMljTelegram();
        app.MapGet("/health/live", () => "healthy");
        app.Run();
        return 0;
    }
}
