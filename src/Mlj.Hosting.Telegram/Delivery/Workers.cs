using Mlj.Hosting.Chats;
using Mlj.Hosting.Telegram.Api;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>One worker for each chat that has something to do. Safe to share between threads.</summary>
internal sealed partial class Workers(IChatStore store, ChatWorker worker, TimeProvider time, ILogger<Workers> logger) : IDisposable
{
    private const int MostAtOnce = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Work> _works = [];
    private readonly SemaphoreSlim _gate = new(MostAtOnce, MostAtOnce);
    private CancellationTokenSource? _running;

    /// <summary>Lets work begin, with what was left undone.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        lock (_lock)
            _running = new CancellationTokenSource();
        await WakeAllAsync(cancellation);
    }

    /// <summary>Wakes every chat that has something to do, whichever process received it.</summary>
    public async Task WakeAllAsync(CancellationToken cancellation)
    {
        foreach (var chat in await store.BusyAsync(cancellation))
            Wake(chat);
    }

    /// <summary>Has a chat's updates answered; nothing while this process does not work.</summary>
    public void Wake(long chat)
    {
        lock (_lock)
        {
            if (_running is not { IsCancellationRequested: false } running)
                return;
            if (_works.TryGetValue(chat, out var work))
            {
                work.IsWoken = true;
                work.Woken.TrySetResult();
                return;
            }
            _works[chat] = work = new Work();
            work.Task = Task.Run(() => RunAsync(chat, work, running.Token), CancellationToken.None);
        }
    }

    /// <summary>Stops all work, and waits for it to stop.</summary>
    public async Task StopAsync()
    {
        List<Task> tasks;
        lock (_lock)
        {
            _running?.Cancel();
            tasks = [.. _works.Values.Select(work => work.Task)];
        }
        await Task.WhenAll(tasks);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _running?.Dispose();
        _gate.Dispose();
    }

    private async Task RunAsync(long chat, Work work, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            try
            {
                await _gate.WaitAsync(cancellation);
                try
                {
                    await worker.RunAsync(chat, (wait, token) => WaitAsync(work, wait, token), cancellation);
                    failures = 0;
                }
                finally
                {
                    _gate.Release();
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
            }
            catch (Exception error)
            {
                // Nothing is lost: what was not finished stands in the store. The message may have people's data in it; the type and the trace have not.
                LogFailed(error.GetType().FullName, error.StackTrace);
                failures++;
            }
            lock (_lock)
                if (cancellation.IsCancellationRequested || (failures == 0 && !work.IsWoken))
                {
                    _works.Remove(chat);
                    return;
                }
                else
                    work.Reset();
            if (failures > 0)
                await Task.Delay(Backoff.After(failures), time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WaitAsync(Work work, TimeSpan wait, CancellationToken cancellation)
    {
        Task woken;
        lock (_lock)
        {
            if (work.IsWoken)
            {
                work.Reset();
                return;
            }
            woken = work.Woken.Task;
        }
        if (wait > TimeSpan.Zero)
            await Task.WhenAny(woken, Task.Delay(wait, time, cancellation));
        cancellation.ThrowIfCancellationRequested();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The work for a chat stopped and begins again: {Type}\n{Trace}")]
    private partial void LogFailed(string? type, string? trace);

    private sealed class Work
    {
        public Task Task { get; set; } = Task.CompletedTask;

        public bool IsWoken { get; set; }

        public TaskCompletionSource Woken { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Reset()
        {
            IsWoken = false;
            Woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
