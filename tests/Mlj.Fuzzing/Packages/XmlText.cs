using System.Text;
using System.Text.RegularExpressions;

namespace Mlj.Fuzzing.Packages;

/// <summary>The text of a part as tags and what stands between them. It need not be well-formed, and is written back in the encoding that it came in.</summary>
internal sealed partial class XmlText
{
    private readonly Encoding _encoding;
    private readonly bool _hasMark;

    public XmlText(byte[] bytes)
    {
        _encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        var mark = _encoding.Preamble;
        _hasMark = bytes.AsSpan().StartsWith(mark);
        var text = _encoding.GetString(_hasMark ? bytes.AsSpan(mark.Length) : bytes);
        Tokens = [.. Piece().Matches(text).Select(match => match.Value)];
    }

    /// <summary>Tags, from the angle to the angle, and texts.</summary>
    public List<string> Tokens { get; }

    public static bool IsTag(string token) => token.StartsWith('<');

    public static bool IsStart(string token) => token.Length > 2 && token[0] == '<' && token[1] is not ('/' or '?' or '!');

    public static bool IsWhole(string token) => token.EndsWith("/>", StringComparison.Ordinal);

    /// <summary>The token behind the element that begins at a tag; the next one when the element does not end.</summary>
    public int EndOf(int start)
    {
        if (!IsStart(Tokens[start]) || IsWhole(Tokens[start]))
            return start + 1;
        var depth = 0;
        for (var at = start; at < Tokens.Count; at++)
        {
            if (Tokens[at].StartsWith("</", StringComparison.Ordinal))
                depth--;
            else if (IsStart(Tokens[at]) && !IsWhole(Tokens[at]))
                depth++;
            if (depth == 0)
                return at + 1;
        }
        return start + 1;
    }

    public byte[] ToBytes()
    {
        var text = string.Concat(Tokens);
        return _hasMark ? [.. _encoding.Preamble, .. _encoding.GetBytes(text)] : _encoding.GetBytes(text);
    }

    [GeneratedRegex("<!\\[CDATA\\[.*?\\]\\]>|<!--.*?-->|<[^<>]*>|[^<]+|<", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
