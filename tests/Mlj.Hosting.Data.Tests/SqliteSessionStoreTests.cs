using Microsoft.Data.Sqlite;
using Mlj.Hosting.Sessions;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Data.Tests;

public sealed class SqliteSessionStoreTests : SessionStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-sessions-").FullName;
    private readonly SqliteSessionStore _store;

    public SqliteSessionStoreTests() => _store = new SqliteSessionStore(Database);

    protected override ISessionStore Store => _store;

    private string Database => Path.Combine(_folder, "data", "sessions.db");

    [Fact]
    public async Task Find_ByAnotherStoreOfTheFile_GivesTheSession()
    {
        await Store.AddAsync(new StoredSession("a", 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "{}"));
        await Store.AddUseAsync(UseCount.Actions, 3);

        using var other = new SqliteSessionStore(Database);

        Assert.NotNull(await other.FindAsync("a"));
        Assert.Equal(3, (await other.UseAsync())[UseCount.Actions]);
    }

    [Fact]
    public void File_ThatIsMade_HasAWriteAheadLogAndAVersion()
    {
        Assert.Equal("wal", Pragma("journal_mode"));
        Assert.Equal(2L, Pragma("user_version"));
    }

    [Fact]
    public void File_OfALaterVersion_IsRefusedAndLeftAsItIs()
    {
        Pragma("user_version = 99");

        var error = Assert.Throws<InvalidOperationException>(() => new SqliteSessionStore(Database));

        Assert.Contains("schema 99", error.Message, StringComparison.Ordinal);
        Assert.Equal(99L, Pragma("user_version"));
    }

    [Fact]
    public async Task Remove_OfASession_LeavesNoTraceInTheFile()
    {
        const string canary = "canary.of.ada@example.org";
        await Store.AddAsync(new StoredSession("a", 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, canary));
        await Store.RemoveAsync("a");
        Pragma("wal_checkpoint(TRUNCATE)");

        Assert.DoesNotContain(canary, System.Text.Encoding.Latin1.GetString(await ReadAllAsync()), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _store.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private object? Pragma(string pragma)
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return command.ExecuteScalar();
    }

    private async Task<byte[]> ReadAllAsync()
    {
        await using var file = new FileStream(Database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }
}
