using System.Globalization;
using System.Text;
using Mlj.OpenXml;

namespace Mlj.Sources.Xlsx;

/// <summary>
/// Gathers the text of an element or of several as UTF-8, little more than a cell may have, and undoes the escapes of spreadsheet programs.
/// </summary>
internal sealed class TextBuffer(int maxCharacters)
{
    private const int EscapeLength = 7;

    // A character may be written as an escape of seven bytes, and none takes more.
    private readonly long _maxRaw = (long)maxCharacters * EscapeLength;
    private byte[] _text = new byte[256];
    private int _length;

    public ReadOnlySpan<byte> Utf8 => _text.AsSpan(0, _length);

    /// <summary>Whether there was more text than a cell may have; some of it is then missing here.</summary>
    public bool IsTooLong { get; private set; }

    public void Clear()
    {
        _length = 0;
        IsTooLong = false;
    }

    /// <summary>Adds the text directly within the element on which the scanner stands, and moves to its end, unless there is too much of it.</summary>
    public void AppendElement(XmlScanner xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (!IsTooLong && (xml.Read() is var token && token != XmlToken.EndTag || xml.Depth > depth))
            if (token == XmlToken.Text && xml.Depth == depth + 1)
                AppendText(xml);
    }

    /// <summary>
    /// Adds the text of a rich text, which is that of its <c>t</c> and of the <c>t</c> in its runs <c>r</c>, and moves to its end. The
    /// pronunciation of East Asian names is left out.
    /// </summary>
    public void AppendRichText(XmlScanner xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var isInRun = false;
        while (!IsTooLong && (xml.Read() is var token && token != XmlToken.EndTag || xml.Depth > depth))
        {
            if (token != XmlToken.StartTag)
                continue;
            if (xml.Depth == depth + 1)
                isInRun = xml.LocalName.SequenceEqual("r"u8);
            if ((xml.Depth == depth + 1 || (isInRun && xml.Depth == depth + 2)) && xml.LocalName.SequenceEqual("t"u8))
                AppendElement(xml);
        }
    }

    /// <summary>Undoes <c>_x000D_</c>, in one pass from the left. Half of a character beyond the first plane becomes the replacement character.</summary>
    public void Decode()
    {
        var from = Utf8.IndexOf("_x"u8);
        if (from < 0)
            return;
        var to = from;
        while (from < _length)
        {
            if (!TryReadEscape(from, out var unit))
            {
                _text[to++] = _text[from++];
                continue;
            }
            from += EscapeLength;
            if (!Rune.TryCreate(unit, out var character))
            {
                character = Rune.ReplacementChar;
                // Two halves side by side are one character again.
                if (TryReadEscape(from, out var low) && Rune.TryCreate(unit, low, out var pair))
                {
                    character = pair;
                    from += EscapeLength;
                }
            }
            // Never longer than what it was written as.
            to += character.EncodeToUtf8(_text.AsSpan(to));
        }
        _length = to;
    }

    /// <summary>Compares the text with what a cell may have, in the characters of spreadsheet programs, which count those beyond the first plane twice.</summary>
    public void Measure() => IsTooLong |= _length > maxCharacters && Encoding.UTF8.GetCharCount(Utf8) > maxCharacters;

    private bool TryReadEscape(int at, out char unit)
    {
        unit = default;
        if (at + EscapeLength > _length || _text[at] != '_' || _text[at + 1] != 'x' || _text[at + 6] != '_')
            return false;
        var isEscape = ushort.TryParse(_text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
        unit = (char)code;
        return isEscape;
    }

    private void AppendText(XmlScanner xml)
    {
        var room = xml.RawText.Length;
        if (_text.Length - _length < room)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + room));
        _length += xml.CopyText(_text.AsSpan(_length));
        IsTooLong = _length > _maxRaw;
    }
}
