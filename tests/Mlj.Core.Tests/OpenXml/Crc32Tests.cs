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
        for (var cut = 0; cut < 300; cut++)
            Assert.Equal(whole, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
    }

    [Fact]
    public void Append_AnyLength_IsWhatTheTablesGive()
    {
        var bytes = new byte[700];
        var chance = new Random(8);
        chance.NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var before = (uint)chance.NextInt64(1L << 32);
            Assert.Equal(~Crc32.AppendByTable(~before, bytes.AsSpan(0, length)), Crc32.Append(before, bytes.AsSpan(0, length)));
        }
    }
}
