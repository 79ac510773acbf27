namespace Mlj.Agent.Phrases;

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
        Mentions = new MentionReader(tokens, book).Read(_ => false);
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

    public bool Has(Meaning meaning) => Tokens.Any(token => token.Is(meaning));

    /// <summary>Whether a word outside names of columns means this.</summary>
    public bool Says(Meaning meaning) => IndexOf(meaning) >= 0;

    public int IndexOf(Meaning meaning, int from = 0)
    {
        for (var at = from; at < Tokens.Count; at++)
            if (Tokens[at].Is(meaning) && !_taken[at])
                return at;
        return -1;
    }

    public bool Leads(Meaning meaning) => Lead < Count && Tokens[Lead].Is(meaning);

    public bool IsTaken(int at) => _taken[at];

    public void Take(int from, int to)
    {
        for (var at = from; at < to; at++)
            _taken[at] = true;
    }

    /// <summary>Keeps a stretch of tokens as the new column's name, and reads the mentions anew without it.</summary>
    public void TakeName(string name, int from, int to)
    {
        NewName = name;
        Take(from, to);
        Mentions = new MentionReader(Tokens, Book).Read(at => _taken[at]);
    }

    public Mention? MentionAt(int at) => Mentions.Find(mention => mention.Covers(at));

    /// <summary>The text of the message under some tokens.</summary>
    public string Text(int from, int to) => Message[Tokens[from].Start..Tokens[to - 1].End];

    /// <summary>The first token from here on that is more than an article or a courtesy.</summary>
    public int Skip(int at, params ReadOnlySpan<Meaning> also)
    {
        var others = Meanings.Of(also);
        while (at < Count && (IsFiller(Tokens[at]) || Tokens[at].Means.HasAny(others)))
            at++;
        return at;
    }

    public static bool IsFiller(Token token) => token.Is(Meaning.Filler) && token.Number is null && token.Kind == TokenKind.Word;

    private int FindLead()
    {
        for (var at = 0; at < Count; at++)
            if (Tokens[at].Means.HasAny(Grammar.Leads) && !(at > 0 && Tokens[at] is { IsCapital: true, Kind: TokenKind.Word } && Tokens[at - 1] is { IsCapital: false } before && before.Means.HasAny(Meanings.Of(Meaning.Called, Meaning.Heading))) && !(Tokens[at].Is(Meaning.Blank) && Tokens.Skip(at + 1).Take(3).Any(token => token.Is(Meaning.Column) || token.Is(Meaning.Person))) && !(Tokens[at].Is(Meaning.List) && Tokens[at].Is(Meaning.Table) && at > 0 && IsFiller(Tokens[at - 1])) && !(IsFiller(Tokens[at]) && !Tokens[at].Is(Meaning.Only)))
                return at;
            else if (at > 0 && Tokens[at].Kind == TokenKind.Sign && Tokens[at].Plain is "," or ":")
                continue;
        return Count;
    }
}
