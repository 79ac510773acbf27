using Mlj.Hosting.Links;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Tests.Links;

public sealed class MemoryLinkStoreTests : LinkStoreContract
{
    protected override ILinkStore Store { get; } = new MemoryLinkStore();
}
