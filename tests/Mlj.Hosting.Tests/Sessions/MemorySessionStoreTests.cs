using Mlj.Hosting.Sessions;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Tests.Sessions;

public sealed class MemorySessionStoreTests : SessionStoreContract
{
    protected override ISessionStore Store { get; } = new MemorySessionStore();
}
