using System.Globalization;
using System.Text;

namespace Mlj.Agent.ColdEmails;

/// <summary>Given texts as one line, and shorter.</summary>
internal static class FactText
{
    /// <summary>The text in one line: no line breaks, no invisible characters, single spaces, no half characters; empty when nothing is left.</summary>
    public static string Line(string? text)
    {
        var line = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                line.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) && rune != Rune.ReplacementChar)
                line.Append(rune);
        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A line of at most so many characters and words, cut between words where it can be and never within a number; empty when nothing fits.</summary>
    public static string Short(string line, int characters, int words = int.MaxValue)
    {
        var kept = new StringBuilder();
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(words))
            if (kept.Length + (kept.Length > 0 ? 1 : 0) + word.Length <= characters)
                kept.Append(kept.Length > 0 ? " " : "").Append(word);
            else
            {
                if (kept.Length == 0)
                    kept.Append(Cut(word, characters));
                break;
            }
        return kept.ToString();
    }

    private static string Cut(string word, int characters)
    {
        var end = 0;
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length <= characters)
            end = elements.ElementIndex + elements.GetTextElement().Length;
        // A part of a number is another number.
        if (end < word.Length && IsOfNumber(word[end]))
            while (end > 0 && IsOfNumber(word[end - 1]))
                end--;
        return word[..end];
    }

    private static bool IsOfNumber(char character) => char.IsDigit(character) || character is '.' or ',' || char.IsSurrogate(character);
}
