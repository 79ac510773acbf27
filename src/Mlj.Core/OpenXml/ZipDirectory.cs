using System.Buffers.Binary;
using System.Text;

namespace Mlj.OpenXml;

/// <summary>
/// Reads the directory of a zip, and refuses one about which two readers could disagree: an entry twice, entries that overlap.
/// Zip64 and bytes in front of the zip are understood.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint Locator64Signature = 0x07064b50;
    private const uint HeaderSignature = 0x02014b50;
    private const uint SignatureSignature = 0x05054b50;

    // Real directories take about a hundred bytes an entry.
    private const long MaxDirectoryBytes = 16 << 20;

    /// <summary>Reads the directory.</summary>
    /// <param name="file">The zip; readable and seekable.</param>
    /// <param name="maxEntries">The most entries that are accepted.</param>
    /// <returns>The entries by normalised name, folders left out.</returns>
    /// <exception cref="PackageException">The zip is damaged or has too many entries.</exception>
    public static Dictionary<string, ZipEntry> Read(Stream file, int maxEntries)
    {
        var end = ReadEnd64(file, FindEnd(file));
        if (end.Entries > maxEntries)
            throw TooMany(end.Entries, maxEntries);
        if (end.DirectoryLength < 0 || end.DirectoryLength > end.Position)
            throw Damaged("its directory is cut off");
        if (end.DirectoryLength > MaxDirectoryBytes)
            throw new PackageException(PackageFault.TooLarge, "its directory is larger than 16 MB", limit: nameof(PackageLimits.MaxPackageEntries));

        // Some programs put bytes in front of a zip without correcting its offsets; the directory always ends where the end record begins.
        var start = end.Position - end.DirectoryLength;
        var shift = start - end.DirectoryOffset;
        // Numbers of eight bytes can be below zero, and their sums beyond what a number holds.
        if (end.DirectoryOffset < 0 || shift < 0)
            throw Damaged("its directory is not where it should be");
        var directory = new byte[end.DirectoryLength];
        ReadAt(file, start, directory);
        var entries = Parse(directory, shift, maxEntries);
        RefuseOverlaps(entries, start);
        return ByName(entries);
    }

    public static void ReadAt(Stream file, long position, Span<byte> bytes)
    {
        try
        {
            file.Position = position;
            file.ReadExactly(bytes);
        }
        catch (EndOfStreamException error)
        {
            throw new PackageException(PackageFault.Damaged, "it ends too early", cause: error);
        }
        catch (IOException error)
        {
            throw new PackageException(PackageFault.Unreadable, error.Message, cause: error);
        }
    }

    public static PackageException Damaged(string what) => new(PackageFault.Damaged, what);

    private static End FindEnd(Stream file)
    {
        // Nearly no zip has a comment, so its end record is mostly the last thing in the file.
        return FindEnd(file, EndLength) ?? FindEnd(file, EndLength + ushort.MaxValue)
            ?? throw Damaged("its directory is missing, so the end of the file is cut off");
    }

    private static End? FindEnd(Stream file, int maxLength)
    {
        var length = file.Length;
        var tail = new byte[(int)Math.Min(length, maxLength)];
        ReadAt(file, length - tail.Length, tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (U32(record, 0) != EndSignature || at + EndLength + U16(record, 20) > tail.Length)
                continue;
            var entries = U16(record, 10);
            var directoryLength = U32(record, 12);
            var directoryOffset = U32(record, 16);
            return new End(length - tail.Length + at, entries, directoryLength, directoryOffset);
        }
        return null;
    }

    // A number that does not fit into the end record stands in that of zip64, which streaming writers put there in any case.
    private static End ReadEnd64(Stream file, End end)
    {
        const int LocatorLength = 20, RecordLength = 56;
        if (end.Position < LocatorLength + RecordLength)
            return end;
        Span<byte> locator = stackalloc byte[LocatorLength];
        ReadAt(file, end.Position - LocatorLength, locator);
        // Exactly 65,535 entries need no zip64.
        if (U32(locator, 0) != Locator64Signature)
            return end;
        Span<byte> record = stackalloc byte[RecordLength];
        // Where bytes were put in front of the zip, the record is not where the locator says, but still before it.
        var last = end.Position - LocatorLength - RecordLength;
        foreach (var position in (ReadOnlySpan<long>)[I64(locator, 8), last])
        {
            if (position < 0 || position > last)
                continue;
            ReadAt(file, position, record);
            if (U32(record, 0) != End64Signature)
                continue;
            var end64 = new End(position, I64(record, 32), I64(record, 40), I64(record, 48));
            return end.Allows(end64) ? end64 : throw Damaged("it has two ends that disagree");
        }
        throw Damaged("its zip64 record is not where it should be");
    }

    private static List<ZipEntry> Parse(ReadOnlySpan<byte> directory, long shift, int maxEntries)
    {
        var entries = new List<ZipEntry>();
        // The count of the end record may lie; what the directory holds is what counts.
        while (directory.Length >= HeaderLength && U32(directory, 0) == HeaderSignature)
        {
            if (entries.Count == maxEntries)
                throw TooMany(entries.Count + 1, maxEntries);
            int nameLength = U16(directory, 28), extraLength = U16(directory, 30), commentLength = U16(directory, 32);
            var total = HeaderLength + nameLength + extraLength + commentLength;
            if (total > directory.Length)
                throw Damaged("its directory is cut off");
            var name = Encoding.UTF8.GetString(directory.Slice(HeaderLength, nameLength));
            long length = U32(directory, 24), compressedLength = U32(directory, 20), offset = U32(directory, 42);
            ReadZip64(directory.Slice(HeaderLength + nameLength, extraLength), ref length, ref compressedLength, ref offset);
            if (length < 0 || compressedLength < 0 || offset < 0 || offset > long.MaxValue - shift)
                throw Damaged($"the entry '{name}' has an impossible size or offset");
            entries.Add(new ZipEntry
            {
                Name = name,
                IsEncrypted = (U16(directory, 8) & 1) != 0,
                Method = U16(directory, 10),
                Checksum = U32(directory, 16),
                CompressedLength = compressedLength,
                Length = length,
                HeaderOffset = offset + shift,
            });
            directory = directory[total..];
        }
        if (directory.Length > 0 && (directory.Length < sizeof(uint) || U32(directory, 0) != SignatureSignature))
            throw Damaged("its directory is broken");
        return entries;
    }

    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long length, ref long compressedLength, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int kind = U16(extra, 0), size = U16(extra, 2);
            extra = extra[4..];
            if (size > extra.Length)
                return;
            if (kind == 1)
            {
                var field = extra[..size];
                Take(ref field, ref length);
                Take(ref field, ref compressedLength);
                Take(ref field, ref offset);
                return;
            }
            extra = extra[size..];
        }

        static void Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value != uint.MaxValue || field.Length < 8)
                return;
            value = I64(field, 0);
            field = field[8..];
        }
    }

    private static void RefuseOverlaps(List<ZipEntry> entries, long directoryStart)
    {
        const int LocalHeaderLength = 30;
        var sorted = entries.ToArray();
        Array.Sort(sorted, (left, right) => left.HeaderOffset.CompareTo(right.HeaderOffset));
        for (var index = 0; index < sorted.Length; index++)
        {
            var limit = index + 1 < sorted.Length ? sorted[index + 1].HeaderOffset : directoryStart;
            if (sorted[index].CompressedLength > limit - sorted[index].HeaderOffset - LocalHeaderLength)
                throw Damaged($"the entry '{sorted[index].Name}' overlaps another");
        }
    }

    private static Dictionary<string, ZipEntry> ByName(List<ZipEntry> entries)
    {
        var byName = new Dictionary<string, ZipEntry>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
            if (!entry.Name.EndsWith('/') && !byName.TryAdd(PartName.Normalise(entry.Name), entry))
                throw Damaged($"it has two entries named '{entry.Name}'");
        return byName;
    }

    private static PackageException TooMany(long entries, int limit) =>
        new(PackageFault.TooLarge, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it has {entries:N0} entries or more, and {limit:N0} are allowed"),
            limit: nameof(PackageLimits.MaxPackageEntries));

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    private readonly record struct End(long Position, long Entries, long DirectoryLength, long DirectoryOffset)
    {
        /// <summary>Whether each number here is that of the zip64 record, or the sign that it stands only there.</summary>
        public bool Allows(End other) =>
            (Entries == ushort.MaxValue || Entries == other.Entries)
            && (DirectoryLength == uint.MaxValue || DirectoryLength == other.DirectoryLength)
            && (DirectoryOffset == uint.MaxValue || DirectoryOffset == other.DirectoryOffset);
    }
}
