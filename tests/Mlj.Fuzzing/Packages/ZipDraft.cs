using System.IO.Compression;
using System.Text;

namespace Mlj.Fuzzing.Packages;

/// <summary>
/// A zip before it is written. Sizes, offsets and checksums are right when it is, so that what was changed within the parts is reached;
/// the places of all numbers are kept, so that they can be made wrong afterwards.
/// </summary>
internal sealed class ZipDraft
{
    private readonly List<ZipField> _fields = [];
    private readonly List<byte> _bytes = [];

    public List<ZipEntryDraft> Entries { get; init; } = [];

    /// <summary>Whether the directory ends with the records for large files as well.</summary>
    public bool HasZip64End { get; set; }

    /// <summary>Whether the end record says its numbers as well where it need not, as streaming writers have it.</summary>
    public bool RepeatsEnd { get; set; }

    /// <summary>What stands before the zip.</summary>
    public byte[] Front { get; set; } = [];

    /// <summary>What stands behind it, as its comment.</summary>
    public byte[] Comment { get; set; } = [];

    /// <summary>The numbers of the zip last written.</summary>
    public IReadOnlyList<ZipField> Fields => _fields;

    public ZipEntryDraft? Find(string name) => Entries.Find(entry => entry.Name == name);

    public ZipDraft Clone() => new() { Entries = Entries.ConvertAll(entry => entry.Clone()), HasZip64End = HasZip64End, RepeatsEnd = RepeatsEnd, Front = Front, Comment = Comment };

    /// <summary>Writes the zip.</summary>
    public byte[] Write()
    {
        _fields.Clear();
        _bytes.Clear();
        _bytes.AddRange(Front);
        var written = Entries.ConvertAll(WriteEntry);
        var directory = _bytes.Count;
        for (var index = 0; index < written.Count; index++)
            WriteDirectoryEntry(Entries[index], written[index]);
        WriteEnd(directory, _bytes.Count - directory);
        return [.. _bytes];
    }

    private Written WriteEntry(ZipEntryDraft entry)
    {
        var packed = entry.IsStored ? entry.Content : Deflate(entry.Content);
        var written = new Written(_bytes.Count, packed.Length, Checksum(entry.Content));
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var isLate = entry.HasDescriptor;
        _bytes.AddRange("PK\x03\x04"u8);
        Number("version", 20, 2);
        Number("flags", isLate ? 8 : 0, 2);
        Number("method", entry.IsStored ? 0 : 8, 2);
        Number("time", 0, 4);
        Number("checksum", isLate ? 0 : written.Checksum, 4);
        Number("packed size", isLate ? 0 : entry.IsZip64 ? uint.MaxValue : packed.Length, 4);
        Number("size", isLate ? 0 : entry.IsZip64 ? uint.MaxValue : entry.Content.Length, 4);
        Number("name length", name.Length, 2);
        Number("extra length", entry.IsZip64 ? 20 : 0, 2);
        _bytes.AddRange(name);
        if (entry.IsZip64)
        {
            Number("extra kind", 1, 2);
            Number("extra size", 16, 2);
            Number("long size", entry.Content.Length, 8);
            Number("long packed size", packed.Length, 8);
        }
        _bytes.AddRange(packed);
        if (isLate)
        {
            _bytes.AddRange("PK\x07\x08"u8);
            Number("late checksum", written.Checksum, 4);
            Number("late packed size", packed.Length, entry.IsZip64 ? 8 : 4);
            Number("late size", entry.Content.Length, entry.IsZip64 ? 8 : 4);
        }
        return written;
    }

    private void WriteDirectoryEntry(ZipEntryDraft entry, Written written)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        _bytes.AddRange("PK\x01\x02"u8);
        Number("directory versions", 20 | (20 << 16), 4);
        Number("directory flags", entry.HasDescriptor ? 8 : 0, 2);
        Number("directory method", entry.IsStored ? 0 : 8, 2);
        Number("directory time", 0, 4);
        Number("directory checksum", written.Checksum, 4);
        Number("directory packed size", entry.IsZip64 ? uint.MaxValue : written.PackedLength, 4);
        Number("directory size", entry.IsZip64 ? uint.MaxValue : entry.Content.Length, 4);
        Number("directory name length", name.Length, 2);
        Number("directory extra length", entry.IsZip64 ? 28 : 0, 2);
        Number("directory comment length", 0, 2);
        Number("disk", 0, 2);
        Number("attributes", 0, 2);
        Number("outer attributes", 0, 4);
        Number("offset", entry.IsZip64 ? uint.MaxValue : written.Offset - Front.Length, 4);
        _bytes.AddRange(name);
        if (!entry.IsZip64)
            return;
        Number("directory extra kind", 1, 2);
        Number("directory extra size", 24, 2);
        Number("directory long size", entry.Content.Length, 8);
        Number("directory long packed size", written.PackedLength, 8);
        Number("long offset", written.Offset - Front.Length, 8);
    }

    private void WriteEnd(long directory, long length)
    {
        var isElsewhere = HasZip64End && !RepeatsEnd;
        if (HasZip64End)
        {
            var position = _bytes.Count;
            _bytes.AddRange("PK\x06\x06"u8);
            Number("end record size", 44, 8);
            Number("end versions", 45 | (45 << 16), 4);
            Number("end disks", 0, 8);
            Number("long entries here", Entries.Count, 8);
            Number("long entries", Entries.Count, 8);
            Number("long directory size", length, 8);
            Number("long directory offset", directory - Front.Length, 8);
            _bytes.AddRange("PK\x06\x07"u8);
            Number("locator disk", 0, 4);
            Number("locator offset", position, 8);
            Number("locator disks", 1, 4);
        }
        _bytes.AddRange("PK\x05\x06"u8);
        Number("disks", 0, 4);
        Number("entries here", isElsewhere ? ushort.MaxValue : Entries.Count, 2);
        Number("entries", isElsewhere ? ushort.MaxValue : Entries.Count, 2);
        Number("directory length", isElsewhere ? uint.MaxValue : length, 4);
        Number("directory offset", isElsewhere ? uint.MaxValue : directory - Front.Length, 4);
        Number("comment length", Comment.Length, 2);
        _bytes.AddRange(Comment);
    }

    private void Number(string name, long value, int size)
    {
        _fields.Add(new ZipField(name, _bytes.Count, size));
        _bytes.AddRange(BitConverter.GetBytes(value).AsSpan(0, size));
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflater = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflater.Write(content);
        return packed.Length == 0 ? [3, 0] : packed.ToArray();
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var state = uint.MaxValue;
        foreach (var value in bytes)
        {
            state ^= value;
            for (var bit = 0; bit < 8; bit++)
                state = (state & 1) != 0 ? (state >> 1) ^ 0xEDB88320 : state >> 1;
        }
        return ~state;
    }

    private readonly record struct Written(long Offset, int PackedLength, uint Checksum);
}
