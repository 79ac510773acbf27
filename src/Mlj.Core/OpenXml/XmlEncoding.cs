using System.Text;

namespace Mlj.OpenXml;

/// <summary>Finds the encoding of an XML document by its first bytes and its declaration.</summary>
internal static class XmlEncoding
{
    /// <summary>More than any honest declaration has.</summary>
    public const int MaxDeclaration = 1024;

    /// <summary>The encoding; null for UTF-8.</summary>
    /// <param name="start">The first four bytes, or the whole declaration where there is one.</param>
    /// <exception cref="ArgumentException">There is no such encoding, or the document cannot have it.</exception>
    public static Encoding? Find(ReadOnlySpan<byte> start)
    {
        // A byte order mark is right even where the declaration says something else: tools transcode parts without touching it.
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return new UTF32Encoding(bigEndian: start[0] == 0, byteOrderMark: true, throwOnInvalidCharacters: true);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0]))
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || start.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
        var name = Declared(start);
        if (name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return null;
        var encoding = Named(name);
        // The declaration was read as ASCII, so whatever does not contain ASCII is not what the document is in.
        return encoding.GetBytes("<").AsSpan().SequenceEqual("<"u8) ? encoding : throw new ArgumentException($"it is not in the encoding '{name}', which it declares");
    }

    // Code pages such as Windows-1252 are asked for here, so that nothing is registered for the whole program.
    private static Encoding Named(string name)
    {
        var (encoder, decoder) = (EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder) ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"its encoding '{name}' is not one that is known here", error);
        }
    }

    private static string? Declared(ReadOnlySpan<byte> start)
    {
        var end = start.StartsWith("<?xml"u8) ? start.IndexOf("?>"u8) : -1;
        if (end < 0)
            return null;
        var declaration = start[..end];
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0)
            return null;
        var value = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n="u8);
        if (value.IsEmpty || value[0] is not ((byte)'"' or (byte)'\''))
            return null;
        var length = value[1..].IndexOf(value[0]);
        return length < 0 ? null : Encoding.ASCII.GetString(value.Slice(1, length));
    }
}
