using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlj.Sources.Csv;

/// <summary>Looks at the bytes of a whole record at once.</summary>
internal static class RecordText
{
    private const byte Quote = (byte)'"';

    /// <summary>Whether surely no field is empty and no byte is a NUL, so that nothing needs to be asked field by field.</summary>
    /// <param name="record">The record without the end of its line.</param>
    /// <param name="separator">What stands between the fields, an ASCII character.</param>
    /// <param name="isQuoted">Whether a record that is full has a quotation mark: then it may end within quotes, where a last field can be empty.</param>
    public static bool IsFull(ReadOnlySpan<byte> record, byte separator, out bool isQuoted)
    {
        isQuoted = !record.IsEmpty && record[^1] == Quote;
        if (record.IsEmpty || record[0] == separator || record[^1] == separator || record[^1] == 0)
            return false;
        return record.Length > Vector256<byte>.Count ? IsFullLong(record, separator, ref isQuoted) : IsFullShort(record, separator, ref isQuoted);
    }

    // An empty field shows as two separators or two quotation marks side by side. So every byte but the last is held against the one behind it.
    private static bool IsFullLong(ReadOnlySpan<byte> record, byte separator, ref bool isQuoted)
    {
        ref var first = ref MemoryMarshal.GetReference(record);
        var length = (nuint)Vector256<byte>.Count;
        var last = (nuint)record.Length - 1 - length;
        Vector256<byte> stops = default, quotes = default;
        for (nuint at = 0; ; at = nuint.Min(at + length, last))
        {
            var bytes = Vector256.LoadUnsafe(ref first, at);
            var isQuote = Vector256.Equals(bytes, Vector256.Create(Quote));
            var isTwice = Vector256.Equals(bytes, Vector256.LoadUnsafe(ref first, at + 1)) & (Vector256.Equals(bytes, Vector256.Create(separator)) | isQuote);
            stops |= isTwice | Vector256.Equals(bytes, Vector256<byte>.Zero);
            quotes |= isQuote;
            if (at == last)
                break;
        }
        isQuoted |= quotes != Vector256<byte>.Zero;
        return stops == Vector256<byte>.Zero;
    }

    private static bool IsFullShort(ReadOnlySpan<byte> record, byte separator, ref bool isQuoted)
    {
        for (var at = 0; at < record.Length - 1; at++)
        {
            var value = record[at];
            isQuoted |= value == Quote;
            if (value == 0 || (value == record[at + 1] && (value == separator || value == Quote)))
                return false;
        }
        return true;
    }
}
