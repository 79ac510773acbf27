namespace Mlj.Sources;

/// <summary>A file that a user hands in: a name to show, and a way to open its bytes, which may be used more than once.</summary>
public sealed class SourceFile
{
    private readonly Func<Stream> _open;
    private readonly Action<int>? _read;

    /// <summary>Makes a source of anything that can be opened more than once.</summary>
    /// <param name="name">The name that the user knows; shown in messages, read for a test number, never used as a path.</param>
    /// <param name="open">
    /// Opens a new readable and seekable stream at its beginning; the reader closes it. It is called several times a file: to know the file
    /// again, to find its format, and to read it. Whatever it or its stream throws, but for <see cref="OperationCanceledException"/>, is a
    /// problem of this file alone; so are a stream that is null, closed or not seekable. A stream that can be read only once comes by
    /// <see cref="FromStreamAsync"/>.
    /// </param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public SourceFile(string name, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(open);
        Name = name;
        _open = open;
    }

    private SourceFile(SourceFile file, Action<int> read)
    {
        Name = file.Name;
        IsOwn = file.IsOwn;
        _open = file._open;
        _read = read;
    }

    /// <summary>The name that the user knows, without folders.</summary>
    public string Name { get; }

    /// <summary>The bytes of a file that is in memory, else null.</summary>
    internal ArraySegment<byte>? Memory { get; init; }

    /// <summary>Whether this library opens the file itself, so that only what it knows of can go wrong outside of it.</summary>
    internal bool IsOwn { get; init; }

    /// <summary>A file on disk. It is opened for shared reading when it is needed, and never locked against others.</summary>
    /// <param name="path">Where it is; whether anything is there shows when it is opened.</param>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static SourceFile FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        // What ends in a separator is a folder, which is said when it is opened; a root has no name but its path.
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return new SourceFile(string.IsNullOrWhiteSpace(name) ? path : name, () => OpenPath(path)) { IsOwn = true };
    }

    /// <summary>A file in memory. The bytes are not copied and must not change afterwards.</summary>
    /// <param name="name">The name that the user knows; shown in messages, read for a test number, never used as a path.</param>
    /// <param name="bytes">The whole file; none is an empty file, which is refused when it is read.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static SourceFile FromBytes(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new SourceFile(name, () => new MemoryStream(bytes, writable: false)) { Memory = bytes, IsOwn = true };
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
    /// <exception cref="SourceException">The file is not there or may not be read. The stream throws it too, when it cannot be read to its end.</exception>
    public Stream Open() => Open(_read);

    /// <summary>Opens the bytes for a look that is not the reading, so that nobody is told of it.</summary>
    internal Stream OpenUnwatched() => Open(read: null);

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
            throw SourceErrors.Folder(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), error);
        }
        catch (ArgumentException error)
        {
            throw new IOException("No file can have this name.", error);
        }
    }

    private OpenedStream Open(Action<int>? read)
    {
        Stream stream;
        try
        {
            stream = _open();
        }
        catch (Exception error) when (IsOutside(error))
        {
            throw SourceErrors.CannotOpen(Name, error);
        }
        if (stream is not { CanRead: true, CanSeek: true })
            using (stream)
                throw SourceErrors.BadStream(Name, stream);
        return new OpenedStream(stream, read, error => IsOutside(error) ? SourceErrors.CannotRead(Name, error) : null);
    }

    /// <summary>Whether an exception comes from where the file is kept, and so is no fault of the program.</summary>
    private bool IsOutside(Exception error) => IsOwn
        ? error is IOException or UnauthorizedAccessException
        : error is not (SourceException or OperationCanceledException or OutOfMemoryException);
}
