using Mlj.Values;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>Whether words are alike, as people write them.</summary>
internal static class Likeness
{
    // companies, company
    private static bool IsPlural(string word, string other) =>
        word.Length == other.Length + 2
        && word.EndsWith("ies", StringComparison.Ordinal)
        && other[^1] == 'y'
        && word.AsSpan(0, word.Length - 3).SequenceEqual(other.AsSpan(0, other.Length - 1));

    /// <summary>Whether two words are one, with an ending of number or a slip of the pen aside.</summary>
    public static bool IsSame(string word, string other)
    {
        if (word == other || IsPlural(word, other) || IsPlural(other, word))
            return true;
        var least = Math.Min(word.Length, other.Length);
        // id, ids
        if (least == 2 && (word == other + "s" || other == word + "s"))
            return true;
        if (least < 3 || word[0] != other[0])
            return false;
        if (Math.Abs(word.Length - other.Length) <= 3
            && (word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal))
            && (word.Length > other.Length ? word : other)[least..] is "s" or "es" or "zes" or "x")
            return true;
        return least >= 5 && Nearness.Distance(word, other, least >= 8 ? 2 : 1) <= (least >= 8 ? 2 : 1);
    }
}
