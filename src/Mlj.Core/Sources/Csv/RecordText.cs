using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlj.Sources.Csv;

/// <summary>Looks at the bytes of a whole record at once.</summary>
internal static class RecordText
{
    private const byte Quote = (byte)'"';

    /// <summary>Whether every field has a text, and none has a quotation mark or a NUL, so that nothing about the record needs to be asked field by field.</summary>
    /// <param name="record">The record without the end of its line.</param>
    /// <param name="separator">What stands between the fields, an ASCII character.</param>
    public static bool IsPlain(ReadOnlySpan<byte> record, byte separator)
    {
        if (record.Length < Vector256<byte>.Count)
            return IsPlainShort(record, separator);
        if (record[^1] == separator)
            return false;
        ref var first = ref MemoryMarshal.GetReference(record);
        var length = (nuint)Vector256<byte>.Count;
        var lastBlock = (nuint)record.Length - length;
        // Whether a separator, or the beginning, stands before the block.
        var before = 1u;
        for (nuint at = 0; ;)
        {
            var block = Vector256.LoadUnsafe(ref first, at);
            var separators = Vector256.Equals(block, Vector256.Create(separator)).ExtractMostSignificantBits();
            var strange = Vector256.Equals(block, Vector256.Create(Quote)) | Vector256.Equals(block, Vector256<byte>.Zero);
            if ((separators & (separators << 1 | before)) != 0 || strange != Vector256<byte>.Zero)
                return false;
            if (at == lastBlock)
                return true;
            // The last block may begin within this one, where all that stands side by side has been looked at.
            before = at + length <= lastBlock ? separators >> 31 : 0;
            at = nuint.Min(at + length, lastBlock);
        }
    }

    private static bool IsPlainShort(ReadOnlySpan<byte> record, byte separator)
    {
        var before = separator;
        foreach (var value in record)
        {
            if (value is Quote or 0 || (value == separator && before == separator))
                return false;
            before = value;
        }
        return before != separator;
    }
}
