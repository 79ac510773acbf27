using System.Buffers.Binary;

namespace Mlj.OpenXml;

/// <summary>The CRC-32 of zip files. Reading a package must check it ourselves: the platform does not, and a changed digit is a wrong score.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of what was summed before, followed by <paramref name="bytes"/>; begin with 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var state = ~checksum;
        if (Crc32Folding.IsSupported && bytes.Length >= Crc32Folding.MinLength)
        {
            // The folded bytes have the remainder of all that was folded into them, so the tables go on from there.
            Span<byte> folded = stackalloc byte[Crc32Folding.FoldedLength];
            bytes = bytes[Crc32Folding.Fold(state, bytes, folded)..];
            state = AppendByTable(0, folded);
        }
        return ~AppendByTable(state, bytes);
    }

    /// <summary>The same on any processor, without the inversion before and after.</summary>
    internal static uint AppendByTable(uint state, ReadOnlySpan<byte> bytes)
    {
        // Eight bytes a step, one table for each of them.
        var table = Table;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = table[0x700 + (byte)low] ^ table[0x600 + (byte)(low >> 8)] ^ table[0x500 + (byte)(low >> 16)] ^ table[0x400 + (low >> 24)]
                ^ table[0x300 + (byte)high] ^ table[0x200 + (byte)(high >> 8)] ^ table[0x100 + (byte)(high >> 16)] ^ table[high >> 24];
            bytes = bytes[8..];
        }
        foreach (var value in bytes)
            state = table[(byte)(state ^ value)] ^ (state >> 8);
        return state;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (uint value = 0; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            table[value] = crc;
        }
        for (var index = 256; index < table.Length; index++)
            table[index] = (table[index - 256] >> 8) ^ table[(byte)table[index - 256]];
        return table;
    }
}
