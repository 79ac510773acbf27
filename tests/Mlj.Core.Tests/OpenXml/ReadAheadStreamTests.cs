using Mlj.OpenXml;

namespace Mlj.Tests.OpenXml;

public class ReadAheadStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128 << 10)]
    [InlineData((128 << 10) + 1)]
    [InlineData(3_000_001)]
    public void Read_ToTheEnd_GivesTheSameBytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var ahead = ReadAheadStream.Start(new Faulty(bytes, failsAt: null));
        using var copy = new MemoryStream();
        ahead.CopyTo(copy, 10_007);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(0, ahead.Read(new byte[1]));
        Assert.Equal(0, ahead.Read(new byte[1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    public void Read_OfAStreamThatFails_FailsBehindTheSameBytes(int failsAt)
    {
        using var ahead = ReadAheadStream.Start(new Faulty(new byte[1_000_000], failsAt));
        var read = 0;
        var error = Assert.Throws<InvalidDataException>(() =>
        {
            var buffer = new byte[50_000];
            while (ahead.Read(buffer) is > 0 and var count)
                read += count;
        });
        Assert.Equal("here", error.Message);
        Assert.Equal(failsAt, read);
        Assert.Throws<InvalidDataException>(() => ahead.Read(new byte[1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200_000)]
    public void Dispose_BeforeTheEnd_StopsReading(int read)
    {
        var source = new Faulty(new byte[10_000_000], failsAt: null);
        var ahead = ReadAheadStream.Start(source);
        ahead.ReadExactly(new byte[read]);
        ahead.Dispose();
        ahead.Dispose();
        Assert.True(source.IsDisposed);
        Assert.InRange(source.Given, read, read + 4 * (512 << 10));
    }

    /// <summary>Bytes in pieces of odd lengths, with an error at a place.</summary>
    private sealed class Faulty(byte[] bytes, int? failsAt) : ForwardStream
    {
        public int Given { get; private set; }

        public bool IsDisposed { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (Given == failsAt)
                throw new InvalidDataException("here");
            var piece = bytes.AsSpan(Given, Math.Min(Math.Min(buffer.Length, 7_919), (failsAt ?? bytes.Length) - Given));
            piece.CopyTo(buffer);
            Given += piece.Length;
            return piece.Length;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
