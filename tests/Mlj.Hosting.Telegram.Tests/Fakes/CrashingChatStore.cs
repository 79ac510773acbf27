using Mlj.Hosting.Chats;

namespace Mlj.Hosting.Telegram.Tests.Fakes;

/// <summary>A store of a process that ends at one of its calls: that call and all after it fail, before or after it is carried out.</summary>
internal sealed class CrashingChatStore(IChatStore inner, int at, bool after) : IChatStore
{
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    public Task Crashed => _crashed.Task;

    public ValueTask<bool> ReceiveAsync(ReceivedUpdate update, CancellationToken cancellation = default) => CallAsync(() => inner.ReceiveAsync(update, cancellation));

    public ValueTask<long?> LastUpdateAsync(CancellationToken cancellation = default) => inner.LastUpdateAsync(cancellation);

    public ValueTask<IReadOnlyList<long>> BusyAsync(CancellationToken cancellation = default) => inner.BusyAsync(cancellation);

    public ValueTask<ReceivedUpdate?> BeginAsync(long chat, CancellationToken cancellation = default) => CallAsync(() => inner.BeginAsync(chat, cancellation));

    public ValueTask<string?> FindAsync(long chat, CancellationToken cancellation = default) => CallAsync(() => inner.FindAsync(chat, cancellation));

    public async ValueTask KeepAsync(long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default) => await CallAsync(() => Done(inner.KeepAsync(chat, memory, at, cancellation)));

    public ValueTask<bool> FinishAsync(ReceivedUpdate update, string memory, IReadOnlyList<NewMessage> messages, DateTimeOffset at, CancellationToken cancellation = default) => CallAsync(() => inner.FinishAsync(update, memory, messages, at, cancellation));

    public ValueTask<OutgoingMessage?> OutgoingAsync(long chat, CancellationToken cancellation = default) => CallAsync(() => inner.OutgoingAsync(chat, cancellation));

    public async ValueTask AttemptAsync(long message, long after, CancellationToken cancellation = default) => await CallAsync(() => Done(inner.AttemptAsync(message, after, cancellation)));

    public async ValueTask SentAsync(long message, long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default) => await CallAsync(() => Done(inner.SentAsync(message, chat, memory, at, cancellation)));

    // The lease and the tidying are no step of an answer.
    public ValueTask<bool> LeaseAsync(string name, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default) => inner.LeaseAsync(name, owner, now, until, cancellation);

    public ValueTask ReleaseAsync(string name, string owner, CancellationToken cancellation = default) => inner.ReleaseAsync(name, owner, cancellation);

    public ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default) => inner.ForgetAsync(before, cancellation);

    private static async ValueTask<bool> Done(ValueTask task)
    {
        await task;
        return true;
    }

    private async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call)
    {
        var number = Interlocked.Increment(ref _calls);
        if (number > at || (number == at && !after))
            throw Crash();
        var result = await call();
        return number == at ? throw Crash() : result;
    }

    private NotSupportedException Crash()
    {
        _crashed.TrySetResult();
        return new NotSupportedException("The process has ended.");
    }
}
