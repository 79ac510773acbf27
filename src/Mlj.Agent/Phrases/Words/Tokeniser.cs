using System.Globalization;
using System.Text;

namespace Mlj.Agent.Phrases.Words;

/// <summary>Cuts a message into words, numbers, signs and quotations. One pass, in time by the length.</summary>
internal static class Tokeniser
{
    private const string Openings = "\"'“‘«`„[";

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
                at++;
            else if (Quotation(text, at) is { } quoted)
            {
                tokens.Add(quoted);
                at = quoted.End;
            }
            else if (char.IsAsciiDigit(letter) && Number(text, at) is { } number)
            {
                tokens.Add(number);
                at = number.End;
            }
            else if (Shorthand(text, at) is { } shorthand)
            {
                tokens.Add(shorthand);
                at = shorthand.End;
            }
            else if (char.IsLetterOrDigit(letter)
                || letter == '_'
                || char.IsSurrogate(letter)
                || letter is '.' or '@' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at == 0 || text[at - 1] == ' '))
            {
                var word = Word(text, at);
                tokens.Add(word);
                at = word.End;
            }
            else
            {
                var length = at + 1 < text.Length && text.AsSpan(at, 2) is ">=" or "<=" or "!=" or "==" or "<>" ? 2 : 1;
                tokens.Add(new Token(TokenKind.Sign, Sign(text.AsSpan(at, length)), at, at + length));
                at += length;
            }
        }
        return tokens;
    }

    // "total -> Total Mark", "w/ Paid in it": a language's file says which words such signs stand for.
    private static Token? Shorthand(string text, int at)
    {
        if (text[at] == '→')
            return new Token(TokenKind.Word, "->", at, at + 1);
        if (at + 1 >= text.Length)
            return null;
        if (text.AsSpan(at, 2) is "->")
            return new Token(TokenKind.Word, "->", at, at + 2);
        var isAlone = (at == 0 || char.IsWhiteSpace(text[at - 1])) && at + 2 < text.Length && char.IsWhiteSpace(text[at + 2]);
        return isAlone && char.IsAsciiLetterLower(text[at]) && text[at + 1] == '/' ? new Token(TokenKind.Word, text.Substring(at, 2), at, at + 2) : null;
    }

    /// <summary>A word as it is compared: lower case, without accents, apostrophes alike.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var ascii = true;
        foreach (var letter in text)
            ascii &= letter < 128;
        if (ascii)
            return text.ToString().ToLowerInvariant();
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Normalised(text.ToString()))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(letter is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(letter));
        return plain.ToString();
    }

    private static string Normalised(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half of a character that takes two has no such form; it is compared as it stands.
            return text;
        }
    }

    private static string Sign(ReadOnlySpan<char> sign) => sign switch
    {
        "×" or "·" or "∗" => "*",
        "÷" => "/",
        "−" or "–" or "—" => "-",
        "≥" => ">=",
        "≤" => "<=",
        "≠" or "<>" => "!=",
        "==" => "=",
        _ => sign.ToString(),
    };

    private static Token? Quotation(string text, int at)
    {
        var kind = Openings.IndexOf(text[at]);
        if (kind < 0 || at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at] is '\'' && text[at - 1] == '('))
            return null;
        var close = text[at] switch { '“' or '„' => '”', '‘' => '’', '«' => '»', '[' => ']', var same => same };
        var end = text.IndexOf(close, at + 1);
        // An apostrophe within a word closes nothing.
        while (close is '\'' or '’' && end > 0 && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))
            end = text.IndexOf(close, end + 1);
        if (end < 0 || end - at > 300 || end == at + 1)
            return null;
        var content = text[(at + 1)..end].Trim();
        return content.Length == 0 ? null : new Token(TokenKind.Quoted, Plain(content), at, end + 1) { Content = content, IsCapital = true };
    }

    private static Token? Number(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var whole = end - at;
        var comma = end + 1 < text.Length && text[end] == ',' && whole >= 2 && char.IsAsciiDigit(text[end + 1]);
        if (end + 1 < text.Length && (text[end] == '.' || comma) && char.IsAsciiDigit(text[end + 1]))
            for (end++; end < text.Length && char.IsAsciiDigit(text[end]);)
                end++;
        if (end < text.Length && (char.IsLetter(text[end]) || text[end] == '_') || end - at > 15
            || !decimal.TryParse(text.AsSpan(at, end - at).ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number))
            return null;
        var plain = text[at..end];
        var isPercent = end < text.Length && text[end] == '%';
        if (!isPercent && end + 1 < text.Length && text[end] == ' ' && text[end + 1] == '%')
            (isPercent, end) = (true, end + 1);
        return new Token(TokenKind.Number, plain, at, isPercent ? end + 1 : end) { Number = number, IsPercent = isPercent };
    }

    private static Token Word(string text, int at)
    {
        var end = text[at] is '.' or '@' ? at + 1 : at;
        while (end < text.Length
            && (char.IsLetterOrDigit(text[end])
            || char.IsSurrogate(text[end])
            || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format
            || text[end] is '_'
                || text[end] is '\'' or '’' or '-' or '.' or '@' or '+'
                    && end + 1 < text.Length
                    && (char.IsLetterOrDigit(text[end + 1]) || text[end + 1] == '_')))
            end++;
        return new Token(TokenKind.Word, Plain(text.AsSpan(at, end - at)), at, end) { IsCapital = char.IsUpper(text[at]) };
    }
}
