using System.Text;

namespace Mlj.OpenXml;

/// <summary>Characters that are written as references: <c>&amp;amp;</c>, <c>&amp;#10;</c>, <c>&amp;#xA;</c>.</summary>
internal static class XmlReference
{
    /// <summary>Reads the reference at the beginning of a text.</summary>
    /// <param name="text">The text from its <c>&amp;</c> on.</param>
    /// <param name="character">The character.</param>
    /// <returns>The length of the reference; 0 when it is none, or one that no document without a document type may have.</returns>
    public static int Read(ReadOnlySpan<byte> text, out Rune character)
    {
        character = default;
        if (text.Length > 1 && text[1] == '#')
            return ReadNumber(text, ref character);
        foreach (var (written, meant) in (ReadOnlySpan<(string, char)>)[("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&apos;", '\'')])
        {
            if (!Ascii.Equals(text[..Math.Min(text.Length, written.Length)], written))
                continue;
            character = new Rune(meant);
            return written.Length;
        }
        return 0;
    }

    /// <summary>Whether every reference in a text is one.</summary>
    public static bool AreAll(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'&') is >= 0 and var at)
        {
            var length = Read(text[at..], out _);
            if (length == 0)
                return false;
            text = text[(at + length)..];
        }
        return true;
    }

    /// <summary>Writes a checked text with its references replaced and its ends of lines made line feeds, which never makes it longer.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Replace(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var written = 0;
        while (text.IndexOfAny((byte)'&', (byte)'\r') is >= 0 and var at)
        {
            text[..at].CopyTo(destination[written..]);
            written += at;
            text = text[at..];
            if (text[0] == '&')
            {
                var length = Read(text, out var character);
                written += character.EncodeToUtf8(destination[written..]);
                text = text[length..];
            }
            else
            {
                destination[written++] = (byte)'\n';
                text = text[(text.Length > 1 && text[1] == '\n' ? 2 : 1)..];
            }
        }
        text.CopyTo(destination[written..]);
        return written + text.Length;
    }

    /// <summary>The same for a text in which an ampersand means itself.</summary>
    public static int ReplaceLineEnds(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var written = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\r')
                destination[written++] = text[at];
            else if (at + 1 == text.Length || text[at + 1] != '\n')
                destination[written++] = (byte)'\n';
        }
        return written;
    }

    private static int ReadNumber(ReadOnlySpan<byte> text, ref Rune character)
    {
        var isHexadecimal = text.Length > 2 && text[2] == 'x';
        var start = isHexadecimal ? 3 : 2;
        uint code = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == ';' && at > start && XmlCharacters.IsAllowed(code))
            {
                character = new Rune(code);
                return at + 1;
            }
            if (!(isHexadecimal ? char.IsAsciiHexDigit((char)text[at]) : char.IsAsciiDigit((char)text[at])))
                return 0;
            code = code * (isHexadecimal ? 16u : 10u) + Digit(text[at]);
            if (code > 0x10FFFF)
                return 0;
        }
        return 0;
    }

    private static uint Digit(byte digit) => digit <= '9' ? digit - (uint)'0' : (digit | 0x20u) - 'a' + 10;
}
