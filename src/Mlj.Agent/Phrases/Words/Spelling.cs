using Mlj.Values;

namespace Mlj.Agent.Phrases.Words;

/// <summary>Mends misspelt words: letters that changed places, were left out or taken for others.</summary>
internal static class Spelling
{
    private const int ShortestMended = 4;
    private const int LongestMended = 18;

    /// <summary>The word that a misspelt one is meant for; null when none is near.</summary>
    /// <param name="token">The word.</param>
    /// <param name="language">The language.</param>
    /// <param name="protects">Words that are never taken for misspelt ones.</param>
    /// <param name="isFirst">Whether an order can begin with it.</param>
    public static string? Mended(Token token, PhraseLanguage language, Func<string, bool> protects, bool isFirst)
    {
        var word = token.Plain;
        if (token.Kind == TokenKind.Word && word.Length is 2 or 3 && !token.IsCapital && !protects(word) && word.All(char.IsAsciiLetter))
            return Shortest(word, language, isFirst);
        if (token.Kind != TokenKind.Word
            || word.Length is < ShortestMended or > LongestMended
            || token.IsCapital && !isFirst
            || protects(word)
            || !word.All(char.IsAsciiLetter))
            return null;
        var most = word.Length < 8 ? 1 : 2;
        string? best = null;
        var least = most + 1;
        foreach (var known in language.Spellings)
        {
            if (Math.Abs(known.Length - word.Length) > most || known[0] != word[0] && !(known[0] == word[1] && known[1] == word[0]))
                continue;
            var distance = IsSwapped(word, known) ? 1 : Nearness.Distance(word, known, most);
            // A letter left out is likelier than one taken for another.
            if (distance < least || distance == least && best is not null && known.Length > best.Length && best.Length == word.Length)
                (best, least) = (known, distance);
        }
        return best;
    }

    // "teh"; and where an order begins, a letter that was left out: "ran", "ad".
    private static string? Shortest(string word, PhraseLanguage language, bool isFirst) =>
        language.Short.FirstOrDefault(known => known.Length == word.Length && known != word && known.Order().SequenceEqual(word.Order()) && Nearness.Distance(word, known, 1) == 1)
        ?? (isFirst ? language.Orders.FirstOrDefault(known => known.Length == word.Length + 1 && known[0] == word[0] && Nearness.Distance(word, known, 1) == 1) : null);

    /// <summary>Whether two letters changed places: bouns, bonus.</summary>
    public static bool IsSwapped(string word, string known)
    {
        if (word.Length != known.Length)
            return false;
        var at = 0;
        while (at < word.Length && word[at] == known[at])
            at++;
        return at + 1 < word.Length && word[at] == known[at + 1] && word[at + 1] == known[at] && word.AsSpan(at + 2).SequenceEqual(known.AsSpan(at + 2));
    }

    /// <summary>Whether one slip of the pen makes one of the other.</summary>
    public static bool IsOneSlip(string word, string known) => IsSwapped(word, known) || Nearness.Distance(word, known, 1) <= 1;
}
