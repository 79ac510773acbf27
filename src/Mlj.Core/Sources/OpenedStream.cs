namespace Mlj.Sources;

/// <summary>The bytes of a file, opened by whoever knows where they are: what goes wrong with them there is the file's problem, and how many are read is told.</summary>
/// <param name="stream">The bytes; closed with this.</param>
/// <param name="read">Is given the number of bytes of each reading; null for nobody.</param>
/// <param name="fault">The problem that an exception is of this file; null when it is none.</param>
internal sealed class OpenedStream(Stream stream, Action<int>? read, Func<Exception, SourceException?> fault) : Stream
{
    public override bool CanRead => stream.CanRead;

    public override bool CanSeek => stream.CanSeek;

    public override bool CanWrite => false;

    public override long Length => Guarded(static (stream, _) => stream.Length, 0);

    public override long Position
    {
        get => Guarded(static (stream, _) => stream.Position, 0);
        set => Guarded(static (stream, position) => stream.Position = position, value);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int got;
        try
        {
            got = stream.Read(buffer, offset, count);
        }
        catch (Exception error) when (fault(error) is { } problem)
        {
            throw problem;
        }
        return Told(got);
    }

    public override int Read(Span<byte> buffer)
    {
        int got;
        try
        {
            got = stream.Read(buffer);
        }
        catch (Exception error) when (fault(error) is { } problem)
        {
            throw problem;
        }
        return Told(got);
    }

    public override long Seek(long offset, SeekOrigin origin) => Guarded((stream, offset) => stream.Seek(offset, origin), offset);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }

    // Not within what is guarded: whoever is told may stop the work by an exception of their own.
    private int Told(int count)
    {
        read?.Invoke(count);
        return count;
    }

    private long Guarded(Func<Stream, long, long> ask, long argument)
    {
        try
        {
            return ask(stream, argument);
        }
        catch (Exception error) when (fault(error) is { } problem)
        {
            throw problem;
        }
    }
}
