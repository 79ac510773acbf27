namespace Mlj.Agent.Phrases.Words;

/// <summary>What is asked of several tokens: of a whole clause, or of those beside a place in it.</summary>
internal static class TokenLists
{
    public static bool Has(this IEnumerable<Token> tokens, Meaning meaning) => tokens.Any(token => token.Is(meaning));

    public static bool HasAny(this IEnumerable<Token> tokens, Meanings meanings) => tokens.Any(token => token.IsAny(meanings));

    public static bool HasAny(this IEnumerable<Token> tokens, params ReadOnlySpan<Meaning> meanings) => tokens.HasAny(Meanings.Of(meanings));

    public static bool HasSign(this IEnumerable<Token> tokens, string sign) => tokens.Any(token => token.IsSign(sign));

    /// <summary>Whether the token at a place means this; false where there is none.</summary>
    public static bool Is(this IReadOnlyList<Token> tokens, int at, Meaning meaning) => tokens.HasPlace(at) && tokens[at].Is(meaning);

    public static bool IsAny(this IReadOnlyList<Token> tokens, int at, Meanings meanings) => tokens.HasPlace(at) && tokens[at].IsAny(meanings);

    public static bool IsAny(this IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<Meaning> meanings) => tokens.IsAny(at, Meanings.Of(meanings));

    public static bool IsSign(this IReadOnlyList<Token> tokens, int at, string sign) => tokens.HasPlace(at) && tokens[at].IsSign(sign);

    public static bool IsSign(this IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<string> signs) => tokens.HasPlace(at) && tokens[at].IsSign(signs);

    public static bool IsCapitalWord(this IReadOnlyList<Token> tokens, int at) => tokens.HasPlace(at) && tokens[at].IsCapitalWord;

    public static bool IsFiller(this IReadOnlyList<Token> tokens, int at) => tokens.HasPlace(at) && tokens[at].IsFiller;

    public static bool HasPlace(this IReadOnlyList<Token> tokens, int at) => (uint)at < (uint)tokens.Count;

    public static bool HasNumber(this IEnumerable<Token> tokens) => tokens.Any(token => token.Number is not null);
}
