using System.Globalization;
using System.Net;
using System.Text;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>Headings as they are compared, and the maximum that some of them carry.</summary>
internal static class HeadingText
{
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
                kept.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark)
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

    /// <summary>
    /// The heading without its maximum, and the maximum: <c>Total Marks (24)</c>, <c>Grade/10.00</c>, <c>Score /10</c>,
    /// <c>Total Score (0 - 100)</c>, <c>Score out of 30</c>, <c>Points [20 pts]</c>. A comma counts as a decimal mark.
    /// </summary>
    public static (string Text, decimal? Maximum) SplitMaximum(string heading)
    {
        var text = heading.Trim();
        if (text.Length == 0)
            return (text, null);
        if (text[^1] is ')' or ']' && text.LastIndexOfAny(['(', '[']) is > 0 and var open
            && InBrackets(text.AsSpan(open + 1, text.Length - open - 2)) is > 0 and var bracketed)
            return (text[..open].TrimEnd(), bracketed);
        if (text.LastIndexOf('/') is > 0 and var slash && Number(text.AsSpan(slash + 1)) is > 0 and var behindSlash)
            return (text[..slash].TrimEnd(), behindSlash);
        if (text.LastIndexOf(" out of ", StringComparison.OrdinalIgnoreCase) is > 0 and var outOf && Number(text.AsSpan(outOf + 8)) is > 0 and var behindWords)
            return (text[..outOf].TrimEnd(), behindWords);
        return (text, null);
    }

    private static decimal? InBrackets(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        foreach (var lead in (ReadOnlySpan<string>)["out of", "max.", "maximum", "max", "of", "/"])
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                return Number(text[lead.Length..]);
        if (text.IndexOfAny("-–") is > 0 and var dash && Number(text[..dash]) is 0)
            return Number(text[(dash + 1)..]);
        foreach (var unit in RecognitionWords.Instance.Units)
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && Number(text[..^unit.Length]) is { } number)
                return number;
        return Number(text);
    }

    private static decimal? Number(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimStart(':').Trim();
        Span<char> digits = stackalloc char[24];
        if (text.IsEmpty || text.Length > digits.Length)
            return null;
        text.Replace(digits, ',', '.');
        return decimal.TryParse(digits[..text.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
