using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>How two names are alike.</summary>
internal enum NameLikeness
{
    Unknown,
    Same,
    Abbreviated,
    Reordered,
    Fuller,
    Generation,
    WithoutFirst,
    Initials,
    Near,
    OneWord,
    OtherScript,
    PartOnly,
    Other,
}

/// <summary>A name as it is compared: its words in lower case, without marks, punctuation and titles, in no order.</summary>
internal sealed class NameWords
{
    /// <summary>The most words of a name.</summary>
    public const int Most = 16;

    private NameWords(string shown, string[] words)
    {
        Shown = shown;
        Words = words;
    }

    /// <summary>The name as somebody wrote it.</summary>
    public string Shown { get; }

    /// <summary>The words in the order of the alphabet.</summary>
    public string[] Words { get; }

    /// <summary>The words as they were written; what stands behind a comma (<c>Quill, Ada</c>) comes first.</summary>
    public string[] InOrder => field ??= FindOrder();

    /// <summary>The word that was written first.</summary>
    public string First => InOrder[0];

    /// <summary>Whether it is one word or has an initial, so that other names can be the same in full: <c>Grace</c>, <c>G. Quill</c>.</summary>
    public bool IsPartOfAName => (Words.Length == 1 && !IsWholeName(Words[0])) || Array.Exists(Words, static word => word.Length == 1);

    /// <summary>The name's words; null when none is left.</summary>
    public static NameWords? Of(string name)
    {
        var words = PersonName.Words(name);
        if (HasTitle(words) && Array.FindAll(words, static word => !IdentityWords.Instance.Titles.Contains(word)) is { Length: > 0 } bare)
            words = bare;
        return words.Length is 0 or > Most ? null : new NameWords(name, words);
    }

    /// <summary>Takes the titles out of the words of a name, unless nothing would be left.</summary>
    /// <param name="letters">Where the words stand.</param>
    /// <param name="words">The words; those that stay are moved to the front.</param>
    /// <returns>How many stay.</returns>
    public static int WithoutTitles(ReadOnlySpan<char> letters, Span<Range> words)
    {
        var titles = IdentityWords.Instance.Titles;
        var kept = 0;
        foreach (var word in words)
            if (!titles.Contains(letters[word]))
                words[kept++] = word;
        return kept == 0 ? words.Length : kept;
    }

    private static bool HasTitle(string[] words)
    {
        var titles = IdentityWords.Instance.Titles;
        foreach (var word in words)
            if (titles.Contains(word))
                return true;
        return false;
    }

    /// <summary>Whether two spellings have the same words in the same order.</summary>
    public bool IsWrittenAs(NameWords other) => Words.AsSpan().SequenceEqual(other.Words) && InOrder.AsSpan().SequenceEqual(other.InOrder);

    /// <summary>Whether this spelling says nothing that the other does not say in full: <c>A. Quill</c> beside <c>Ada Joy Quill</c>.</summary>
    public bool SaysNoMoreThan(NameWords other) => Words.Length <= other.Words.Length && Letters < other.Letters
        && new Match(Words, other.Words) is { LeftOver: 0, Near: 0, Full: > 0 };

    /// <summary>How two names are alike.</summary>
    public static NameLikeness Compare(NameWords one, NameWords other)
    {
        var match = new Match(one.Words, other.Words);
        var kept = match.Full + match.Near;
        if (match is { LeftOver: > 0, OtherLeftOver: > 0 })
            return kept > 0 ? NameLikeness.PartOnly : one.IsLatin != other.IsLatin ? NameLikeness.OtherScript
                : match.Initials > 0 && match.Shortest == match.Initials ? NameLikeness.Unknown : NameLikeness.Other;
        if (kept == 0)
            return NameLikeness.Unknown;
        if (match.Near > 0)
            return kept + match.Initials > 1 || (match.LeftOver == 0 && match.OtherLeftOver == 0) ? NameLikeness.Near : NameLikeness.Unknown;
        if (NameMarks.TellApart(one.Shown, other.Shown))
            return NameLikeness.Near;
        if (match.Full > 1)
            return one.OfGeneration(other) || other.OfGeneration(one) ? NameLikeness.Generation
                : (match.LeftOver > 0 && !other.Gives(one.First)) || (match.OtherLeftOver > 0 && !one.Gives(other.First)) ? NameLikeness.WithoutFirst
                : !IsInOrder(one.InOrder, other.InOrder) ? NameLikeness.Reordered
                : match.LeftOver + match.OtherLeftOver > 0 ? NameLikeness.Fuller
                : match.Initials > 0 ? NameLikeness.Abbreviated : NameLikeness.Same;
        return match.Initials > 0 ? NameLikeness.Initials
            : match is { LeftOver: 0, OtherLeftOver: 0 } && IsWholeName(one.Words[0]) ? NameLikeness.Same : NameLikeness.OneWord;
    }

