using System.Buffers;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace Mlj.OpenXml;

/// <summary>Which bytes and characters an XML document may have.</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(MakeControls());
    private static readonly bool[] NameBytes = MakeNameBytes();

    /// <summary>Whether all of it is UTF-8 without the characters that no document may have, wherever they stand.</summary>
    public static bool AreAllowed(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < XmlBytes.MinLength || !Vector128.IsHardwareAccelerated)
            return !utf8.ContainsAny(Controls) && Utf8.IsValid(utf8) && !HasNoncharacter(utf8);
        return XmlBytes.AreFine(utf8, out var hasHighCharacters) && CutOff(utf8) == 0 && !(hasHighCharacters && HasNoncharacter(utf8));
    }

    /// <summary>Whether a character may be written as a reference.</summary>
    public static bool IsAllowed(uint code) =>
        code is '\t' or '\n' or '\r' or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);

    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>Whether it may stand in a name; says nothing about letters beyond ASCII, which <see cref="IsName"/> looks at.</summary>
    public static bool IsInName(byte value) => NameBytes[value];

    /// <summary>Whether it is a name without a colon.</summary>
    public static bool IsName(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8[0] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'))
            return false;
        return Ascii.IsValid(utf8) ? !utf8.Contains((byte)':') : IsForeignName(utf8);
    }

    /// <summary>How many bytes at the end are the beginning of a character that is not whole.</summary>
    public static int CutOff(ReadOnlySpan<byte> utf8)
    {
        for (var back = 1; back <= Math.Min(3, utf8.Length); back++)
        {
            var value = utf8[^back];
            if (value < 0x80)
                return 0;
            if (value >= 0xC0)
                return back < (value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }

    private static bool IsForeignName(ReadOnlySpan<byte> utf8)
    {
        try
        {
            XmlConvert.VerifyNCName(Encoding.UTF8.GetString(utf8));
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    // U+FFFE and U+FFFF.
    private static bool HasNoncharacter(ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF]) is >= 0 and var at)
        {
            if (utf8[at + 2] >= 0xBE)
                return true;
            utf8 = utf8[(at + 3)..];
        }
        return false;
    }

    private static byte[] MakeControls()
    {
        var controls = new List<byte>();
        for (byte value = 0; value < 0x20; value++)
            if (!IsSpace(value))
                controls.Add(value);
        return [.. controls];
    }

    private static bool[] MakeNameBytes()
    {
        var table = new bool[256];
        for (var value = 0; value < table.Length; value++)
            table[value] = value >= 0x80 || char.IsAsciiLetterOrDigit((char)value) || (char)value is '_' or '-' or '.' or ':';
        return table;
    }
}
