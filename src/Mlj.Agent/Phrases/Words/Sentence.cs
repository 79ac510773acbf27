namespace Mlj.Agent.Phrases.Words;

/// <summary>A message, its language, and its tokens with their meanings.</summary>
internal sealed record Sentence(string Message, PhraseLanguage Language, IReadOnlyList<Token> Tokens)
{
    public bool Says(Meaning meaning) => Tokens.Any(token => token.Is(meaning));
}
