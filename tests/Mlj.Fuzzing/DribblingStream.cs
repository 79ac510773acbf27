namespace Mlj.Fuzzing;

/// <summary>Bytes that come one to seven at a time, as they may from a network.</summary>
internal sealed class DribblingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    private int _reads;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, Next()));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, Next())]);

    private int Next() => _reads++ % 7 + 1;
}
