namespace Mlj.Agent.Phrases.Words;

/// <summary>Gives the tokens of a message their meanings, in the language that most of its words are of. Safe to share between threads.</summary>
internal sealed class Lexicon(IReadOnlyList<PhraseLanguage> languages)
{
    private const int LongestObject = 4;

    private static readonly Meanings Places =
        Meanings.Of(Meaning.In, Meaning.Into, Meaning.To, Meaning.As, Meaning.By, Meaning.From, Meaning.At, Meaning.First, Meaning.Last, Meaning.Called);

    private static readonly Meanings Stayers = Meanings.Of(Meaning.Person, Meaning.Who, Meaning.Them);

    private static readonly Meanings Takers = Meanings.Of(Meaning.Remove, Meaning.Clear, Meaning.Hide);

    private static readonly Meanings Orders = Grammar.Verbs | Grammar.NounVerbs;

    public PhraseLanguage First => languages[0];

    /// <summary>The language that most words are of; the first when none is.</summary>
    public PhraseLanguage LanguageOf(IReadOnlyList<Token> tokens)
    {
        var best = languages[0];
        var most = 0;
        foreach (var language in languages)
        {
            var count = tokens.Count(token =>
                token.Kind == TokenKind.Word
                    && (language.Phrases.TryGetValue(token.Plain, out var phrases) && phrases[^1].Words.Length == 1 && !IsDoubtful(token.Plain, phrases[^1].Means, languages[0])
                        || language.Numbers.ContainsKey(token.Plain)));
            if (count > most)
                (best, most) = (language, count);
        }
        return best;
    }

    /// <summary>The tokens with their meanings; words that together mean something become one token.</summary>
    /// <param name="tokens">The tokens as they were cut.</param>
    /// <param name="language">The language to begin with; the others are asked for what it does not know.</param>
    /// <param name="protects">Words that are never taken for misspelt ones.</param>
    /// <param name="mends">Whether misspelt words are mended at all.</param>
    public List<Token> Understand(IReadOnlyList<Token> tokens, PhraseLanguage language, Func<string, bool> protects, bool mends = true)
    {
        var parted = Parted(tokens, language, protects);
        var shouting = parted.Count(token => token.IsCapital) > parted.Count / 2;
        var result = new List<Token>(parted.Count);
        for (var at = 0; at < parted.Count;)
        {
            var (token, used) = Next(parted, at, language);
            if (token is null
                && mends
                && Spelling.Mended(parted[at], language, protects, isFirst: shouting
                    || at == 0 && !(parted.Count > 1 && parted[1] is { IsCapital: true, Kind: TokenKind.Word })) is { } mended)
            {
                var (known, more) = Next([.. parted.Take(at), parted[at] with { Plain = mended }, .. parted.Skip(at + 1).Take(6)], at, language);
                // What takes something away is never read out of two slips.
                if (known is not null && !(known.IsAny(Takers) && !Spelling.IsOneSlip(parted[at].Plain, mended)))
                    (token, used) = (known with { IsMended = true }, more);
            }
            result.Add(token ?? parted[at]);
            at += Math.Max(1, used);
        }
        Join(result, language);
        Place(result);
        return result;
    }

