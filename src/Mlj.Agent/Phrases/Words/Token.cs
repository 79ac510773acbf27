namespace Mlj.Agent.Phrases.Words;

/// <summary>What a token is before anybody knows what it means.</summary>
internal enum TokenKind
{
    /// <summary>A word, or several that mean one thing.</summary>
    Word,

    /// <summary>A number in digits or words.</summary>
    Number,

    /// <summary>A sign.</summary>
    Sign,

    /// <summary>Words in quotation marks.</summary>
    Quoted,

    /// <summary>The exact heading of a column, of two words or more.</summary>
    Column,
}

/// <summary>A piece of a message, and what it can mean.</summary>
internal sealed record Token(TokenKind Kind, string Plain, int Start, int End)
{
    /// <summary>What the word can mean; nothing for words that no list has.</summary>
    public Meanings Means { get; init; }

    /// <summary>The number; null when it is none.</summary>
    public decimal? Number { get; init; }

    /// <summary>Whether a percent sign stood behind the number.</summary>
    public bool IsPercent { get; init; }

    /// <summary>What a word such as "second" counts; null when it counts nothing.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The text within the quotation marks, or the name of the column.</summary>
    public string? Content { get; init; }

    /// <summary>Whether the meaning was found only by taking the word for a misspelt one.</summary>
    public bool IsMended { get; init; }

    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Whether an ending that says whose it is was taken off.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Whether its last word is a short form that a point can follow, such as the "no" of a heading.</summary>
    public bool IsShortened { get; init; }

    /// <summary>The action whose own words these are; null for other words.</summary>
    public string? Action { get; init; }

    /// <summary>The parameter and choice that these words stand for, as <c>action.parameter=choice</c>; null for other words.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether no list has the word, but for lists of names.</summary>
    public bool IsUnknown => Means.Without(Names).IsEmpty;

    private static readonly Meanings Names = Meanings.Of(Meaning.MailHost);

    /// <summary>Whether no list has the word as it is written.</summary>
    public bool IsUncertain => Means.IsEmpty || IsMended;

    /// <summary>Whether it is an article, a courtesy or another word that says nothing.</summary>
    public bool IsFiller => Is(Meaning.Filler) && Number is null && Kind == TokenKind.Word;

    /// <summary>Whether it is a word that begins with a capital, as names do.</summary>
    public bool IsCapitalWord => Kind == TokenKind.Word && IsCapital;

    /// <summary>Whether it is a word with digits in it, such as 4A.</summary>
    public bool IsCode => Kind == TokenKind.Word && Plain.Any(char.IsAsciiDigit);

    public bool IsQuoted => Kind == TokenKind.Quoted;

    public bool Is(Meaning meaning) => Means.Has(meaning);

    public bool IsAny(Meanings meanings) => Means.HasAny(meanings);

    public bool IsAny(params ReadOnlySpan<Meaning> meanings) => Means.HasAny(Meanings.Of(meanings));

    public bool IsSign(string sign) => Kind == TokenKind.Sign && Plain == sign;

    public bool IsSign(params ReadOnlySpan<string> signs) => Kind == TokenKind.Sign && signs.Contains(Plain);
}
