using System.Globalization;
using System.Text;

namespace Mlj.Values;

/// <summary>Names as people write them. Spelling and capitals are kept: nothing here rewrites a name, it only compares and chooses.</summary>
public static class PersonName
{
    /// <summary>The longest name that <see cref="TryGetWords"/> takes.</summary>
    internal const int LongestPlain = 128;

    private const int MostPlainWords = 16;

    // What the letters from À to ÿ are compared as; a question mark for those that become two letters or are none.
    private const string Western = "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y";

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
        Span<char> letters = stackalloc char[LongestPlain];
        Span<Range> found = stackalloc Range[MostPlainWords];
        if (TryGetWords(name, letters, found, out var count))
        {
            var plain = new string[count];
            for (var index = 0; index < count; index++)
                plain[index] = letters[found[index]].ToString();
            return plain;
        }
        var words = FoldAny(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        for (var index = 1; index < words.Length; index++)
            if (words[index] == words[index - 1])
                return [.. words.Distinct(StringComparer.Ordinal)];
        return words;
    }

    /// <summary>The same words without a string each, of a name that needs no tables: it is in western letters, not too long and of few words.</summary>
    /// <param name="name">The name.</param>
    /// <param name="letters">Where the folded name is put; <see cref="LongestPlain"/> or longer.</param>
    /// <param name="words">Where each word stands there.</param>
    /// <param name="count">How many words there are.</param>
    /// <returns>False for other names, and those of more words than there is room for.</returns>
    internal static bool TryGetWords(string name, Span<char> letters, Span<Range> words, out int count)
    {
        count = 0;
        if (name.Length > LongestPlain)
            return false;
        var (start, length) = (0, 0);
        foreach (var letter in name)
            if (char.IsAsciiLetterOrDigit(letter))
                letters[length++] = char.ToLowerInvariant(letter);
            else if (!char.IsAscii(letter))
            {
                if (letter is < 'À' or > 'ÿ' || Western[letter - 'À'] == '?')
                    return false;
                letters[length++] = Western[letter - 'À'];
            }
            else if (letter is not ('\'' or '`'))
            {
                if (!TryInsert(start..length, letters, words, ref count))
                    return false;
                start = length;
            }
        return TryInsert(start..length, letters, words, ref count);
    }

    /// <summary>Puts a word in its place among others, unless it is empty or there already.</summary>
    private static bool TryInsert(Range word, ReadOnlySpan<char> letters, Span<Range> words, ref int count)
    {
        if (letters[word].IsEmpty)
            return true;
        var place = count;
        for (; place > 0; place--)
        {
            var order = letters[words[place - 1]].SequenceCompareTo(letters[word]);
            if (order == 0)
                return true;
            if (order < 0)
                break;
        }
        if (count == words.Length)
            return false;
        words[place..count++].CopyTo(words[(place + 1)..]);
        words[place] = word;
        return true;
    }

    /// <summary>The name in lower case, NFKD, marks stripped, special letters folded, punctuation as spaces.</summary>
    private static string FoldAny(string name)
    {
        var folded = new StringBuilder(name.Length);
        Span<char> buffer = stackalloc char[2];
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
                    var lower = Rune.ToLowerInvariant(rune);
                    if (Fold(lower.Value) is { } latin)
                        folded.Append(latin);
                    else
                        folded.Append(buffer[..lower.EncodeToUtf16(buffer)]);
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

    /// <summary>What a letter that no form of Unicode takes apart is compared as; null for other letters.</summary>
    private static string? Fold(int letter) => letter switch
    {
        'ø' => "o",
        'đ' or 'ð' or 'ɗ' => "d",
        'ł' => "l",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        'ŋ' => "n",
        'ħ' => "h",
        'ɓ' => "b",
        'ƙ' => "k",
        'ƴ' => "y",
        'ς' => "σ",
        _ => null,
    };
}
