namespace Mlj.Sources;

/// <summary>A file that a user hands in: a name to show, and a way to open its bytes, which may be used more than once.</summary>
public sealed class SourceFile
{
    private readonly Func<Stream> _open;
    private readonly Func<Stream> _openUnwatched;

    /// <summary>Makes a source of anything that can be opened more than once.</summary>
    /// <param name="name">The name that the user knows; shown in messages, read for a test number, never used as a path.</param>
    /// <param name="open">Opens a new readable and seekable stream at its beginning; the reader closes it.</param>
    public SourceFile(string name, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(open);
        Name = name;
        _open = _openUnwatched = open;
    }

    private SourceFile(SourceFile file, Action<int> read)
    {
        Name = file.Name;
        _open = () => new WatchedStream(file._open(), read);
        _openUnwatched = file._openUnwatched;
    }

    /// <summary>The name that the user knows, without folders.</summary>
    public string Name { get; }

    /// <summary>The bytes of a file that is in memory, else null.</summary>
    internal ArraySegment<byte>? Memory { get; init; }

    /// <summary>A file on disk. It is opened for shared reading when it is needed, and never locked against others.</summary>
    public static SourceFile FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new SourceFile(Path.GetFileName(path), () => OpenPath(path));
    }

    /// <summary>A file in memory. The bytes are not copied and must not change afterwards.</summary>
    public static SourceFile FromBytes(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new SourceFile(name, () => new MemoryStream(bytes, writable: false)) { Memory = bytes };
    }

    /// <summary>A file that comes as a stream that can be read once and forward only, such as an upload: it is copied, so that it can be opened more than once.</summary>
    /// <remarks>
    /// The stream is only read asynchronously, from where it stands to its end, and is not closed. Up to <see cref="SpooledFile.MaxBytesInMemory"/> stay in memory;
    /// more go into a file in the folder for temporary files, which is deleted when the result is disposed of, and at once when the copying fails or is cancelled.
    /// </remarks>
    /// <param name="name">The name that the user knows; shown in messages, read for a test number, never used as a path.</param>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="limits">What is too much, of which <see cref="SourceLimits.MaxFileBytes"/> counts here; null means <see cref="SourceLimits.Default"/>.</param>
    /// <param name="cancellation">Ends the copying.</param>
    /// <returns>The copy, which the caller disposes of when its <see cref="SpooledFile.Source"/> has been read.</returns>
    /// <exception cref="SourceException">The stream has more bytes than <see cref="SourceLimits.MaxFileBytes"/>, breaks off, or cannot be written down; no more than the limit and one block is read.</exception>
    /// <exception cref="OperationCanceledException">The copying was cancelled.</exception>
    public static Task<SpooledFile> FromStreamAsync(string name, Stream stream, SourceLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        return SpooledFile.CopyAsync(name, stream, (limits ?? SourceLimits.Default).MaxFileBytes, cancellation);
    }

    /// <summary>Opens the bytes from the beginning.</summary>
    /// <exception cref="SourceException">The file is not there or may not be read.</exception>
    public Stream Open() => Open(_open);

    /// <summary>Opens the bytes for a look that is not the reading, so that nobody is told of it.</summary>
    internal Stream OpenUnwatched() => Open(_openUnwatched);

    /// <summary>The same file; whoever reads it tells how much.</summary>
    /// <param name="read">Is given the number of bytes of each reading, on the thread that reads.</param>
    internal SourceFile Watched(Action<int> read) => new(this, read);

    private static FileStream OpenPath(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (UnauthorizedAccessException error) when (Directory.Exists(path))
        {
            throw SourceErrors.Folder(Path.GetFileName(path), error);
        }
    }

    private Stream Open(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SourceErrors.CannotOpen(Name, error);
        }
    }
}
