using Mlj.Hosting.Links;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Data.Tests;

public sealed class SqliteLinkStoreTests : LinkStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-links-").FullName;
    private readonly SqliteLinkStore _store;

    public SqliteLinkStoreTests() => _store = new SqliteLinkStore(Path.Combine(_folder, "sessions.db"));

    protected override ILinkStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
