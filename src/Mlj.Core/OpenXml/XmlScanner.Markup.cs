namespace Mlj.OpenXml;

// Each of these returns the length of the token, or 0 when the window does not hold all of it.
internal sealed partial class XmlScanner
{
    // Longer than any honest name, so that open elements and prefixes take little room.
    private const int MaxNameBytes = 1000;

    private int ReadMarkup(ReadOnlySpan<byte> rest, ref XmlToken token)
    {
        if (rest.Length < 2)
            return 0;
        return rest[1] switch
        {
            (byte)'/' => ReadEndTag(rest, ref token),
            (byte)'!' => ReadDeclaration(rest, ref token),
            (byte)'?' => ReadInstruction(rest),
            _ => ReadStartTag(rest, ref token),
        };
    }

    private int ReadEndTag(ReadOnlySpan<byte> rest, ref XmlToken token)
    {
        if (_open.Count == 0)
            throw BadXml("it has an end tag too many");
        var expected = _open.Last;
        var at = 2 + expected.Length;
        if (rest.Length <= at)
        {
            // What is there already may be wrong; the rest of a right one is still to come.
            if (rest[2..].CommonPrefixLength(expected) < rest.Length - 2)
                throw Mismatch(expected);
            return 0;
        }
        if (!rest[2..].StartsWith(expected) || (rest[at] != '>' && !XmlCharacters.IsSpace(rest[at])))
            throw Mismatch(expected);
        while (at < rest.Length && XmlCharacters.IsSpace(rest[at]))
            at++;
        if (at == rest.Length)
            return 0;
        if (rest[at] != '>')
            throw Mismatch(expected);
        _open.Pop();
        _prefixes.Forget(_open.Count);
        SetName(default, 0);
        Depth = _open.Count;
        token = XmlToken.EndTag;
        return at + 1;
    }

    private int ReadDeclaration(ReadOnlySpan<byte> rest, ref XmlToken token)
    {
        if (rest.StartsWith("<!--"u8))
            return ReadComment(rest);
        if (rest.StartsWith("<![CDATA["u8))
            return ReadCData(rest, ref token);
        if (rest.StartsWith("<!DOCTYPE"u8))
            throw _hasRoot ? BadXml("it has a document type within") : new PackageException(PackageFault.ForbiddenDtd, "a document type", Name);
        if ("<!--"u8.StartsWith(rest) || "<![CDATA["u8.StartsWith(rest) || "<!DOCTYPE"u8.StartsWith(rest))
            return 0;
        throw BadXml("it has a declaration that is none");
    }

    private int ReadComment(ReadOnlySpan<byte> rest)
    {
        var length = rest[4..].IndexOf("--"u8);
        if (length < 0 || rest.Length < length + 7)
            return 0;
        return rest[length + 6] == '>' ? length + 7 : throw BadXml("it has '--' in a comment");
    }

    private int ReadCData(ReadOnlySpan<byte> rest, ref XmlToken token)
    {
        const int Start = 9;
        if (_open.Count == 0)
            throw BadXml("it has text outside of its root element");
        var length = rest[Start..].IndexOf("]]>"u8);
        if (length < 0)
            return 0;
        SetText(length, isCData: true, Start);
        token = XmlToken.Text;
        return Start + length + 3;
    }

    private int ReadInstruction(ReadOnlySpan<byte> rest)
    {
        var end = EndOfName(rest, 2);
        if (end == 0)
            return 0;
        var name = rest[2..end];
        if (!XmlCharacters.IsName(name) || (name.Length == 3 && (name[0] | 0x20) == 'x' && (name[1] | 0x20) == 'm' && (name[2] | 0x20) == 'l'))
            throw BadXml("it has an instruction that is none");
        var length = rest[end..].IndexOf("?>"u8);
        if (length < 0)
            return 0;
        return length == 0 || XmlCharacters.IsSpace(rest[end]) ? end + length + 2 : throw BadXml("it has an instruction that is none");
    }

    // Where a name ends that begins at a place; 0 when the window does not hold all of it.
    private int EndOfName(ReadOnlySpan<byte> rest, int start)
    {
        var at = start;
        while (at < rest.Length && XmlCharacters.IsInName(rest[at]))
            at++;
        if (at - start > MaxNameBytes)
            throw BadXml("it has a name of more than 1,000 bytes");
        return at == rest.Length ? 0 : at;
    }

    private PackageException Mismatch(ReadOnlySpan<byte> expected) => BadXml($"it has another end tag where </{System.Text.Encoding.UTF8.GetString(expected)}> must be");
}
