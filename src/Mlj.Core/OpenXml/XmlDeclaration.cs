namespace Mlj.OpenXml;

/// <summary>The first line of most documents: <c>&lt;?xml version="1.0" encoding="UTF-8" standalone="yes"?&gt;</c>.</summary>
internal static class XmlDeclaration
{
    /// <summary>Whether it is one.</summary>
    /// <param name="inside">What stands between <c>&lt;?xml</c> and <c>?&gt;</c>.</param>
    public static bool IsValid(ReadOnlySpan<byte> inside)
    {
        if (!TryTake(ref inside, "version"u8, out var version) || !version.SequenceEqual("1.0"u8))
            return false;
        if (TryTake(ref inside, "encoding"u8, out var encoding) && (encoding.IsEmpty || encoding.ContainsAny((byte)'<', (byte)'&')))
            return false;
        if (TryTake(ref inside, "standalone"u8, out var standalone) && !standalone.SequenceEqual("yes"u8) && !standalone.SequenceEqual("no"u8))
            return false;
        return inside.Trim(" \t\r\n"u8).IsEmpty;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> inside, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var rest = inside.TrimStart(" \t\r\n"u8);
        if (rest.Length == inside.Length || !rest.StartsWith(name))
            return false;
        rest = rest[name.Length..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != '=')
            return false;
        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\''))
            return false;
        var length = rest[1..].IndexOf(rest[0]);
        if (length < 0)
            return false;
        value = rest.Slice(1, length);
        inside = rest[(length + 2)..];
        return true;
    }
}