    // "take that column off" is "take off", though other words stand between.
    private static void Join(List<Token> tokens, PhraseLanguage language)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Word || tokens[at].Plain.Contains(' ') || !language.Phrases.TryGetValue(tokens[at].Plain, out var phrases))
                continue;
            for (var next = at + 2; next < tokens.Count && next - at <= 7 && tokens[next - 1].Kind != TokenKind.Sign && !(tokens[next - 1].IsAny(Grammar.Verbs) && !tokens[next - 1].Is(Meaning.List)); next++)
                if (language.Particles.Contains(tokens[next].Plain.Split(' ')[0])
                    && phrases.FirstOrDefault(phrase =>
                        phrase.Words.Length == 2 && phrase.Words[1] == tokens[next].Plain.Split(' ')[0]) is { } phrase)
                {
                    tokens[at] = tokens[at] with { Means = tokens[at].Means | phrase.Means };
                    break;
                }
        }
    }

    // What should go into a column, to the top or from the highest to the lowest is not to be removed; "cut this down to the best" says what stays.
    private static void Place(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
            if (tokens[at].Is(Meaning.Remove) && tokens[at].Kind == TokenKind.Word && IsDownTo(tokens, at))
                tokens[at] = tokens[at] with { Means = Meanings.Of(Meaning.Keep) };
        for (var at = 0; at + 1 < tokens.Count; at++)
            if (tokens[at].Is(Meaning.Leave) && tokens[at + 1].IsAny(Places))
                tokens[at] = tokens[at] with { Means = default };
    }

    private static bool IsDownTo(List<Token> tokens, int at)
    {
        for (var next = at + 1; next + 2 < tokens.Count && next - at <= LongestObject && !EndsObject(tokens[next]); next++)
            if (tokens[next + 1].Is(Meaning.To) && tokens[next + 2].Number is null
                && (tokens[next].Is(Meaning.Down) || tokens[next].Is(Meaning.Table) && tokens.Skip(next + 2).Take(2).HasAny(Stayers)))
                return true;
        return false;
    }

    private static bool EndsObject(Token token) =>
        token.Kind == TokenKind.Sign || token.IsOwner || token.IsAny(Grammar.Verbs | Grammar.Comparisons) && !token.IsAny(Meaning.Table, Meaning.Down);

    /// <summary>What one word means in any language; nothing for words that no list has.</summary>
    public Meanings MeansOf(string plain) =>
        languages.Aggregate(default(Meanings), (all, language) => language.Phrases.TryGetValue(plain, out var phrases)
        && phrases[^1].Words.Length == 1
        ? all | phrases[^1].Means
        : all);

    /// <summary>Whether a word ends as words for people do: volunteer, trainee.</summary>
    public bool IsForPeople(string plain) =>
        plain.Length > 4 && languages.Any(language => language.PeopleEndings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>What the words of a heading mean in each language, none mended.</summary>
    public IEnumerable<List<Token>> Understand(string heading)
    {
        var tokens = Tokeniser.Read(heading);
        return languages.Select(language => Understand(tokens, language, _ => true, mends: false));
    }

    private (Token? Token, int Used) Next(List<Token> tokens, int at, PhraseLanguage language)
    {
        if (tokens[at].Kind != TokenKind.Word)
            return (tokens[at], 1);
        var (found, used) = Known(tokens, at, language);
        if (found is null || used == 1 && found.IsUnknown && found.Number is null && found.Ordinal is null)
            foreach (var other in languages)
                if (other != language && Known(tokens, at, other) is { Token: { } known } theirs)
                    return theirs.Used == 1 && IsDoubtful(tokens[at].Plain, known.Means, language) ? (tokens[at], 1) : (known, theirs.Used);
        return (found, used);
    }

    // "garde" is "keep" in French, or "grade" with two letters that changed places: which one is asked.
    private static bool IsDoubtful(string word, Meanings means, PhraseLanguage language)
    {
        var orders = means & Orders;
        return !orders.IsEmpty
            && !language.Phrases.ContainsKey(word)
            && language.Phrases.Any(each => each.Value[^1] is { Words.Length: 1 } known && known.Means.HasAny(Orders) && !known.Means.HasAny(orders) && Spelling.IsSwapped(word, each.Key));
    }

    private static (Token? Token, int Used) Known(List<Token> tokens, int at, PhraseLanguage language)
    {
        var word = tokens[at];
        Token? found = null;
        var used = 0;
        if (language.Phrases.TryGetValue(word.Plain, out var phrases))
            foreach (var phrase in phrases)
                if (Stands(phrase.Words, tokens, at))
                {
                    used = phrase.Words.Length;
                    found = word with
                    {
                        Plain = used == 1 ? word.Plain : string.Join(' ', phrase.Words),
                        End = tokens[at + used - 1].End,
                        Means = phrase.Means,
                        Action = phrase.Action,
                        Settings = phrase.Settings,
                    };
                    break;
                }
        if (Counted(tokens, at, language) is { Used: > 0 } number && number.Used >= used)
        {
            // What "one" means besides, "one hundred" does not.
            found = (number.Used > used ? word : found ?? word) with
            {
                Kind = TokenKind.Number,
                Plain = word.Plain,
                End = tokens[at + number.Used - 1].End,
                Number = number.Value,
            };
            used = number.Used;
        }
        if (used <= 1 && language.Ordinals.TryGetValue(word.Plain, out var ordinal))
            (found, used) = ((found ?? word) with { Ordinal = ordinal }, 1);
        return (found, used);
    }

    private static (int Value, int Used) Counted(List<Token> tokens, int at, PhraseLanguage language)
    {
        for (var length = Math.Min(3, tokens.Count - at); length > 0; length--)
        {
            var words = length == 1 ? tokens[at].Plain : string.Join(' ', tokens.Skip(at).Take(length).Select(token => token.Plain));
            if (!language.Numbers.TryGetValue(words, out var value))
                continue;
            if (value is >= 20 and < 100 && value % 10 == 0)
            {
                var next = at + length;
                if (next + 1 < tokens.Count && language.Numbers.TryGetValue("+" + tokens[next].Plain, out _))
                    next++;
                // fifty-five
                if (next + 1 < tokens.Count
                    && tokens[next].Plain == "-"
                    && tokens[next].Start == tokens[next - 1].End
                    && tokens[next + 1].Start == tokens[next].End)
                    next++;
                if (next < tokens.Count && language.Numbers.TryGetValue(tokens[next].Plain, out var unit) && unit is > 0 and < 10)
                    return (value + unit, next + 1 - at);
            }
            return (value, length);
        }
        return default;
    }

    private static bool Stands(string[] words, List<Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var index = 1; index < words.Length; index++)
            if (tokens[at + index].Kind is TokenKind.Quoted or TokenKind.Column || tokens[at + index].Plain != words[index]
                // In "with No" the second word is a value.
                || tokens[at + index].IsCapital
                    && !tokens[at].IsCapital
                    && words.Length == 2
                    && words[1] != "i"
                    && tokens[at + index].End - tokens[at + index].Start < 4)
                return false;
        return true;
    }

    // A word in two parts that no list has is two words; an ending that says whose something is is none of the word.
    private List<Token> Parted(IReadOnlyList<Token> tokens, PhraseLanguage language, Func<string, bool> protects)
    {
        var parted = new List<Token>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word || IsWord(token.Plain) || protects(token.Plain))
            {
                parted.Add(token);
                continue;
            }
            var word = token;
            foreach (var owner in language.Owners)
                if (word.Plain.Length > owner.Length + 1 && word.Plain.EndsWith(owner, StringComparison.Ordinal))
                {
                    word = word with { Plain = word.Plain[..^owner.Length], End = word.End - (word.End - word.Start == word.Plain.Length ? owner.Length : 0), IsOwner = true };
                    break;
                }
            var apostrophe = word.Plain.IndexOf('\'', StringComparison.Ordinal);
            var dash = word.Plain.IndexOf('-', StringComparison.Ordinal);
            var cut = apostrophe > 0 && apostrophe <= 2 ? apostrophe + 1 : dash;
            if (cut <= 0 || word.Plain.Length > 60 || word.End - word.Start != word.Plain.Length || IsWord(word.Plain) || protects(word.Plain))
            {
                parted.Add(word);
                continue;
            }
            // l'email is two words, high-to-low three.
            foreach (var part in Cut(word, cut == dash ? '-' : '\''))
                parted.Add(part);
        }
        return parted;

        bool IsWord(string plain) => languages.Any(each => each.Phrases.ContainsKey(plain));
    }

    private static IEnumerable<Token> Cut(Token word, char sign)
    {
        var start = 0;
        for (var at = 0; at <= word.Plain.Length; at++)
            if (at == word.Plain.Length || word.Plain[at] == sign)
            {
                if (at > start)
                    yield return new Token(TokenKind.Word, word.Plain[start..at], word.Start + start, word.Start + at) { IsCapital = word.IsCapital && start == 0 };
                if (at < word.Plain.Length && sign == '-')
                    yield return new Token(TokenKind.Sign, "-", word.Start + at, word.Start + at + 1);
                start = at + 1;
            }
    }

}
