namespace Mlj.OpenXml;

/// <summary>Bytes that were read from a stream already, put back in front of it.</summary>
internal sealed class JoinedStream(byte[] start, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _start = start;

    public override int Read(Span<byte> buffer)
    {
        if (_start.IsEmpty)
            return rest.Read(buffer);
        var count = Math.Min(_start.Length, buffer.Length);
        _start.Span[..count].CopyTo(buffer);
        _start = _start[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
