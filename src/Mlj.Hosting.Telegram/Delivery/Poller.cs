using Mlj.Hosting.Chats;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>Asks Telegram for updates, again and again, and never faster than makes sense.</summary>
internal sealed partial class Poller(BotApi api, IChatStore store, Receiver receiver, TelegramSettings settings, TimeProvider time, ILogger<Poller> logger)
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConflictWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UnknownTokenWait = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await DeleteWebhookAsync(cancellation);
        for (var failures = 0; ;)
        {
            var began = time.GetTimestamp();
            try
            {
                // Asking from the next one on confirms all before: they stand in the store.
                var updates = await api.GetUpdatesAsync(await store.LastUpdateAsync(cancellation) + 1, settings.PollSeconds, cancellation);
                failures = 0;
                foreach (var update in updates)
                    await receiver.ReceiveAsync(update, cancellation);
                if (updates.Count == 0 && ShortestPoll - time.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest, time, cancellation);
            }
            catch (BotApiException error)
            {
                failures++;
                var wait = WaitAfter(error, failures);
                LogFailed(error.Message, (int)wait.TotalSeconds);
                await Task.Delay(wait, time, cancellation);
            }
        }
    }

    private static TimeSpan WaitAfter(BotApiException error, int failures) => error switch
    {
        // Somebody else polls with this token, with another store. They would take turns at taking each other's updates.
        { IsConflict: true } => ConflictWait + Backoff.After(failures),
        { Code: 401 or 404 } => UnknownTokenWait,
        _ => Backoff.After(failures),
    };

    private async Task DeleteWebhookAsync(CancellationToken cancellation)
    {
        try
        {
            await api.DeleteWebhookAsync(cancellation);
        }
        catch (BotApiException error)
        {
            // If one is set, the first poll says so.
            LogFailed(error.Message, 0);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Updates could not be fetched: {Reason}. Trying again after {Seconds} s. With 409 another program polls with this token; with 401 or 404 Telegram does not know the token.")]
    private partial void LogFailed(string reason, int seconds);
}
