using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace Mlj.Exports.Xlsx;

/// <summary>Writes XML as UTF-8 to a stream through one buffer of fixed size. It trusts its caller for the elements and escapes the texts.</summary>
internal sealed class XmlOutput(Stream stream)
{
    private const int LongestEscape = 8;

    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _count;

    /// <summary>Writes bytes that are XML already.</summary>
    public XmlOutput Raw(ReadOnlySpan<byte> xml)
    {
        if (xml.Length > _buffer.Length - _count)
            Flush();
        Debug.Assert(xml.Length <= _buffer.Length, "Prepared XML comes in small pieces.");
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

    private XmlOutput Write(ReadOnlySpan<char> text, bool excel, bool attribute)
    {
        for (var index = 0; index < text.Length; index++)
        {
            MakeRoom(LongestEscape);
            var character = text[index];
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
                case '_' when excel && BeginsEscape(text[index..]):
                    PutEscape('_');
                    break;
                case '\t' or '\n' when !attribute:
                    _buffer[_count++] = (byte)character;
                    break;
                case < ' ' or '\uFFFE' or '\uFFFF':
                    if (excel)
                        PutEscape(character);
                    else
                        Put("\uFFFD"u8);
                    break;
                case < '\u0080':
                    _buffer[_count++] = (byte)character;
                    break;
                default:
                    Rune.DecodeFromUtf16(text[index..], out var rune, out var used);
                    _count += rune.EncodeToUtf8(_buffer.AsSpan(_count));
                    index += used - 1;
                    break;
            }
        }
        return this;
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
