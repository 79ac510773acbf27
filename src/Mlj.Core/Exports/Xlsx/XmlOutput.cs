using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Text.Unicode;

namespace Mlj.Exports.Xlsx;

/// <summary>
/// Writes XML as UTF-8 to a stream through one buffer of fixed size, which is borrowed until it is disposed. It trusts its caller for the
/// elements and escapes the texts. What is not flushed when it is disposed is dropped.
/// </summary>
internal sealed class XmlOutput(Stream stream) : IDisposable
{
    /// <summary>The most bytes that can be prepared in one piece.</summary>
    public const int MaxPiece = 1024;

    private const int LongestEscape = 8;
    private const int LongestCharacter = 4;

    // All that may have to be written in another way, but for two characters at the end of the alphabet.
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. "<>&\"_", .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
    private int _count;

    /// <summary>Writes bytes that are XML already.</summary>
    public XmlOutput Raw(ReadOnlySpan<byte> xml)
    {
        Debug.Assert(xml.Length <= MaxPiece, "Prepared XML comes in small pieces.");
        MakeRoom(xml.Length);
        xml.CopyTo(_buffer.AsSpan(_count));
        _count += xml.Length;
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public XmlOutput Number(int number)
    {
        MakeRoom(16);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_count), out var written);
        _count += written;
        return this;
    }

    /// <summary>
    /// Writes a text as it stands between tags and, by the rule of ST_Xstring, with <c>_xHHHH_</c> for the characters that XML lacks and for
    /// an underscore that would begin such an escape. A lone surrogate becomes U+FFFD.
    /// </summary>
    public XmlOutput Text(ReadOnlySpan<char> text) => Write(text, excel: true, attribute: false);

    /// <summary>As <see cref="Text"/>, within an attribute's quotes; also line breaks and tabs are escaped, which XML would make spaces.</summary>
    public XmlOutput Attribute(ReadOnlySpan<char> text) => Write(text, excel: true, attribute: true);

    /// <summary>Writes a text between tags of a part that knows no <c>_xHHHH_</c>; what XML lacks becomes U+FFFD.</summary>
    public XmlOutput PlainText(ReadOnlySpan<char> text) => Write(text, excel: false, attribute: false);

    /// <summary>Hands the stream what the buffer holds.</summary>
    public void Flush()
    {
        stream.Write(_buffer.AsSpan(0, _count));
        _count = 0;
    }

    /// <inheritdoc />
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private XmlOutput Write(ReadOnlySpan<char> text, bool excel, bool attribute)
    {
        while (true)
        {
            var usual = UsualLength(text);
            Copy(text[..usual]);
            if (usual == text.Length)
                return this;
            MakeRoom(LongestEscape);
            Escape(text[usual..], excel, attribute);
            text = text[(usual + 1)..];
        }
    }

    private static int UsualLength(ReadOnlySpan<char> text)
    {
        var special = text.IndexOfAny(Special);
        if (special >= 0)
            text = text[..special];
        var last = text.IndexOfAny('\uFFFE', '\uFFFF');
        return last >= 0 ? last : text.Length;
    }

    private void Copy(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            MakeRoom(Math.Min(text.Length * LongestCharacter, MaxPiece));
            Utf8.FromUtf16(text, _buffer.AsSpan(_count), out var read, out var written, replaceInvalidSequences: true);
            _count += written;
            text = text[read..];
        }
    }

    private void Escape(ReadOnlySpan<char> text, bool excel, bool attribute)
    {
        var character = text[0];
        switch (character)
        {
            case '<':
                Put("&lt;"u8);
                break;
            case '>':
                Put("&gt;"u8);
                break;
            case '&':
                Put("&amp;"u8);
                break;
            case '"':
                Put("&quot;"u8);
                break;
            case '_' when excel && BeginsEscape(text):
                PutEscape('_');
                break;
            case '_':
            case '\t' or '\n' when !attribute:
                _buffer[_count++] = (byte)character;
                break;
            default:
                if (excel)
                    PutEscape(character);
                else
                    Put("\uFFFD"u8);
                break;
        }
    }

    private static bool BeginsEscape(ReadOnlySpan<char> text) => text.Length >= 7 && text[1] == 'x' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);

    private void PutEscape(char character)
    {
        Put("_x"u8);
        Utf8Formatter.TryFormat((int)character, _buffer.AsSpan(_count), out var written, new('X', 4));
        _count += written;
        _buffer[_count++] = (byte)'_';
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    private void MakeRoom(int bytes)
    {
        if (_buffer.Length - _count < bytes)
            Flush();
    }
}
