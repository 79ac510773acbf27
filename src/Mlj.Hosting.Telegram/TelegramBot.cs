using Mlj.Hosting.Chats;
using Mlj.Hosting.Links;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Conversation;
using Mlj.Hosting.Telegram.Delivery;
using Mlj.Hosting.Telegram.MiniApp;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram;

/// <summary>Hangs the bot into a program: its own one, or the web host's. The program brings the workbench, its stores and the clock.</summary>
public static class TelegramBot
{
    /// <summary>Whether the configuration has a token, right or wrong.</summary>
    public static bool IsWanted(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration[TelegramSettings.Section + ":Token"] ?? configuration[TelegramSettings.TokenVariable]);
    }

    /// <summary>Adds the bot when it is set up.</summary>
    /// <param name="services">The program's services; a <see cref="Workbench"/>, an <see cref="IChatStore"/>, <see cref="SessionLinks"/> and a <see cref="TimeProvider"/> are needed among them.</param>
    /// <param name="configuration">The program's configuration: the section <c>Mlj:Telegram</c>, and the token as <c>TELEGRAM_BOT_TOKEN</c>.</param>
    /// <returns>Null when the bot was added, otherwise why it was not, in words that may be shown: the token is not in them.</returns>
    public static string? AddMljTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var settings = configuration.GetSection(TelegramSettings.Section).Get<TelegramSettings>() ?? new TelegramSettings();
        if (settings.Token is not { Length: > 0 })
            settings = settings with { Token = configuration[TelegramSettings.TokenVariable]?.Trim() };
        if (settings.Problem() is { } problem)
            return problem;
        services.AddSingleton(settings);
        services.AddSingleton(provider => new BotApi(
            // No factory of clients: theirs log addresses, which have the token in them.
            new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10), ActivityHeadersPropagator = null }) { Timeout = Timeout.InfiniteTimeSpan },
            settings.ApiAddress, settings.Token!, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UpdateHandler>();
        services.AddSingleton<Sender>();
        services.AddSingleton<ChatWorker>();
        services.AddSingleton<Workers>();
        services.AddSingleton<Receiver>();
        services.AddSingleton<Poller>();
        services.AddHostedService<TelegramService>();
        return null;
    }

    /// <summary>Maps the webhook, if one is set up, and the Mini App. Nothing when the bot was not added.</summary>
    public static void MapMljTelegram(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.ServiceProvider.GetService<TelegramSettings>() is not { } settings)
            return;
        if (settings.IsWebhook)
            app.MapWebhook(settings);
        app.MapMiniApp();
    }
}
