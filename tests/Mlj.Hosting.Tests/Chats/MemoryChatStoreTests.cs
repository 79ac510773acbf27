using Mlj.Hosting.Chats;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Tests.Chats;

public sealed class MemoryChatStoreTests : ChatStoreContract
{
    protected override IChatStore Store { get; } = new MemoryChatStore();
}
