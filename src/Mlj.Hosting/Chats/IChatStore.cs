namespace Mlj.Hosting.Chats;

/// <summary>
/// What a messenger's door must not lose when its process ends: updates until they are answered, answers until they are sent, what each chat
/// remembers, and who of several processes works. Implementations are safe to share between threads and between processes that use one store.
/// </summary>
public interface IChatStore
{
    /// <summary>Keeps an update until it is finished. Once it is kept, the messenger may forget it.</summary>
    /// <returns>False when an update of this id was received before, finished or not; nothing is changed then.</returns>
    ValueTask<bool> ReceiveAsync(ReceivedUpdate update, CancellationToken cancellation = default);

    /// <summary>The greatest id of an update that is known; null when none is.</summary>
    ValueTask<long?> LastUpdateAsync(CancellationToken cancellation = default);

    /// <summary>The chats that have updates to be answered or messages to be sent.</summary>
    ValueTask<IReadOnlyList<long>> BusyAsync(CancellationToken cancellation = default);

    /// <summary>Takes the oldest update of a chat that is not finished, and counts the try. It stays until it is finished.</summary>
    /// <returns>The update; null when all are finished.</returns>
    ValueTask<ReceivedUpdate?> BeginAsync(long chat, CancellationToken cancellation = default);

    /// <summary>What a chat remembers; null for nothing.</summary>
    ValueTask<string?> FindAsync(long chat, CancellationToken cancellation = default);

    /// <summary>Keeps what a chat remembers.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="memory">What it remembers, as the door's JSON.</param>
    /// <param name="at">When; chats that were not used for long are forgotten.</param>
    /// <param name="cancellation">Stops waiting.</param>
    ValueTask KeepAsync(long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Finishes an update: all of its traces are kept in one step, or none.</summary>
    /// <param name="update">The update; its content is forgotten.</param>
    /// <param name="memory">What the chat remembers from now on.</param>
    /// <param name="messages">What shall be sent, in this order after what waits already.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when it was finished already, by another process; nothing is changed then.</returns>
    ValueTask<bool> FinishAsync(ReceivedUpdate update, string memory, IReadOnlyList<NewMessage> messages, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>The oldest message of a chat that waits to be sent; null when none does.</summary>
    ValueTask<OutgoingMessage?> OutgoingAsync(long chat, CancellationToken cancellation = default);

    /// <summary>Notes that a message is being sent, and what the chat's last message is before it.</summary>
    ValueTask AttemptAsync(long message, long after, CancellationToken cancellation = default);

    /// <summary>Forgets a message that was sent, and keeps what the chat remembers, in one step.</summary>
    ValueTask SentAsync(long message, long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Takes or renews a lease, which one owner has at a time.</summary>
    /// <param name="name">What the lease is for.</param>
    /// <param name="owner">Who wants it.</param>
    /// <param name="now">The time; a lease that ends then or before is free.</param>
    /// <param name="until">When it ends, unless it is renewed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether the owner has it now.</returns>
    ValueTask<bool> LeaseAsync(string name, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default);

    /// <summary>Gives a lease back. Another's lease stays.</summary>
    ValueTask ReleaseAsync(string name, string owner, CancellationToken cancellation = default);

    /// <summary>Forgets finished updates that came before a time, and chats that were not used since. What is not finished stays.</summary>
    ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default);
}
