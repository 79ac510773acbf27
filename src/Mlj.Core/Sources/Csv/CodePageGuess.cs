using System.Buffers;
using System.Text;

namespace Mlj.Sources.Csv;

/// <summary>
/// Finds the Windows code page of a text that is no UTF-8, as a spreadsheet program saves it: that of the language whose letters stand in
/// its words. Where that is not plain, the text stays in Windows-1252.
/// </summary>
internal static class CodePageGuess
{
    private const int Wrong = -2;
    private const int OfWord = 3;
    private const int MostWords = 3;

    /// <summary>How much better than the languages of Windows-1252 another must fit: one letter that none of them has is not enough.</summary>
    private const int Plainly = 4;

    private const string Neutral = "\u00a0'’‘“”„«»–—…•·€°§´`™®©";

    /// <summary>Judges a part of the text.</summary>
    /// <param name="sample">Bytes that are not all UTF-8.</param>
    /// <returns>The code page and the language that speaks for it; null for Windows-1252.</returns>
    public static (Encoding Encoding, string Language)? Of(ReadOnlySpan<byte> sample)
    {
        if (IsMostlyUtf8(sample))
            return null;
        (int Score, CodePageLanguage? Language) western = (0, null), other = (0, null);
        foreach (var page in CodePageLanguage.All.GroupBy(each => each.CodePage))
        {
            var text = Open(page.Key).GetString(sample);
            foreach (var language in page)
            {
                ref var best = ref page.Key == 1252 ? ref western : ref other;
                if (Score(text, language) is var score && (best.Language is null || score > best.Score))
                    best = (score, language);
            }
        }
        return other.Score > 0 && other.Score >= western.Score + Plainly ? (Open(other.Language!.CodePage), other.Language.Name) : null;
    }

    // The code pages are asked for one by number, so that nothing is registered for the whole program.
    private static Encoding Open(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    /// <summary>Whether the text is UTF-8 but for a line from elsewhere; few letters of a code page look so by chance.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> sample)
    {
        const int ByChance = 4;
        int whole = 0, broken = 0;
        while (!sample.IsEmpty)
        {
            var length = Rune.DecodeFromUtf8(sample, out _, out var consumed) == OperationStatus.Done ? consumed : 0;
            whole += length > 1 ? 1 : 0;
            broken += length == 0 ? 1 : 0;
            sample = sample[Math.Max(1, length)..];
        }
        return broken <= whole * ByChance;
    }

    /// <summary>How well a text fits a language: its letters beyond ASCII where they can stand, less those that cannot, and its words.</summary>
    private static int Score(string text, CodePageLanguage language)
    {
        var score = 0;
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            if (!IsOfWord(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && IsOfWord(text[at]))
                score += Judge(text, start, at++, language);
            if (language.Words.Length > found.Count && Array.IndexOf(language.Words, text[start..at].ToLowerInvariant()) is >= 0 and var word)
                found.Add(language.Words[word]);
        }
        return score + OfWord * Math.Min(found.Count, MostWords);
    }

    private static int Judge(string text, int start, int at, CodePageLanguage language)
    {
        var character = text[at];
        if (char.IsAscii(character))
            return 0;
        var before = at > start ? text[at - 1] : ' ';
        var after = at + 1 < text.Length && IsOfWord(text[at + 1]) ? text[at + 1] : ' ';
        if (!language.Letters.Contains(char.ToLowerInvariant(character)) || char.IsAsciiDigit(before) || char.IsAsciiDigit(after) || (char.IsUpper(character) && char.IsLower(before)))
            return Wrong;
        // Latin words have an odd letter here and there; words of other scripts have no other.
        var isStrange = language.IsLatin ? !char.IsAscii(before) : char.IsAsciiLetter(before) || char.IsAsciiLetter(after) || (character == 'ς' && after != ' ');
        return isStrange ? Wrong : 1;
    }

    private static bool IsOfWord(char character) => char.IsAscii(character) ? char.IsAsciiLetterOrDigit(character) : !Neutral.Contains(character);
}
