using System.Globalization;
using System.Net;
using System.Text;
using Mlj.Values;

namespace Mlj.Recognition.Words;

/// <summary>Headings as they are compared, and the words and numbers that a text begins with.</summary>
internal static class HeadingText
{
    // A capital sigma does not say whether it ends its word.
    private const int FinalSigma = 'ς';

    /// <summary>
    /// The heading in lower case, without HTML entities, marks, emoji and punctuation, words parted by one space:
    /// <c>" E-Mail&amp;nbsp;Adresse *"</c> is <c>e mail adresse</c>.
    /// </summary>
    public static string Normalise(string text)
    {
        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        var kept = new StringBuilder(decoded.Length);
        foreach (var rune in decoded.InForm(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                kept.Append(rune.Value == FinalSigma ? "σ" : Rune.ToLowerInvariant(rune).ToString());
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark)
                && kept.Length > 0 && kept[^1] != ' ')
                kept.Append(' ');
        }
        return kept.ToString().TrimEnd();
    }

    /// <summary>Whether the words of a phrase stand in a normalised heading, in order and whole.</summary>
    public static bool ContainsWords(string heading, string phrase)
    {
        for (var at = heading.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = heading.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || heading[at - 1] == ' ') && (end == heading.Length || heading[end] == ' '))
                return true;
        }
        return false;
    }

    /// <summary>The number at the start of a text, in the digits of any script, and how long it is; null when none stands there.</summary>
    public static decimal? NumberAt(ReadOnlySpan<char> text, out int length)
    {
        Span<char> digits = stackalloc char[24];
        for (length = 0; length < text.Length; length++)
        {
            var character = text[length];
            if (!char.IsDigit(character) && !(character is '.' or ',' && length > 0 && length + 1 < text.Length && char.IsDigit(text[length + 1])))
                break;
            if (length == digits.Length)
                return null;
            digits[length] = char.IsDigit(character) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)) : '.';
        }
        return length > 0 && decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>How long the word is that a text begins with; 0 when it begins with none.</summary>
    public static int WordAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetter(text[length]) || (length > 0 && IsMark(text[length]))))
            length++;
        return length;
    }

    private static bool IsMark(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
