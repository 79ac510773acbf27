using Mlj.OpenXml;

namespace Mlj.Tests.OpenXml;

public class Crc32Tests
{
    [Fact]
    public void Append_TheKnownText_GivesTheKnownChecksum() => Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));

    [Fact]
    public void Append_InPieces_GivesTheSame()
    {
        var bytes = new byte[1000];
        new Random(7).NextBytes(bytes);
        var whole = Crc32.Append(0, bytes);
        for (var cut = 0; cut < 40; cut++)
            Assert.Equal(whole, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
    }
}
