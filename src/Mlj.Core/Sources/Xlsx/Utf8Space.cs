using System.Buffers;
using System.Text;

namespace Mlj.Sources.Xlsx;

/// <summary>Space around texts, of every kind that there is.</summary>
internal static class Utf8Space
{
    /// <summary>A text without the space around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> utf8)
    {
        while (Rune.DecodeFromUtf8(utf8, out var first, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
            utf8 = utf8[length..];
        while (Rune.DecodeLastFromUtf8(utf8, out var last, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(last))
            utf8 = utf8[..^length];
        return utf8;
    }
}
