using System.Data.Common;
using System.Security.Cryptography;
using Mlj.Hosting.Chats;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Api.Shapes;
using Mlj.Hosting.Telegram.Replies;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>The bot. Of all processes that share the store one works: the one that has the lease. The others wait for it to end.</summary>
internal sealed partial class TelegramService(IChatStore store, BotApi api, Workers workers, Poller poller, Workbench workbench, TelegramSettings settings, TimeProvider time, ILogger<TelegramService> logger) : BackgroundService
{
    private const string LeaseName = "telegram";
    private const int TicksOfALease = 6;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(2);
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromMinutes(5);

    private readonly string _owner = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private TimeSpan Lease => TimeSpan.FromSeconds(settings.LeaseSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TakeAsync(stoppingToken))
                    await WorkAsync(stoppingToken);
                await Task.Delay(Lease / TicksOfALease, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // Stopped, or the lease is another's now.
            }
            catch (Exception error)
            {
                // The bot begins again; a host that does other things besides goes on with them.
                LogFailed(error.GetType().FullName, error.StackTrace);
                await Task.Delay(Backoff.After(4), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        LogWorks(settings.IsWebhook ? "webhook" : "polling");
        var renewing = RenewAsync(held);
        try
        {
            await workers.StartAsync(held.Token);
            var menu = MenuAsync(held.Token);
            if (settings.IsWebhook)
                await api.SetWebhookAsync(settings.WebhookAddress!, settings.WebhookSecret!, held.Token);
            else
                await poller.RunAsync(held.Token);
            await menu;
            await Task.Delay(Timeout.InfiniteTimeSpan, time, held.Token);
        }
        catch (BotApiException error)
        {
            LogRefused(error.Message);
            await Task.Delay(Backoff.After(5), time, held.Token);
        }
        finally
        {
            await held.CancelAsync();
            await workers.StopAsync();
            await renewing;
            await store.ReleaseAsync(LeaseName, _owner, CancellationToken.None);
        }
    }

    /// <summary>Keeps the lease, wakes chats whose updates another process received, and tidies up.</summary>
    private async Task RenewAsync(CancellationTokenSource held)
    {
        DateTimeOffset? purged = null;
        try
        {
            while (true)
            {
                if (purged is null || time.GetUtcNow() - purged > PurgeEvery)
                {
                    await store.ForgetAsync(time.GetUtcNow() - Remembered, held.Token);
                    await workbench.PurgeAsync(held.Token);
                    purged = time.GetUtcNow();
                }
                await Task.Delay(Lease / TicksOfALease, time, held.Token);
                if (!await TakeAsync(held.Token))
                {
                    LogLost();
                    break;
                }
                await workers.WakeAllAsync(held.Token);
            }
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException)
        {
            LogStore(error.GetType().Name);
        }
        await held.CancelAsync();
    }

    private ValueTask<bool> TakeAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return store.LeaseAsync(LeaseName, _owner, now, now + Lease, cancellation);
    }

    private async Task MenuAsync(CancellationToken cancellation)
    {
        try
        {
            await api.SetMyCommandsAsync([.. Wording.Commands.Select(each => new BotCommand(each.Command, each.Description))], cancellation);
        }
        catch (BotApiException error)
        {
            // The commands work without the menu.
            LogRefused(error.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot works here, by {Mode}")]
    private partial void LogWorks(string mode);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another process has taken the bot over")]
    private partial void LogLost();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused a call: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot stopped and begins again: {Type}\n{Trace}")]
    private partial void LogFailed(string? type, string? trace);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store does not answer: {Reason}")]
    private partial void LogStore(string reason);
}
