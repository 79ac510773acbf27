using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>Finds where a clause speaks of columns: by heading, by the number of a test, all tests at once, by some of a heading's words.</summary>
internal sealed class MentionReader
{
    private readonly IReadOnlyList<Token> _tokens;
    private readonly ColumnBook _book;
    private readonly Func<int, bool> _taken;
    private readonly ExactMentions _exact;
    private readonly NumberedMentions _numbered;
    private readonly GroupMentions _group;
    private readonly DescribedMentions _described;

    /// <param name="tokens">The tokens of the clause.</param>
    /// <param name="book">The columns.</param>
    /// <param name="taken">Whether a token is part of something else, such as the name of a new column.</param>
    public MentionReader(IReadOnlyList<Token> tokens, ColumnBook book, Func<int, bool> taken)
    {
        (_tokens, _book, _taken) = (tokens, book, taken);
        _exact = new ExactMentions(tokens, book, taken);
        _numbered = new NumberedMentions(tokens, book, taken);
        _group = new GroupMentions(tokens, book, taken, _numbered);
        _described = new DescribedMentions(tokens, book, taken, _exact, _numbered, _group);
    }

    /// <summary>The mentions from left to right; none overlap.</summary>
    public List<Mention> Read()
    {
        var mentions = new List<Mention>();
        for (var at = 0; at < _tokens.Count;)
        {
            var mention = _taken(at) ? null : ReadOne(at);
            if (mention is not null)
                mentions.Add(mention);
            at = mention?.To ?? at + 1;
        }
        if (!_tokens.HasAny(Meaning.Rename, Meaning.Change))
            JoinRanges(mentions);
        return mentions;
    }

    // "CA1 to CA3" is three columns.
    private void JoinRanges(List<Mention> mentions)
    {
        for (var index = 0; index + 1 < mentions.Count; index++)
        {
            var (first, last) = (mentions[index], mentions[index + 1]);
            if (last.From != first.To + 1 || !(_tokens[first.To].Is(Meaning.To) || _tokens[first.To].IsSign("-"))
                || first is not { Kind: MentionKind.One }
                    || last is not { Kind: MentionKind.One }
                    || first.Columns[0] is not { IsTest: true, Number: { } low } one
                    || last.Columns[0] is not { IsTest: true, Number: { } high } other
                    || high - low < 2)
                continue;
            var between = _book.Columns.Where(column =>
                column.IsTest
                    && !column.IsMade
                    && column.Number >= low
                    && column.Number <= high
                    && column.Words.Length == one.Words.Length
                    && column.Words[0][0] == one.Words[0][0]).ToList();
            if (between.Count != high - low + 1 || !between.Contains(other))
                continue;
            mentions[index] = new Mention(first.From, last.To, MentionKind.Many, between);
            mentions.RemoveAt(index + 1);
        }
    }

    private Mention? ReadOne(int at) =>
        IsNaming(at) ? null : _numbered.Following(_exact.Read(at)) ?? _numbered.Read(at) ?? _group.Read(at) ?? _described.Read(at);

    // "name the class column ..." gives a name.
    private bool IsNaming(int at) =>
        _tokens[at].Is(Meaning.Call)
        && _tokens[at].Is(Meaning.Name)
        && at + 1 < _tokens.Count
        && (_tokens[at + 1].Is(Meaning.It) || _tokens[at + 1].IsFiller)
        && (at == 0 || _tokens[at - 1].IsFiller || _tokens[at - 1].Kind == TokenKind.Sign || _tokens[at - 1].Is(Meaning.And));
}
