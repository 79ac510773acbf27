using Microsoft.Data.Sqlite;
using Mlj.Hosting.Chats;

namespace Mlj.Hosting.Data;

/// <summary>Chats in the SQLite file of the sessions. Safe to share between threads.</summary>
public sealed class SqliteChatStore : IChatStore, IDisposable
{
    private readonly SqliteFile _file;

    /// <summary>Opens a file, which is made when it is not there, and brings it to the present schema.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">A later version of the program made the file.</exception>
    public SqliteChatStore(string path) => _file = new SqliteFile(path);

    /// <inheritdoc />
    public async ValueTask<bool> ReceiveAsync(ReceivedUpdate update, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        await using var connection = await _file.OpenAsync(cancellation);
        return await connection.ExecuteAsync(null, "INSERT INTO chat_updates (id, chat, received, tries, content) VALUES (@0, @1, @2, 0, @3) ON CONFLICT (id) DO NOTHING", cancellation,
            update.Id, update.Chat, update.Received.ToUnixTimeMilliseconds(), update.Content) == 1;
    }

    /// <inheritdoc />
    public async ValueTask<long?> LastUpdateAsync(CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        return await connection.ValueAsync<long?>("SELECT MAX(id) FROM chat_updates", cancellation);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<long>> BusyAsync(CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        return await connection.RowsAsync(null, "SELECT chat FROM chat_updates WHERE content IS NOT NULL UNION SELECT chat FROM chat_messages", row => row.GetInt64(0), cancellation);
    }

    /// <inheritdoc />
    public async ValueTask<ReceivedUpdate?> BeginAsync(long chat, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        return (await connection.RowsAsync(null,
            "UPDATE chat_updates SET tries = tries + 1 WHERE id = (SELECT MIN(id) FROM chat_updates WHERE chat = @0 AND content IS NOT NULL) RETURNING id, chat, received, content, tries",
            row => new ReceivedUpdate(row.GetInt64(0), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetString(3), row.GetInt32(4)), cancellation, chat)).SingleOrDefault();
    }

    /// <inheritdoc />
    public async ValueTask<string?> FindAsync(long chat, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        return await connection.ValueAsync<string>("SELECT memory FROM chats WHERE id = @0", cancellation, chat);
    }

    /// <inheritdoc />
    public async ValueTask KeepAsync(long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        await KeepAsync(connection, null, chat, memory, at, cancellation);
    }

    /// <inheritdoc />
    public async ValueTask<bool> FinishAsync(ReceivedUpdate update, string memory, IReadOnlyList<NewMessage> messages, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        ArgumentNullException.ThrowIfNull(messages);
        await using var connection = await _file.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction();
        if (await connection.ExecuteAsync(transaction, "UPDATE chat_updates SET content = NULL WHERE id = @0 AND content IS NOT NULL", cancellation, update.Id) == 0)
            return false;
        await KeepAsync(connection, transaction, update.Chat, memory, at, cancellation);
        foreach (var message in messages)
            if (await connection.ExecuteAsync(transaction,
                "UPDATE chat_messages SET not_before = @2, content = @3 WHERE slot = @1 AND id = (SELECT MAX(id) FROM chat_messages WHERE chat = @0)", cancellation,
                update.Chat, message.Slot, message.NotBefore.ToUnixTimeMilliseconds(), message.Content) == 0)
                await connection.ExecuteAsync(transaction, "INSERT INTO chat_messages (chat, slot, not_before, content) VALUES (@0, @1, @2, @3)", cancellation,
                    update.Chat, message.Slot, message.NotBefore.ToUnixTimeMilliseconds(), message.Content);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <inheritdoc />
    public async ValueTask<OutgoingMessage?> OutgoingAsync(long chat, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        return (await connection.RowsAsync(null, "SELECT id, not_before, content, attempted_after FROM chat_messages WHERE chat = @0 ORDER BY id LIMIT 1",
            row => new OutgoingMessage(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt64(3)), cancellation, chat)).SingleOrDefault();
    }

    /// <inheritdoc />
    public async ValueTask AttemptAsync(long message, long after, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        await connection.ExecuteAsync(null, "UPDATE chat_messages SET attempted_after = @1 WHERE id = @0", cancellation, message, after);
    }

    /// <inheritdoc />
    public async ValueTask SentAsync(long message, long chat, string memory, DateTimeOffset at, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(transaction, "DELETE FROM chat_messages WHERE id = @0", cancellation, message);
        await KeepAsync(connection, transaction, chat, memory, at, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc />
    public async ValueTask<bool> LeaseAsync(string name, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        return await connection.ExecuteAsync(null,
            "INSERT INTO leases (name, owner, until) VALUES (@0, @1, @3) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE owner = excluded.owner OR until <= @2",
            cancellation, name, owner, now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()) == 1;
    }

    /// <inheritdoc />
    public async ValueTask ReleaseAsync(string name, string owner, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        await connection.ExecuteAsync(null, "DELETE FROM leases WHERE name = @0 AND owner = @1", cancellation, name, owner);
    }

    /// <inheritdoc />
    public async ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        var at = before.ToUnixTimeMilliseconds();
        await connection.ExecuteAsync(null, "DELETE FROM chat_updates WHERE content IS NULL AND received < @0", cancellation, at);
        await connection.ExecuteAsync(null,
            "DELETE FROM chats WHERE used < @0 AND id NOT IN (SELECT chat FROM chat_updates WHERE content IS NOT NULL) AND id NOT IN (SELECT chat FROM chat_messages)", cancellation, at);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Close();

    private static Task<int> KeepAsync(SqliteConnection connection, SqliteTransaction? transaction, long chat, string memory, DateTimeOffset at, CancellationToken cancellation) =>
        connection.ExecuteAsync(transaction, "INSERT INTO chats (id, used, memory) VALUES (@0, @2, @1) ON CONFLICT (id) DO UPDATE SET used = excluded.used, memory = excluded.memory", cancellation,
            chat, memory, at.ToUnixTimeMilliseconds());
}
