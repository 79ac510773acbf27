using Microsoft.Data.Sqlite;
using Mlj.Hosting.Chats;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Data.Tests;

public sealed class SqliteChatStoreTests : ChatStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-chats-").FullName;
    private readonly SqliteChatStore _store;

    public SqliteChatStoreTests() => _store = new SqliteChatStore(Path.Combine(_folder, "sessions.db"));

    protected override IChatStore Store => _store;

    [Fact]
    public async Task File_OfTheFirstSchema_IsBroughtToThePresentOneWithItsSessions()
    {
        var path = Path.Combine(_folder, "former.db");
        var session = new Sessions.StoredSession("a", 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "{}");
        using (var sessions = new SqliteSessionStore(path))
            await sessions.AddAsync(session);
        await using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE chats; DROP TABLE chat_updates; DROP TABLE chat_messages; DROP TABLE leases; DROP TABLE session_links; PRAGMA user_version = 1";
            await command.ExecuteNonQueryAsync();
        }

        using var chats = new SqliteChatStore(path);
        await chats.KeepAsync(7, "memory", DateTimeOffset.UnixEpoch);

        Assert.Equal("memory", await chats.FindAsync(7));
        using var again = new SqliteSessionStore(path);
        Assert.Equal(session, await again.FindAsync("a"));
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
