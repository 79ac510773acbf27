using System.IO.Compression;

namespace Mlj.Benchmarks.Readers;

/// <summary>The limit of every reader: the parts unpacked into a buffer, and nothing done with them.</summary>
internal static class Inflate
{
    // Kept, so that the limit allocates what the unpacker does and no more. Only one thread measures at a time.
    private static readonly byte[] Buffer = new byte[1 << 18];

    /// <summary>Unpacks every part.</summary>
    /// <returns>The bytes of all parts.</returns>
    public static long All(byte[] file)
    {
        long bytes = 0;
        using var package = new ZipArchive(new MemoryStream(file));
        foreach (var entry in package.Entries)
        {
            using var part = entry.Open();
            while (part.Read(Buffer) is > 0 and var read)
                bytes += read;
        }
        return bytes;
    }

    /// <summary>One part's bytes.</summary>
    public static byte[] Part(byte[] file, string name)
    {
        using var package = new ZipArchive(new MemoryStream(file));
        var bytes = new MemoryStream();
        using var part = package.GetEntry(name)!.Open();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }
}
