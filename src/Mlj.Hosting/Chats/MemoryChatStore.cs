namespace Mlj.Hosting.Chats;

/// <summary>Chats in memory, for tests and for trying out; a restart forgets them.</summary>
public sealed class MemoryChatStore : IChatStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Update> _updates = [];
    private readonly SortedDictionary<long, Outgoing> _messages = [];
    private readonly Dictionary<long, (string Memory, DateTimeOffset Used)> _chats = [];
    private readonly Dictionary<string, (string Owner, DateTimeOffset Until)> _leases = new(StringComparer.Ordinal);
    private long _lastMessage;

    /// <inheritdoc />
    public ValueTask<bool> ReceiveAsync(ReceivedUpdate update, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        lock (_lock)
            return new(_updates.TryAdd(update.Id, new Update(update with { Tries = 0 }, IsFinished: false)));
    }

    /// <inheritdoc />
    public ValueTask<long?> LastUpdateAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
            return new(_updates.Count == 0 ? null : _updates.Keys.Max());
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<long>> BusyAsync(CancellationToken cancellation = default)
    {
        lock (_lock)
            return new([.. _updates.Values.Where(each => !each.IsFinished).Select(each => each.Received.Chat).Concat(_messages.Values.Select(each => each.Chat)).Distinct()]);
    }

    /// <inheritdoc />
    public ValueTask<ReceivedUpdate?> BeginAsync(long chat, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            if (_updates.Values.FirstOrDefault(each => each.Received.Chat == chat && !each.IsFinished) is not { Received: var received } waiting)
                return default;
            var begun = received with { Tries = received.Tries + 1 };
            _updates[begun.Id] = waiting with { Received = begun };
            return new(begun);
        }
    }

    /// <inheritdoc />
    public ValueTask<string?> FindAsync(long chat, CancellationToken cancellation = default)
    {
        lock (_lock)
            return new(_chats.TryGetValue(chat, out var known) ? known.Memory : null);
    }

    /// <inheritdoc />
    public ValueTask KeepAsync(long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default)
    {
        lock (_lock)
            _chats[chat] = (memory, at);
        return default;
    }

    /// <inheritdoc />
    public ValueTask<bool> FinishAsync(ReceivedUpdate update, string memory, IReadOnlyList<NewMessage> messages, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        ArgumentNullException.ThrowIfNull(messages);
        lock (_lock)
        {
            if (!_updates.TryGetValue(update.Id, out var waiting) || waiting.IsFinished)
                return new(false);
            _updates[update.Id] = new Update(waiting.Received with { Content = "" }, IsFinished: true);
            _chats[update.Chat] = (memory, at);
            foreach (var message in messages)
                if (message.Slot is not null && _messages.Values.LastOrDefault(each => each.Chat == update.Chat) is { } last && last.Slot == message.Slot)
                    _messages[last.Id] = last with { NotBefore = message.NotBefore, Content = message.Content };
                else
                    _messages[++_lastMessage] = new Outgoing(_lastMessage, update.Chat, message.Slot, message.NotBefore, message.Content, null);
            return new(true);
        }
    }

    /// <inheritdoc />
    public ValueTask<OutgoingMessage?> OutgoingAsync(long chat, CancellationToken cancellation = default)
    {
        lock (_lock)
            return new(_messages.Values.FirstOrDefault(each => each.Chat == chat) is { } first ? new OutgoingMessage(first.Id, first.NotBefore, first.Content, first.AttemptedAfter) : null);
    }

    /// <inheritdoc />
    public ValueTask AttemptAsync(long message, long after, CancellationToken cancellation = default)
    {
        lock (_lock)
            if (_messages.TryGetValue(message, out var waiting))
                _messages[message] = waiting with { AttemptedAfter = after };
        return default;
    }

    /// <inheritdoc />
    public ValueTask SentAsync(long message, long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            _messages.Remove(message);
            _chats[chat] = (memory, at);
        }
        return default;
    }

    /// <inheritdoc />
    public ValueTask<bool> LeaseAsync(string name, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            if (_leases.TryGetValue(name, out var held) && held.Owner != owner && held.Until > now)
                return new(false);
            _leases[name] = (owner, until);
            return new(true);
        }
    }

    /// <inheritdoc />
    public ValueTask ReleaseAsync(string name, string owner, CancellationToken cancellation = default)
    {
        lock (_lock)
            if (_leases.TryGetValue(name, out var held) && held.Owner == owner)
                _leases.Remove(name);
        return default;
    }

    /// <inheritdoc />
    public ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            foreach (var update in _updates.Values.Where(each => each.IsFinished && each.Received.Received < before).ToList())
                _updates.Remove(update.Received.Id);
            foreach (var (chat, _) in _chats.Where(each => each.Value.Used < before).ToList())
                if (!_updates.Values.Any(each => each.Received.Chat == chat && !each.IsFinished) && !_messages.Values.Any(each => each.Chat == chat))
                    _chats.Remove(chat);
        }
        return default;
    }

    private sealed record Update(ReceivedUpdate Received, bool IsFinished);

    private sealed record Outgoing(long Id, long Chat, string? Slot, DateTimeOffset NotBefore, string Content, long? AttemptedAfter);
}
