using System.Globalization;
using System.Text;
using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>Marks that tell two names of the same letters apart. Leaving them out is common; writing others, or none among tone marks, is another name.</summary>
internal static class NameMarks
{
    // Above and below a vowel, they are written by who writes the tones of a name: the hook, the horn, the dot below.
    private const string OfTones = "\u0309\u031b\u0323";

    /// <summary>Whether a word of both names is marked as two words are: <c>Tú</c> and <c>Tư</c>; <c>Hòa</c> and <c>Hoa</c> where the rest has tone marks.</summary>
    public static bool TellApart(string name, string other)
    {
        if (Ascii.IsValid(name) || Ascii.IsValid(other))
            return false;
        var (words, others) = (MarksOf(name), MarksOf(other));
        var haveTones = HasTones(words) && HasTones(others);
        return words.Any(word => others.TryGetValue(word.Key, out var marks) && marks != word.Value
            && (haveTones || (word.Value.Except(marks).Any() && marks.Except(word.Value).Any())));
    }

    /// <summary>The marks of each word, in order, so that it does not matter on which of two vowels one stands (<c>Hòa</c>, <c>Hoà</c>).</summary>
    private static Dictionary<string, string> MarksOf(string name)
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in name.Split(' ', ',', '-', '.'))
            if (PersonName.Fingerprint(word) is { Length: > 0 } letters)
                marks[letters] = string.Concat(word.ToLowerInvariant().InForm(NormalizationForm.FormKD)
                    .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark).Order());
        return marks;
    }

    private static bool HasTones(Dictionary<string, string> marks) => marks.Values.Any(each => each.AsSpan().ContainsAny(OfTones));
}
