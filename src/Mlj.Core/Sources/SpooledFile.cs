namespace Mlj.Sources;

/// <summary>
/// A file that came as a stream, such as an upload, copied so that it can be opened as often as needed: into memory up to <see cref="MaxBytesInMemory"/>,
/// else into a temporary file that only this user may read. Made by <see cref="SourceFile.FromStreamAsync"/>.
/// Dispose of it when nobody reads <see cref="Source"/> any more; the temporary file is gone then, and also when the program crashes.
/// </summary>
/// <remarks>Safe to use from several threads: each opening of <see cref="Source"/> has a position of its own. Disposing twice does nothing.</remarks>
public sealed class SpooledFile : IDisposable, IAsyncDisposable
{
    /// <summary>Up to how many bytes stay in memory: 1 MiB, which is more than an export of a class has.</summary>
    public const int MaxBytesInMemory = 1 << 20;

    private const int BlockLength = 1 << 16;

    private readonly FileStream? _file;
    private volatile bool _isDisposed;

    private SpooledFile(string name, byte[] bytes)
    {
        Length = bytes.Length;
        Source = new SourceFile(name, () => Open(() => new MemoryStream(bytes, writable: false))) { Memory = bytes, IsOwn = true };
    }

    private SpooledFile(string name, FileStream file, long length)
    {
        _file = file;
        Length = length;
        Source = new SourceFile(name, () => Open(() => new SpoolStream(file.SafeFileHandle, length))) { IsOwn = true };
    }

    /// <summary>The file, to be opened any number of times, also at the same time, until this is disposed; after that, opening and reading it throws <see cref="ObjectDisposedException"/>.</summary>
    public SourceFile Source { get; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; }

    /// <summary>Whether the bytes are in a temporary file.</summary>
    internal bool IsOnDisk => _file is not null;

    internal static async Task<SpooledFile> CopyAsync(string name, Stream stream, long limit, CancellationToken cancellation)
    {
        FileStream? file = null;
        var block = new byte[BlockLength];
        try
        {
            if (stream.CanSeek && stream.Length - stream.Position > limit)
                throw SourceErrors.TooLarge(name, limit);
            using var memory = new MemoryStream();
            long length = 0;
            while (await stream.ReadAsync(block, cancellation).ConfigureAwait(false) is var read && read > 0)
            {
                if (length + read > limit)
                    throw SourceErrors.TooLarge(name, limit);
                if (file is null && length + read > MaxBytesInMemory)
                {
                    file = CreateTemporary();
                    await RandomAccess.WriteAsync(file.SafeFileHandle, memory.GetBuffer().AsMemory(0, (int)length), 0, cancellation).ConfigureAwait(false);
                    memory.SetLength(0);
                    memory.Capacity = 0;
                }
                if (file is null)
                    memory.Write(block, 0, read);
                else
                    await RandomAccess.WriteAsync(file.SafeFileHandle, block.AsMemory(0, read), length, cancellation).ConfigureAwait(false);
                length += read;
            }
            cancellation.ThrowIfCancellationRequested();
            return file is null ? new SpooledFile(name, memory.ToArray()) : new SpooledFile(name, file, length);
        }
        catch (Exception error)
        {
            file?.Dispose();
            if (error is IOException or UnauthorizedAccessException)
                throw SourceErrors.CannotRead(name, error);
            throw;
        }
    }

    /// <summary>Deletes the temporary file, if there is one.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _file?.Dispose();
    }

    /// <inheritdoc cref="Dispose" />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private Stream Open(Func<Stream> open)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return open();
    }

    private static FileStream CreateTemporary()
    {
        var path = Path.Combine(Path.GetTempPath(), "mlj-" + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // Elsewhere than on Windows a file without a name lives until it is closed, whatever happens to the program.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
