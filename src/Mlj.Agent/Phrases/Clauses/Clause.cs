using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>A part of a message that asks for one thing: its tokens, the columns it speaks of, the name that it gives to a new one.</summary>
internal sealed class Clause
{
    private readonly bool[] _taken;

    public Clause(string message, IReadOnlyList<Token> tokens, ColumnBook book)
    {
        Message = message;
        Tokens = tokens;
        Book = book;
        _taken = new bool[tokens.Count];
        Lead = FindLead();
        Mentions = new MentionReader(tokens, book, _ => false).Read();
    }

    public string Message { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public ColumnBook Book { get; }

    /// <summary>The first token that says what to do; the number of tokens when none does.</summary>
    public int Lead { get; }

    public List<Mention> Mentions { get; private set; }

    /// <summary>The name for a new column; null when none is given.</summary>
    public string? NewName { get; private set; }

    public int Count => Tokens.Count;

    public Token this[int at] => Tokens[at];

    /// <summary>The places of all tokens, from left to right.</summary>
    public IEnumerable<int> Places => Enumerable.Range(0, Count);

    public bool Has(Meaning meaning) => Tokens.Has(meaning);

    public bool HasAny(Meanings meanings) => Tokens.HasAny(meanings);

    public bool HasAny(params ReadOnlySpan<Meaning> meanings) => Tokens.HasAny(Meanings.Of(meanings));

    public bool HasSign(string sign) => Tokens.HasSign(sign);

    public bool HasSign(params ReadOnlySpan<string> signs)
    {
        foreach (var sign in signs)
            if (Tokens.HasSign(sign))
                return true;
        return false;
    }

    public bool HasNumber() => Tokens.HasNumber();

    public bool HasNumberOrComparison() => HasNumber() || HasAny(Grammar.Comparisons);

    /// <summary>Whether the token at a place means this; false outside the clause.</summary>
    public bool Is(int at, Meaning meaning) => Tokens.Is(at, meaning);

    public bool IsAny(int at, Meanings meanings) => Tokens.IsAny(at, meanings);

    public bool IsAny(int at, params ReadOnlySpan<Meaning> meanings) => IsAny(at, Meanings.Of(meanings));

    public bool IsSign(int at, string sign) => Tokens.IsSign(at, sign);

    public bool IsSign(int at, params ReadOnlySpan<string> signs) => Tokens.IsSign(at, signs);

    public bool IsCapitalWord(int at) => Tokens.IsCapitalWord(at);

    public bool IsFiller(int at) => Tokens.IsFiller(at);

    /// <summary>Whether a word outside names of columns means this.</summary>
    public bool Says(Meaning meaning) => IndexOf(meaning) >= 0;

    public int IndexOf(Meaning meaning, int from = 0)
    {
        for (var at = from; at < Tokens.Count; at++)
            if (Tokens[at].Is(meaning) && !_taken[at])
                return at;
        return -1;
    }

    public bool SaysAny(params ReadOnlySpan<Meaning> meanings)
    {
        foreach (var meaning in meanings)
            if (Says(meaning))
                return true;
        return false;
    }

    /// <summary>Whether a word says what to do.</summary>
    public bool HasLead => Lead < Count;

    /// <summary>The first place from one on whose token meets a condition; -1 when none does.</summary>
    public int FindIndex(int from, Predicate<Token> meets)
    {
        for (var at = from; at < Count; at++)
            if (meets(Tokens[at]))
                return at;
        return -1;
    }

    public bool Leads(Meaning meaning) => Lead < Count && Tokens[Lead].Is(meaning);

    public bool LeadsAny(params ReadOnlySpan<Meaning> meanings) => HasLead && Tokens[Lead].IsAny(meanings);

    public bool LeadsAny(Meanings meanings) => HasLead && Tokens[Lead].IsAny(meanings);

    public bool IsTaken(int at) => _taken[at];

    public void Take(int from, int to)
    {
        for (var at = from; at < to; at++)
            _taken[at] = true;
    }

    /// <summary>Keeps a stretch of tokens as the new column's name, and reads the mentions anew without it.</summary>
    public void TakeName(string name, int from, int to)
    {
        // "letter grades A B C D F" names no column.
        if (Tokens.Has(Meaning.Letter) && name.Split(' ') is { Length: > 1 } letters && Array.TrueForAll(letters, letter => letter is [>= 'A' and <= 'F'] or [>= 'A' and <= 'F', '+' or '-' or ',']))
            return;
        NewName = name;
        Take(from, to);
        Mentions = new MentionReader(Tokens, Book, IsTaken).Read();
    }

    public Mention? MentionAt(int at) => Mentions.Find(mention => mention.Covers(at));

    public Mention? MentionFrom(int at) => Mentions.Find(mention => mention.From == at);

    public Mention? MentionTo(int at) => Mentions.Find(mention => mention.To == at);

    /// <summary>The first place that speaks of a column that there is not; null when none does.</summary>
    public Mention? UnknownMention => Mentions.Find(mention => mention.Kind == MentionKind.Unknown);

    /// <summary>Whether it speaks of a column by its own name.</summary>
    public bool HasSpecificMention => Mentions.Exists(mention => mention.IsSpecific);

    /// <summary>Whether a token is part of one column's own name.</summary>
    public bool IsColumnAt(int at) => MentionAt(at) is { IsSpecific: true };

    /// <summary>Whether it has a number that is no part of a column's name.</summary>
    public bool HasLooseNumber => Places.Any(at => Tokens[at].Number is not null && MentionAt(at) is null);

    /// <summary>The tokens of a mention.</summary>
    public IEnumerable<Token> Under(Mention mention) => Tokens.Skip(mention.From).Take(mention.To - mention.From);

    /// <summary>Where some tokens stand in the message.</summary>
    public (int From, int To) Stretch(int from, int to) => (Tokens[from].Start, Tokens[to - 1].End);

    /// <summary>The text of the message under some tokens.</summary>
    public string Text(int from, int to) => Message[Tokens[from].Start..Tokens[to - 1].End];

    /// <summary>The first token from here on that is more than an article or a courtesy.</summary>
    public int Skip(int at, params ReadOnlySpan<Meaning> also)
    {
        var others = Meanings.Of(also);
        while (at < Count && (Tokens[at].IsFiller || Tokens[at].IsAny(others)))
            at++;
        return at;
    }

    private int FindLead()
    {
        for (var at = 0; at < Count; at++)
            if (Tokens[at].IsAny(Grammar.Leads) && !IsNoLead(at))
                return at;
        return Count;
    }

    // A word that says what to do elsewhere, but not here.
    private bool IsNoLead(int at)
    {
        var token = Tokens[at];
        // "a column called Rank", "a column Curve", "a column Password Reset".
        var first = at;
        while (token.IsCapitalWord && Tokens.IsCapitalWord(first - 1))
            first--;
        var isName = token.IsCapitalWord && first > 0 && Tokens[first - 1] is { IsCapital: false } before
            && (before.IsAny(Meaning.Called, Meaning.Heading) || (token.Is(Meaning.Action) || first < at || Tokens.IsCapitalWord(at + 1)) && before.Is(Meaning.Column));
        // "only take off the average", "ranks for GPA".
        var isNext = token.Is(Meaning.Only) && !token.IsAny(Grammar.Verbs.Without(Meanings.Of(Meaning.Only))) && Is(Skip(at + 1), Meaning.Remove);
        var isHeading = token.Is(Meaning.Action) && !token.IsAny(Grammar.Verbs.Without(Meanings.Of(Meaning.Action))) && Book.HasWord(token.Plain);
        // "an empty column".
        var isAdjective = token.Is(Meaning.Blank) && Tokens.Skip(at + 1).Take(3).HasAny(Meaning.Column, Meaning.Person);
        // "the list".
        var isNoun = token.Is(Meaning.List) && token.Is(Meaning.Table) && Tokens.IsFiller(at - 1);
        return isName || isNext || isHeading || isAdjective || isNoun || token.IsFiller && !token.Is(Meaning.Only);
    }
}
