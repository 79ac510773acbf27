using System.IO.Compression;

namespace Mlj.Benchmarks.Writers;

/// <summary>The limit of every writer: the finished XML packed, in pieces of 64 KB, and nothing else done.</summary>
internal static class Deflate
{
    private const int Piece = 1 << 16;

    public static void Write(ReadOnlySpan<byte> xml, int level, Stream file)
    {
        using var packed = new DeflateStream(file, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true);
        for (; xml.Length > Piece; xml = xml[Piece..])
            packed.Write(xml[..Piece]);
        packed.Write(xml);
    }
}
