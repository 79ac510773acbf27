using Mlj.OpenXml;

namespace Mlj.Tests.OpenXml;

/// <summary>Bytes that come a few at a time.</summary>
internal sealed class ChunkedStream(byte[] bytes, int size) : ForwardStream
{
    private int _position;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(size, buffer.Length), bytes.Length - _position);
        bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
