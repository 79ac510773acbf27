using System.Diagnostics;
using System.Text;

namespace Mlj.OpenXml;

/// <summary>
/// The records of a zip around the bytes of its entries. Lengths and checksums stand behind an entry's bytes and in the directory, for
/// they are not known before. Where a number does not fit into its four bytes, zip64 gives it eight.
/// </summary>
internal static class ZipRecords
{
    /// <summary>The number of the method that deflates.</summary>
    public const ushort Deflated = 8;

    // The versions of the zip specification that know deflated entries and zip64.
    private const ushort Version = 20;
    private const ushort Version64 = 45;

    // A descriptor follows the entry's bytes.
    private const ushort Flags = 1 << 3;

    // Zip's first day, at midnight: a moment that says nothing, so that equal entries give equal bytes.
    private const ushort NoTime = 0;
    private const ushort NoDate = (1 << 5) | 1;

    /// <summary>What stands before an entry's bytes.</summary>
    public static byte[] Header(string name) => Written(record =>
    {
        record.Write(0x04034b50u);
        record.Write(Version);
        record.Write(Flags);
        record.Write(Deflated);
        record.Write(NoTime);
        record.Write(NoDate);
        record.Write(0u);
        record.Write(0u);
        record.Write(0u);
        record.Write((ushort)name.Length);
        record.Write((ushort)0);
        record.Write(Name(name));
    });

    /// <summary>What stands behind an entry's bytes.</summary>
    public static byte[] Descriptor(ZipEntry entry) => Written(record =>
    {
        record.Write(0x08074b50u);
        record.Write(entry.Checksum);
        if (Fits(entry.CompressedLength) && Fits(entry.Length))
        {
            record.Write((uint)entry.CompressedLength);
            record.Write((uint)entry.Length);
        }
        else
        {
            record.Write(entry.CompressedLength);
            record.Write(entry.Length);
        }
    });

    /// <summary>What ends the zip: an entry's second header for each of them, and where they begin.</summary>
    /// <param name="entries">The entries in their order.</param>
    /// <param name="start">How many bytes of the zip stand before.</param>
    public static byte[] Directory(IReadOnlyList<ZipEntry> entries, long start) => Written(record =>
    {
        foreach (var entry in entries)
            WriteEntry(record, entry);
        record.Flush();
        WriteEnd(record, entries.Count, start, record.BaseStream.Length);
    });

    private static void WriteEntry(BinaryWriter record, ZipEntry entry)
    {
        // Zip64 has a place only for the numbers that do not fit into the header, in this order.
        long[] large = [.. new[] { entry.Length, entry.CompressedLength, entry.HeaderOffset }.Where(number => !Fits(number))];
        var version = large.Length > 0 ? Version64 : Version;
        record.Write(0x02014b50u);
        record.Write(version);
        record.Write(version);
        record.Write(Flags);
        record.Write((ushort)entry.Method);
        record.Write(NoTime);
        record.Write(NoDate);
        record.Write(entry.Checksum);
        record.Write(Short(entry.CompressedLength));
        record.Write(Short(entry.Length));
        record.Write((ushort)entry.Name.Length);
        record.Write((ushort)(large.Length > 0 ? 4 + 8 * large.Length : 0));
        // No comment, the first and only volume, no attributes.
        record.Write((ushort)0);
        record.Write((ushort)0);
        record.Write((ushort)0);
        record.Write(0u);
        record.Write(Short(entry.HeaderOffset));
        record.Write(Name(entry.Name));
        if (large.Length == 0)
            return;
        record.Write((ushort)1);
        record.Write((ushort)(8 * large.Length));
        foreach (var number in large)
            record.Write(number);
    }

    private static void WriteEnd(BinaryWriter record, int entries, long start, long length)
    {
        if (!Fits(start) || entries >= ushort.MaxValue)
        {
            // The record of zip64, which is 44 bytes longer than its two first fields, and where it is to be found.
            record.Write(0x06064b50u);
            record.Write(44L);
            record.Write(Version64);
            record.Write(Version64);
            record.Write(0u);
            record.Write(0u);
            record.Write((long)entries);
            record.Write((long)entries);
            record.Write(length);
            record.Write(start);
            record.Write(0x07064b50u);
            record.Write(0u);
            record.Write(start + length);
            record.Write(1u);
        }
        var count = (ushort)Math.Min(entries, ushort.MaxValue);
        record.Write(0x06054b50u);
        record.Write((ushort)0);
        record.Write((ushort)0);
        record.Write(count);
        record.Write(count);
        record.Write(Short(length));
        record.Write(Short(start));
        record.Write((ushort)0);
    }

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        // As zip has it, the smaller end first.
        using (var record = new BinaryWriter(bytes))
            write(record);
        return bytes.ToArray();
    }

    private static byte[] Name(string name)
    {
        Debug.Assert(Ascii.IsValid(name) && name.Length <= ushort.MaxValue, "Other names than ASCII would need a flag.");
        return Encoding.ASCII.GetBytes(name);
    }

    // The largest number of four bytes is the sign for zip64.
    private static bool Fits(long number) => number < uint.MaxValue;

    private static uint Short(long number) => Fits(number) ? (uint)number : uint.MaxValue;
}
