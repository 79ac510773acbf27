using Mlj.Hosting.Web.Settings;

namespace Mlj.Hosting.Web;

/// <summary>Deletes what has expired, now and then.</summary>
internal sealed partial class Purging(Workbench workbench, WebSettings settings, TimeProvider time, ILogger<Purging> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(settings.PurgeMinutes), time);
        do
        {
            try
            {
                var receipt = await workbench.PurgeAsync(stoppingToken);
                if (receipt.Sessions + receipt.Files > 0)
                    LogPurged(receipt.Sessions, receipt.Files, receipt.Bytes);
            }
            catch (Exception error) when (error is IOException or System.Data.Common.DbException or UnauthorizedAccessException)
            {
                // The store may be back next time; until then nothing expired is handed out either.
                LogFailed(error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted what had expired: {Sessions} sessions, {Files} files, {Bytes} bytes")]
    private partial void LogPurged(int sessions, int files, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What has expired could not be deleted now: {Reason}")]
    private partial void LogFailed(string reason);
}
