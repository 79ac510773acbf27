using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>Columns by their own headings, in quotation marks or not.</summary>
internal sealed class ExactMentions(IReadOnlyList<Token> tokens, ColumnBook book, Func<int, bool> taken)
{
    // What is asked for again and again while runs of words are tried.
    // What is asked for again and again while runs of words are tried.
    private readonly string[]?[] _words = new string[]?[tokens.Count];

    /// <summary>The mention that begins at a place; null for none.</summary>
    public Mention? Read(int at)
    {
        var token = tokens[at];
        if (token.Kind is TokenKind.Column or TokenKind.Quoted)
        {
            if (book.Alike(token.Content!) is not { } column)
                return null;
            return new Mention(at, token.Kind == TokenKind.Column && HasScores(column, at + 1) ? at + 2 : at + 1, MentionKind.One, [column]);
        }
        KnownColumn? found = null;
        var length = 0;
        foreach (var column in book.Columns)
            if (!column.IsOrder && column.Words.Length > 0 && Length(column, at) is var used && used > length && !IsPerson(column, at, used))
                (found, length) = (column, used);
        if (found is null || Enumerable.Range(at, length).Any(taken) || book.Columns.Count(each => each.Words.AsSpan().SequenceEqual(found.Words)) > 1)
            return null;
        // "test" alone is no mention of a column Test where a number follows, and "average" of none where it is computed.
        if (length == 1 && token.Is(Meaning.Test) && at + 1 < tokens.Count && tokens[at + 1].Number is { } behind && behind <= 12 && !tokens[at + 1].IsPercent)
            return null;
        var end = at + length + ColumnBook.SignsBehind(tokens, at + length, found.Name);
        return new Mention(at, HasScores(found, end) ? end + 1 : end, MentionKind.One, [found]);
    }

    // The word for scores behind a subject belongs to it: "Maths scores".
    private bool HasScores(KnownColumn column, int at) =>
        !column.IsText
        && column.Role is ColumnRole.None or ColumnRole.Score or ColumnRole.Assignment
        && tokens.Is(at, Meaning.Score)
        && tokens[at] is { IsCapital: false, Number: null }
        && !tokens[at].Is(Meaning.Fail)
        && !taken(at);

    // How many tokens are exactly the words of the heading; 0 when they are not.
    private int Length(KnownColumn column, int at)
    {
        var word = 0;
        var token = at;
        while (word < column.Words.Length)
        {
            if (token >= tokens.Count || tokens[token].Kind is TokenKind.Quoted or TokenKind.Column)
                return 0;
            var words = _words[token] ??= ColumnBook.Words(tokens[token].Plain);
            if (words.Length == 0)
            {
                if (token == at)
                    return 0;
                token++;
                continue;
            }
            foreach (var each in words)
                if (word >= column.Words.Length || column.Words[word++] != each)
                    return 0;
            token++;
        }
        return token - at;
    }

    // A heading such as Student is a word for people too, and seldom means the column.
    private bool IsPerson(KnownColumn column, int at, int length) =>
        length == 1
            && tokens[at].Is(Meaning.Person)
            && !IsNamed(at)
            && !(tokens[at].IsCapital && at > 0 && column.Name == column.Name.Trim() && char.IsUpper(column.Name[0]));

    private bool IsNamed(int at) =>
        at > 0 && (tokens[at - 1].IsAny(Meaning.By, Meaning.Column, Meaning.Heading, Meaning.Rename))
        || at > 1 && tokens[at - 1].IsCapitalWord && tokens[at - 1].IsUnknown
        || at + 1 < tokens.Count && (tokens[at + 1].IsAny(Meaning.Column, Meaning.Heading));
}
