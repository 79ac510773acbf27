using Mlj.Hosting.Blobs;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Tests.Blobs;

public sealed class MemoryBlobStoreTests : BlobStoreContract
{
    protected override IBlobStore Store { get; } = new MemoryBlobStore(TimeProvider.System);
}
