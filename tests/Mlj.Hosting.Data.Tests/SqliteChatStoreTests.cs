using Mlj.Hosting.Chats;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Data.Tests;

public sealed class SqliteChatStoreTests : ChatStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-chats-").FullName;
    private readonly SqliteChatStore _store;

    public SqliteChatStoreTests() => _store = new SqliteChatStore(Path.Combine(_folder, "sessions.db"));

    protected override IChatStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
