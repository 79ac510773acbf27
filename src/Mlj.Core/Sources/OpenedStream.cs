namespace Mlj.Sources;

/// <summary>Tells how many bytes are read of another stream, which it closes.</summary>
internal sealed class WatchedStream(Stream stream, Action<int> read) : Stream
{
    public override bool CanRead => stream.CanRead;

    public override bool CanSeek => stream.CanSeek;

    public override bool CanWrite => false;

    public override long Length => stream.Length;

    public override long Position
    {
        get => stream.Position;
        set => stream.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Told(stream.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Told(stream.Read(buffer));

    public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

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

    private int Told(int count)
    {
        read(count);
        return count;
    }
}
