using System.Globalization;
using System.Text;
using System.Xml;
using Mlj.OpenXml;

namespace Mlj.Sources.Xlsx;

/// <summary>Gathers the text of an element or of several, little more than a cell may have, and undoes the escapes of spreadsheet programs.</summary>
internal sealed class TextBuffer(int maxCharacters)
{
    private const int EscapeLength = 7;

    // A character may be written as an escape of seven.
    private readonly long _maxRaw = (long)maxCharacters * EscapeLength;
    private char[] _text = new char[256];
    private int _length;

    public ReadOnlySpan<char> Span => _text.AsSpan(0, _length);

    /// <summary>Whether there was more text than a cell may have; some of it is then missing here.</summary>
    public bool IsTooLong { get; private set; }

    public void Clear()
    {
        _length = 0;
        IsTooLong = false;
    }

    /// <summary>Adds the text directly within the element on which the reader stands, and moves to its end, unless there is too much of it.</summary>
    public void AppendElement(XmlPart xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (!IsTooLong && xml.Read() && xml.Depth > depth)
            if (xml.Depth == depth + 1 && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                AppendNode(xml);
    }

    /// <summary>
    /// Adds the text of a rich text, which is that of its <c>t</c> and of the <c>t</c> in its runs <c>r</c>, and moves to its end. The
    /// pronunciation of East Asian names is left out.
    /// </summary>
    public void AppendRichText(XmlPart xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var isInRun = false;
        while (!IsTooLong && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth == depth + 1)
                isInRun = xml.LocalName == "r";
            if (xml.LocalName == "t" && (xml.Depth == depth + 1 || (isInRun && xml.Depth == depth + 2)))
                AppendElement(xml);
        }
    }

    /// <summary>Undoes <c>_x000D_</c>, in one pass from the left, and measures the text.</summary>
    public void Decode()
    {
        var from = Span.IndexOf("_x");
        if (from >= 0)
        {
            var to = from;
            while (from < _length)
            {
                if (from + EscapeLength <= _length && _text[from] == '_' && _text[from + 1] == 'x' && _text[from + 6] == '_'
                    && ushort.TryParse(_text.AsSpan(from + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    _text[to++] = (char)code;
                    from += EscapeLength;
                }
                else
                    _text[to++] = _text[from++];
            }
            _length = to;
        }
        IsTooLong |= _length > maxCharacters;
    }

    /// <summary>Writes the text as UTF-8. Half of a character beyond the first plane becomes the replacement character.</summary>
    /// <param name="utf8">Enough room for three bytes a character.</param>
    /// <returns>How many bytes were written.</returns>
    public int Write(Span<byte> utf8) => Encoding.UTF8.GetBytes(Span, utf8);

    private void AppendNode(XmlPart xml)
    {
        while (!IsTooLong)
        {
            // The reader does not cut a surrogate pair in two, so it wants room for one.
            if (_text.Length - _length < 2)
                Array.Resize(ref _text, _length * 2);
            var read = xml.ReadText(_text, _length, _text.Length - _length);
            if (read == 0)
                return;
            _length += read;
            IsTooLong = _length > _maxRaw;
        }
    }
}
