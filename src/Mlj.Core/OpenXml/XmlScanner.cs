using System.Text;

namespace Mlj.OpenXml;

/// <summary>
/// Reads an XML document forward over its UTF-8 bytes, in bounded memory, and refuses what is not well-formed, what has a document type and
/// what passes the limits. Names are compared without their namespace, because tools write strict, transitional, prefixed and no namespaces
/// for the same thing.
/// </summary>
/// <remarks>
/// A token (a tag, a comment, a stretch of text) is looked at only when the window holds all of it; while it does not, more is read and the
/// token is begun again. So there is no state within a token, and between tokens there is only this: whether the root has come, which
/// elements are open, and which prefixes they declare.
/// </remarks>
internal sealed partial class XmlScanner : IDisposable
{
    private readonly PackageLimits _limits;
    private readonly XmlOpenElements _open = new();
    private readonly XmlPrefixes _prefixes = new();
    private bool _isBehindMark;
    private bool _hasBegun;
    private bool _hasRoot;

    public XmlScanner(string name, Stream bytes, PackageLimits limits)
    {
        Name = name;
        _limits = limits;
        Window = new XmlWindow(name, bytes);
    }

    /// <summary>The part's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The bytes from the end of the token on. Somebody who knows what usually comes may look at them, and take whole elements by moving the
    /// position, as long as everything taken is well-formed beyond doubt.
    /// </summary>
    public XmlWindow Window { get; }

    /// <summary>How many elements are open around the tag or the text; the element itself does not count.</summary>
    public int Depth { get; private set; }

    /// <summary>How many elements are open behind the token.</summary>
    public int OpenElements => _open.Count;

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="PackageException">The XML is broken, forbidden or beyond the limits, or its part is damaged.</exception>
    public XmlToken Read()
    {
        while (true)
        {
            var rest = Window.Rest;
            if (rest.IsEmpty)
            {
                if (!Window.ReadMore())
                    return ReadEnd();
                continue;
            }
            if (!_hasBegun && !Begin(rest))
                continue;
            var token = XmlToken.End;
            var length = rest[0] == '<' ? ReadMarkup(rest, ref token) : ReadText(rest, LengthOfText(rest), ref token);
            if (length == 0)
            {
                if (Window.ReadMore())
                    continue;
                rest = Window.Rest;
                if (rest[0] == '<')
                    throw BadXml("it ends within a tag");
                length = ReadText(rest, rest.Length, ref token);
            }
            Window.Position += length;
            if (token != XmlToken.End)
                return token;
        }
    }

    /// <summary>Moves to the root element.</summary>
    public void ReadRoot()
    {
        while (Read() is not (XmlToken.StartTag or XmlToken.End))
        {
        }
    }

    /// <summary>Notes that a start tag without prefix and without attributes that matter here was taken out of the window.</summary>
    public void Enter(ReadOnlySpan<byte> name)
    {
        CheckDepth();
        _open.Push(name);
    }

    public void Dispose() => Window.Dispose();

    // Takes the byte order mark and the declaration, which stand only here. Returns false when the window has moved.
    private bool Begin(ReadOnlySpan<byte> rest)
    {
        if (!_isBehindMark)
        {
            _isBehindMark = true;
            if (rest.StartsWith(Encoding.UTF8.Preamble))
            {
                Window.Position += Encoding.UTF8.Preamble.Length;
                return false;
            }
        }
        var start = "<?xml"u8;
        var isDeclaration = rest.StartsWith(start) && (rest.Length == start.Length || !XmlCharacters.IsInName(rest[start.Length]));
        var end = isDeclaration ? rest.IndexOf("?>"u8) : -1;
        var needsMore = isDeclaration ? end < 0 : rest.Length < start.Length && start.StartsWith(rest);
        if (needsMore && Window.ReadMore())
            return false;
        _hasBegun = true;
        if (!isDeclaration)
            return !needsMore;
        if (end < 0 || !XmlDeclaration.IsValid(Window.Rest[start.Length..end]))
            throw BadXml("its declaration is none");
        Window.Position += end + 2;
        return false;
    }

    private XmlToken ReadEnd()
    {
        if (_open.Count > 0)
            throw BadXml($"it ends before </{Encoding.UTF8.GetString(_open.Last)}>");
        return _hasRoot ? XmlToken.End : throw BadXml("it has no element");
    }

    private int ReadText(ReadOnlySpan<byte> rest, int length, ref XmlToken token)
    {
        var text = rest[..length];
        if (text.IsEmpty)
            return 0;
        if (_open.Count == 0)
        {
            if (text.ContainsAnyExcept(" \t\r\n"u8))
                throw BadXml("it has text outside of its root element");
            return length;
        }
        CheckText(text);
        SetText(length, isCData: false);
        token = XmlToken.Text;
        return length;
    }

    // A long text is taken in pieces, cut where nothing is that must be seen as a whole.
    private static int LengthOfText(ReadOnlySpan<byte> rest)
    {
        const int LongText = 64 << 10;
        var length = rest.IndexOf((byte)'<');
        if (length >= 0 || rest.Length < LongText)
            return Math.Max(0, length);
        var reference = rest.LastIndexOf((byte)'&');
        if (reference >= 0 && !rest[reference..].Contains((byte)';'))
            rest = rest[..reference];
        return rest.TrimEnd("\r]"u8).Length;
    }

    private void CheckDepth()
    {
        if (_open.Count >= _limits.MaxXmlDepth)
            throw new PackageException(PackageFault.TooDeep, $"the part '{Name}' has elements within each other, deeper", Name, nameof(PackageLimits.MaxXmlDepth));
    }

    private PackageException BadXml(string what) => new(PackageFault.BadXml, $"the part '{Name}': {what}", Name);
}
