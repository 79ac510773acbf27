using System.Globalization;
using System.Text;

namespace Mlj.Values;

/// <summary>Names as people write them. Spelling and capitals are kept: nothing here rewrites a name, it only compares and chooses.</summary>
public static class PersonName
{
    private const int LongestOnStack = 128;

    /// <summary>The name with white space and invisible characters tidied; null when nothing is left.</summary>
    public static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var tidied = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                if (tidied.Length > 0 && tidied[^1] != ' ')
                    tidied.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control)
                || character is '\u200c' or '\u200d')
                tidied.Append(character);
        }
        if (tidied.Length > 0 && tidied[^1] == ' ')
            tidied.Length--;
        return tidied.Length == 0 ? null : tidied.ToString();
    }

    /// <summary>
    /// The key under which two spellings are the same name: lower case, NFKD, marks stripped, special letters folded, punctuation to
    /// space, words sorted and unique. <c>OKAFOR, Adé</c> and <c>ade okafor</c> have one fingerprint. Empty when no letter is left.
    /// </summary>
    public static string Fingerprint(string? name) => string.Join(' ', Words(name));

    /// <summary>The words of the <see cref="Fingerprint"/>: folded, sorted, each once.</summary>
    internal static string[] Words(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return [];
        var words = (Ascii.IsValid(name) ? FoldPlain(name) : FoldAny(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        for (var index = 1; index < words.Length; index++)
            if (words[index] == words[index - 1])
                return [.. words.Distinct(StringComparer.Ordinal)];
        return words;
    }

    /// <summary>What <see cref="FoldAny"/> does, for letters that need no tables.</summary>
    private static string FoldPlain(string name)
    {
        Span<char> folded = name.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[name.Length];
        var length = 0;
        foreach (var letter in name)
            if (char.IsAsciiLetterOrDigit(letter))
                folded[length++] = char.ToLowerInvariant(letter);
            else if (letter is not ('\'' or '`'))
                folded[length++] = ' ';
        return folded[..length].ToString();
    }

    /// <summary>The name in lower case, NFKD, marks stripped, special letters folded, punctuation as spaces.</summary>
    private static string FoldAny(string name)
    {
        var folded = new StringBuilder(name.Length);
        // The acute accent on its own, which some keyboards give for an apostrophe, would become a space with a mark.
        foreach (var rune in name.Replace('´', '\'').InForm(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            {
                folded.Append(char.ToLowerInvariant((char)rune.Value));
                continue;
            }
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter:
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark:
                    folded.Append(Fold(Rune.ToLowerInvariant(rune).ToString()));
                    break;
                default:
                    if (rune.Value is not ('\'' or '‘' or '’' or '`'))
                        folded.Append(' ');
                    break;
            }
        }
        return folded.ToString();
    }

    /// <summary>
    /// Whether two names can be spellings of one: a word in common up to a slip or two, an initial for a word, or the same letters with the
    /// spaces elsewhere. Made to find names that have nothing to do with each other, not to tell people apart.
    /// </summary>
    public static bool AreAlike(string name, string other)
    {
        var (words, others) = (Fingerprint(name).Split(' '), Fingerprint(other).Split(' '));
        return Array.Exists(words, word => Array.Exists(others, each => AreAlikeWords(word, each))) || Nearness.Distance(Letters(words), Letters(others), 2) <= 2;
    }

    /// <summary>
    /// The spelling to show for one person: one of several words rather than one, mixed capitals rather than all capitals or all small,
    /// then the one with the most words that are more than an initial, the most frequent, the longest, the first given.
    /// </summary>
    /// <param name="spellings">Each spelling that occurs, as often as it occurs, tidied.</param>
    /// <returns>One of the spellings; null when there is none.</returns>
    public static string? Choose(IReadOnlyList<string> spellings)
    {
        ArgumentNullException.ThrowIfNull(spellings);
        return spellings.Count switch
        {
            0 => null,
            _ when spellings.All(spelling => spelling == spellings[0]) => spellings[0],
            _ => spellings
                .Select((spelling, index) => (spelling, index))
                .GroupBy(each => each.spelling, StringComparer.Ordinal)
                .OrderByDescending(group => WordCount(group.Key) > 1)
                .ThenByDescending(group => HasMixedCapitals(group.Key))
                .ThenByDescending(group => FullWords(group.Key))
                .ThenByDescending(group => group.Count())
                .ThenByDescending(group => group.Key.Length)
                .ThenBy(group => group.First().index)
                .First().Key,
        };
    }

    private static int WordCount(string name) => name.Count(character => character == ' ') + 1;

    private static int FullWords(string name) => name.Split(' ').Count(word => word.Count(char.IsLetter) > 1);

    private static bool HasMixedCapitals(string name)
    {
        bool upper = false, lower = false, cased = false;
        foreach (var character in name)
        {
            upper |= char.IsUpper(character);
            lower |= char.IsLower(character);
            cased |= char.IsUpper(character) || char.IsLower(character);
        }
        return (upper && lower) || !cased;
    }

    private static bool AreAlikeWords(string word, string other) => word == other
        || (word.Length == 1 && other.StartsWith(word, StringComparison.Ordinal))
        || (other.Length == 1 && word.StartsWith(other, StringComparison.Ordinal))
        || (Math.Min(word.Length, other.Length) >= 4 && Nearness.Distance(word, other, 2) <= (Math.Min(word.Length, other.Length) >= 7 ? 2 : 1));

    private static string Letters(string[] words)
    {
        var letters = string.Concat(words).ToCharArray();
        Array.Sort(letters);
        return new string(letters);
    }

    private static string Fold(string letter) => letter switch
    {
        "ø" => "o",
        "đ" or "ð" or "ɗ" => "d",
        "ł" => "l",
        "ß" => "ss",
        "æ" => "ae",
        "œ" => "oe",
        "þ" => "th",
        "ı" => "i",
        "ŋ" => "n",
        "ħ" => "h",
        "ɓ" => "b",
        "ƙ" => "k",
        "ƴ" => "y",
        "ς" => "σ",
        _ => letter,
    };
}
