using System.Runtime.InteropServices;

namespace Mlj.Sources;

/// <summary>Knows files by their first bytes, so that what cannot be read is refused by its name.</summary>
internal static class Signatures
{
    public static bool IsZip(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8) || start.StartsWith("PK\x07\x08"u8);

    /// <summary>Whether it is the container of old Office files, and of new ones with a password.</summary>
    public static bool IsCompoundFile(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>What a file is in words, where it is something that no format here reads; null when nothing is known about it.</summary>
    public static string? Describe(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF"u8))
            return "a PDF document";
        if (start.StartsWith("{\\rtf"u8))
            return "a rich text document (rtf)";
        var text = start;
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        if (IsJson(text))
            return "a JSON document";
        if (text.IsEmpty || text[0] != '<')
            return null;
        foreach (var tag in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<table", "<meta"])
            if (StartsWith(text, tag))
                return "a web page (html)";
        return StartsWith(text, "<?xml") ? "an XML document" : null;
    }

    /// <summary>Whether the directory of a compound file, wherever it stands in the file, names a stream.</summary>
    public static bool HasStream(Stream file, string name)
    {
        var wanted = MemoryMarshal.AsBytes(name.AsSpan());
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (file.Read(buffer.AsSpan(kept)) is > 0 and var read)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(filled, wanted.Length - 1);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
        return false;
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)'{' or (byte)'['))
            return false;
        var inside = text[1..].TrimStart(" \t\r\n"u8);
        return !inside.IsEmpty && (text[0] == '{' ? inside[0] is (byte)'"' or (byte)'}' : inside[0] is (byte)'{' or (byte)'[');
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, string tag)
    {
        if (text.Length < tag.Length)
            return false;
        for (var index = 0; index < tag.Length; index++)
            if ((char)text[index] != tag[index] && (char)(text[index] | 0x20) != tag[index])
                return false;
        return true;
    }
}
