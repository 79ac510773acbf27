namespace Mlj.Hosting.Telegram.Api;

/// <summary>
/// How fast messages may be sent: one a second to a chat, 30 a second overall, as Telegram asks for. Each caller gets the next free moment
/// and waits for it. Safe to share between threads.
/// </summary>
internal sealed class SendRate(TimeProvider time)
{
    private const int PerSecond = 30;

    /// <summary>A little more than a second: what is sent on time may arrive early.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1_050);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, DateTimeOffset> _chats = [];
    private readonly Queue<DateTimeOffset> _sent = new();

    public async ValueTask WaitAsync(long chat, CancellationToken cancellation)
    {
        var wait = Next(chat) - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
    }

    private DateTimeOffset Next(long chat)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var next = _chats.TryGetValue(chat, out var last) && last + Second > now ? last + Second : now;
            if (_sent.Count == PerSecond && _sent.Dequeue() + Second is var free && free > next)
                next = free;
            _sent.Enqueue(next);
            _chats[chat] = next;
            if (_chats.Count > 1_000)
                foreach (var (idle, _) in _chats.Where(each => each.Value + Second < now).ToList())
                    _chats.Remove(idle);
            return next;
        }
    }
}
