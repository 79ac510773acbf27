using System.IO.Compression;
using System.Text;
using Mlj.OpenXml;

namespace Mlj.Tests.OpenXml;

public class PackageWriterTests
{
    private static readonly PackageLimits Limits = new(1000, long.MaxValue, long.MaxValue, int.MaxValue, 100, 100, int.MaxValue);

    [Fact]
    public void Write_Parts_AreReadByTheFrameworkAndByUs()
    {
        (string Name, byte[] Bytes)[] parts =
        [
            ("[Content_Types].xml", "<Types/>"u8.ToArray()),
            ("empty.xml", []),
            ("xl/one.bin", [0]),
            ("xl/noise.bin", Noise(300_000)),
            ("xl/worksheets/large.xml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500_000).Select(number => $"<c r=\"A{number}\"/>")))),
        ];
        var package = Package(parts);

        using var archive = new ZipArchive(new MemoryStream(package));
        Assert.Equal(parts.Select(part => part.Name), archive.Entries.Select(entry => entry.FullName));
        using var reader = new PackageReader(new MemoryStream(package), Limits, default);
        foreach (var (name, bytes) in parts)
        {
            var entry = archive.GetEntry(name)!;
            Assert.Equal((bytes.Length, Crc32.Append(0, bytes), 1980), (entry.Length, entry.Crc32, entry.LastWriteTime.Year));
            Assert.Equal(bytes, All(entry.Open()));
            Assert.Equal(bytes, All(reader.Open(PartName.Normalise(name))));
        }
    }

    [Fact]
    public void Write_NoParts_IsAnEmptyZip() => Assert.Empty(new ZipArchive(new MemoryStream(Package())).Entries);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void Write_AtAnyLevel_IsReadBack(int level)
    {
        var bytes = Noise(50_000);
        using var archive = new ZipArchive(new MemoryStream(Package(level, ("a", bytes))));
        Assert.Equal(bytes, All(archive.Entries.Single().Open()));
    }

    [Fact]
    public void Write_EqualParts_GivesEqualBytes() => Assert.Equal(Package(("a", Noise(10_000)), ("b", [])), Package(("a", Noise(10_000)), ("b", [])));

    [Fact]
    public void Write_ToAStreamThatOnlyGoesOnward_GivesTheSameBytes()
    {
        var received = new MemoryStream();
        using (var onward = new PipeLike(received))
            WriteTo(onward, 4, ("a", Noise(10_000)), ("b", []));
        Assert.Equal(Package(("a", Noise(10_000)), ("b", [])), received.ToArray());
    }

    [Fact]
    public void Write_BehindOtherBytes_CountsFromItsOwnBeginning()
    {
        using var stream = new MemoryStream();
        stream.Write("before"u8);
        WriteTo(stream, 4, ("a", [1, 2, 3]));
        Assert.Equal(Package(("a", [1, 2, 3])), stream.ToArray()[6..]);
    }

    [Fact]
    public void Write_NotCompleted_IsNoArchive()
    {
        using var stream = new MemoryStream();
        using var package = new PackageWriter(stream, 4);
        using (var part = package.Begin("a"))
        {
            part.Write(Noise(100_000));
            part.Complete();
        }
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(stream.ToArray())));
        Assert.Throws<PackageException>(() => new PackageReader(new MemoryStream(stream.ToArray()), Limits, default));
    }

    [Fact]
    public void Write_APartThatIsGivenUp_WritesNothingMoreAndIsNoArchive()
    {
        using var stream = new MemoryStream();
        using var package = new PackageWriter(stream, 4);
        long before;
        using (var part = package.Begin("a"))
        {
            part.Write(Noise(100_000));
            before = stream.Length;
        }
        package.Complete();
        Assert.Equal(before, stream.Length);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(stream.ToArray())));
    }

    [Fact]
    public void Write_ToAStreamThatFails_GivesItsOwnErrorAndWritesNoMore()
    {
        var tries = 0;
        using var stream = new FailingStream(() => tries++ == 2);
        var error = Assert.Throws<IOException>(() => WriteTo(stream, 4, ("a", Noise(200_000))));
        Assert.Equal("The disk is full.", error.Message);
        Assert.Equal(3, tries);
    }

    [Fact]
    public void Directory_OfEntriesPastFourGigabytes_IsReadByTheFrameworkAndByUs()
    {
        const long Large = 5L << 30;
        ZipEntry[] entries =
        [
            Entry("small", offset: 0, length: 10, compressed: 12),
            Entry("exact", offset: 100, length: uint.MaxValue, compressed: 50),
            Entry("long", offset: 200, length: 2 * Large, compressed: Large),
            Entry("far", offset: Large + 1000, length: 10, compressed: 12),
        ];
        const long Start = Large + 2000;
        using var file = new MostlyZeros(Start, ZipRecords.Directory(entries, Start));

        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        Assert.Equal(entries.Select(entry => (entry.Name, entry.Length, entry.CompressedLength)), archive.Entries.Select(entry => (entry.FullName, entry.Length, entry.CompressedLength)));
        var read = ZipDirectory.Read(file, 100);
        Assert.All(entries, entry =>
        {
            var same = read[entry.Name];
            Assert.Equal((entry.Length, entry.CompressedLength, entry.HeaderOffset, entry.Checksum), (same.Length, same.CompressedLength, same.HeaderOffset, same.Checksum));
        });
    }

    [Theory]
    [InlineData(10, 12, 16)]
    [InlineData(0xFFFFFFFE, 12, 16)]
    [InlineData(0xFFFFFFFF, 12, 24)]
    [InlineData(12, 0x100000000, 24)]
    public void Descriptor_OfAnyLength_HasRoomForIt(long length, long compressed, int bytes) =>
        Assert.Equal(bytes, ZipRecords.Descriptor(Entry("a", 0, length, compressed)).Length);

    private static byte[] Package(params (string Name, byte[] Bytes)[] parts) => Package(4, parts);

    private static byte[] Package(int level, params (string Name, byte[] Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        WriteTo(stream, level, parts);
        return stream.ToArray();
    }

    private static void WriteTo(Stream stream, int level, params (string Name, byte[] Bytes)[] parts)
    {
        using var package = new PackageWriter(stream, level);
        foreach (var (name, bytes) in parts)
        {
            using var part = package.Begin(name);
            foreach (var piece in bytes.Chunk(7000))
                part.Write(piece);
            part.Complete();
        }
        package.Complete();
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] All(Stream stream)
    {
        using var _ = stream;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static ZipEntry Entry(string name, long offset, long length, long compressed) => new()
    {
        Name = name,
        IsEncrypted = false,
        Method = ZipRecords.Deflated,
        Checksum = 0xCAFE,
        Length = length,
        CompressedLength = compressed,
        HeaderOffset = offset,
    };

    private sealed class PipeLike(Stream inner) : OnwardStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);
    }

    private sealed class FailingStream(Func<bool> fails) : OnwardStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (fails())
                throw new IOException("The disk is full.");
        }
    }

    /// <summary>A file of zeros that ends in some bytes.</summary>
    private sealed class MostlyZeros(long zeros, byte[] end) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => zeros + end.Length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, Length - Position);
            for (var index = 0; index < read; index++)
                buffer[offset + index] = Position + index < zeros ? (byte)0 : end[Position + index - zeros];
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? Position : Length);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
