using System.Runtime.CompilerServices;

namespace Mlj.Hosting.Blobs;

/// <summary>Blobs as files of one folder. A file that is still being written has another name, so that a crash leaves no half blob.</summary>
public sealed class FolderBlobStore : IBlobStore
{
    private const string Unfinished = ".part";

    private readonly string _folder;

    /// <summary>Opens a folder, which is made when it is not there, for this user alone where the system knows that.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public FolderBlobStore(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <inheritdoc />
    public async Task<BlobReceipt> PutAsync(string key, Stream content, long maxBytes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var path = PathOf(key);
        if (File.Exists(path))
            throw new ArgumentException("Something is kept under the key already.", nameof(key));
        var part = path + Unfinished;
        try
        {
            BlobReceipt receipt;
            await using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous }))
                receipt = await HashingCopy.CopyAsync(content, file, maxBytes, cancellation);
            File.Move(part, path);
            return receipt;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask<BlobContent?> OpenAsync(string key, CancellationToken cancellation = default)
    {
        var path = PathOf(key);
        return new(File.Exists(path) ? new BlobContent(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)) : null);
    }

    /// <inheritdoc />
    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellation = default)
    {
        var path = PathOf(key);
        var was = File.Exists(path);
        File.Delete(path);
        return new(was);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<BlobEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles())
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Extension != Unfinished)
                yield return new BlobEntry(file.Name, file.LastWriteTimeUtc);
        }
    }

    private string PathOf(string key)
    {
        BlobKey.Check(key);
        return Path.Combine(_folder, key);
    }
}
