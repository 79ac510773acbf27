using Mlj.Hosting.Blobs;
using Mlj.Testing.Contracts;

namespace Mlj.Hosting.Tests.Blobs;

public sealed class FolderBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("mlj-blobs-").FullName, "files");
    private FolderBlobStore? _store;

    protected override IBlobStore Store => _store ??= new FolderBlobStore(_folder);

    [Fact]
    public async Task Open_ByAnotherStoreOfTheFolder_GivesTheBytes()
    {
        await Store.PutAsync("a", new MemoryStream([1, 2]), 2);

        using var content = await new FolderBlobStore(_folder).OpenAsync("a");
        using var stream = content!.Open();
        Assert.Equal(1, stream.ReadByte());
    }

    [Fact]
    public void Folder_ThatIsMade_IsForItsOwnerAlone()
    {
        _ = Store;
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