    /// <summary>Whether a word without a space is a whole name, as in Chinese, Japanese and Korean.</summary>
    private static bool IsWholeName(string word) => word.Length > 1 && word.All(letter => letter is (>= '\u3040' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3'));

    /// <summary>The words that both names have in full.</summary>
    public IEnumerable<string> InCommonWith(NameWords other) => Words.Where(word => word.Length > 1 && other.Words.Contains(word, StringComparer.Ordinal));

    /// <summary>Whether it has a word that the other has not and that tells father and son apart, or the people of one name: <c>Jr</c>, <c>Hijo</c>, <c>II</c>, <c>2</c>.</summary>
    private bool OfGeneration(NameWords other) => Array.Exists(Words, word => word != First && !other.Words.Contains(word)
        && (IdentityWords.Instance.Generations.Contains(word) || (word.Length < 3 && word.All(char.IsAsciiDigit))));

    /// <summary>
    /// Whether the words of the shorter name come one after another in the longer one, the family name being first or last. Of two words, both can
    /// be a given name, and nothing tells which is.
    /// </summary>
    private static bool IsInOrder(string[] one, string[] other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        for (var first = 0; first < (shorter.Length > 2 ? longer.Length : 1); first++)
            if (Follows(shorter, [.. longer[first..], .. longer[..first]]))
                return true;
        return string.Concat(one) == string.Concat(other);
    }

    private static bool Follows(string[] words, string[] among)
    {
        var next = 0;
        foreach (var word in among)
            if (next < words.Length && (words[next] == word || (Math.Min(word.Length, words[next].Length) == 1 && word[0] == words[next][0])))
                next++;
        return next == words.Length;
    }

    private string[] FindOrder()
    {
        var comma = Shown.IndexOf(',');
        var turned = comma < 0 ? Shown : $"{Shown[(comma + 1)..]} {Shown[..comma]}";
        string[] words = [.. turned.Split(' ', ',').SelectMany(PersonName.Words).Where(Words.Contains).Distinct(StringComparer.Ordinal)];
        return words.Length == Words.Length ? words : Words;
    }

    /// <summary>Whether all words of the shorter name are in the other, but for a slip in one that is too short to be told from another name, or its beginning alone.</summary>
    public bool IsASlipOf(NameWords other)
    {
        var (shorter, longer) = Words.Length <= other.Words.Length ? (Words, other.Words) : (other.Words, Words);
        return shorter.Except(longer).ToList() is [{ Length: > 1 } odd] && longer.Except(shorter).Any(word => word.Length > 1
            && (word.StartsWith(odd, StringComparison.Ordinal) || odd.StartsWith(word, StringComparison.Ordinal) || Nearness.Distance(odd, word, 1) == 1));
    }

    /// <summary>Whether a letter of it is Latin. A name in another script says nothing about the same one in Latin letters.</summary>
    private bool IsLatin => Array.Exists(Words, static word => word.Any(char.IsAsciiLetter));

    private bool Gives(string word) => Array.Exists(Words, each => each == word || (each.Length == 1 && word.StartsWith(each, StringComparison.Ordinal)));

    private int Letters => Words.Sum(word => word.Length);

    /// <summary>The words of two names matched one to one: the same, written together, nearly the same, an initial for a word.</summary>
    private readonly struct Match
    {
        public Match(string[] one, string[] other)
        {
            Shortest = Math.Min(one.Length, other.Length);
            Span<bool> used = stackalloc bool[one.Length];
            Span<bool> taken = stackalloc bool[other.Length];
            Full = Pair(one, other, used, taken, static (word, each) => word.Length > 1 && word == each);
            var joined = PairJoined(one, other, used, taken) + PairJoined(other, one, taken, used);
            Full += joined;
            Near = Pair(one, other, used, taken, IsNear);
            Initials = Pair(one, other, used, taken, IsInitial);
            LeftOver = used.Count(false);
            OtherLeftOver = taken.Count(false);
        }

        /// <summary>Words that are the same.</summary>
        public int Full { get; }

        public int Near { get; }

        public int Initials { get; }

        public int LeftOver { get; }

        public int OtherLeftOver { get; }

        public int Shortest { get; }

        private static int Pair(string[] one, string[] other, Span<bool> used, Span<bool> taken, Func<string, string, bool> fits)
        {
            var count = 0;
            for (var index = 0; index < one.Length; index++)
                for (var against = 0; against < other.Length && !used[index]; against++)
                    if (!taken[against] && fits(one[index], other[against]))
                    {
                        used[index] = taken[against] = true;
                        count++;
                    }
            return count;
        }

        /// <summary>A word of the one that is two words of the other: <c>Okwuosa-Reed</c>, <c>Okwuosareed</c>. Two words of a name count as two.</summary>
        private static int PairJoined(string[] one, string[] other, Span<bool> used, Span<bool> taken)
        {
            if (used.Count(false) < 2 || taken.Count(false) == 0)
                return 0;
            for (var first = 0; first < one.Length; first++)
                for (var second = 0; second < one.Length; second++)
                    for (var against = 0; against < other.Length; against++)
                        if (first != second && !used[first] && !used[second] && !taken[against] && other[against].Length == one[first].Length + one[second].Length
                            && other[against].StartsWith(one[first], StringComparison.Ordinal) && other[against].EndsWith(one[second], StringComparison.Ordinal))
                        {
                            used[first] = used[second] = taken[against] = true;
                            return 2;
                        }
            return 0;
        }

        /// <summary>A slip in a word of some length, or a short form that begins or ends as the word does.</summary>
        private static bool IsNear(string word, string other)
        {
            var shorter = Math.Min(word.Length, other.Length);
            return shorter >= 4 && (word.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(word, StringComparison.Ordinal)
                || word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal)
                || Nearness.Distance(word, other, 2) <= (shorter >= 8 ? 2 : 1));
        }

        private static bool IsInitial(string word, string other) =>
            (word.Length == 1 && other.StartsWith(word, StringComparison.Ordinal)) || (other.Length == 1 && word.StartsWith(other, StringComparison.Ordinal));
    }
}
