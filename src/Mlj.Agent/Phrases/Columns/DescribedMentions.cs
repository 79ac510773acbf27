using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>Columns by some of their words, or by what they are about: "the average", "phone numbers", "maths".</summary>
internal sealed class DescribedMentions(IReadOnlyList<Token> tokens, ColumnBook book, Func<int, bool> taken, ExactMentions exact, NumberedMentions numbered, GroupMentions group)
{
    private const int LongestRun = 6;

    private static readonly Meanings Topics = Meanings.Of(
        Meaning.Average, Meaning.Name, Meaning.Email, Meaning.TestsTaken, Meaning.Status, Meaning.Grade, Meaning.Assignment, Meaning.Bonus,
        Meaning.Sum, Meaning.Rank, Meaning.Phone, Meaning.Number, Meaning.Random, Meaning.Absence);

    private static readonly Meanings Weak = Meanings.Of(
        Meaning.Score, Meaning.Test, Meaning.Column, Meaning.Plural, Meaning.Filler, Meaning.TestsWord, Meaning.Heading, Meaning.Value);

    private readonly bool?[] _begins = new bool?[tokens.Count];

    private readonly List<KnownColumn>?[] _met = new List<KnownColumn>?[tokens.Count];

    /// <summary>The mention that begins at a place; null for none.</summary>
    public Mention? Read(int at)
    {
        if (taken(at) || !CanBegin(tokens[at]))
            return null;
        var last = at;
        for (var index = at; index < tokens.Count && index < at + LongestRun && !taken(index) && !(index > at && (_begins[index] ??= (exact.Read(index) ?? numbered.Read(index) ?? group.Read(index)) is not null)) && (CanBegin(tokens[index]) || tokens[index].IsSign("-")); index++)
            if (CanBegin(tokens[index]))
                last = index;
        for (var end = last + 1; end > at; end--)
            if (CanBegin(tokens[end - 1]) && Match(at, end) is { } mention)
                return mention;
        return null;
    }

    private bool CanBegin(Token token) => token.Kind == TokenKind.Word && token.Number is null
        && (token.IsAny(Topics)
            || token.IsAny(Meaning.Score, Meaning.Test, Meaning.Column)
            || token.Is(Meaning.Person) && IsHeading(token)
            || token.IsUncertain
            || book.HasWord(token.Plain));

    private bool IsHeading(Token token) =>
        book.Columns.Any(column => !column.IsOrder && column.Words.Length > 1 && column.Words.Any(word => Likeness.IsSame(word, token.Plain)));

    private Mention? Match(int from, int to)
    {
        var strong = new List<Token>();
        var first = from;
        var hasScore = false;
        for (var index = from; index < to; index++)
        {
            var token = tokens[index];
            hasScore |= token.Is(Meaning.Score) || token.Is(Meaning.Test);
            // A person's word beside a topic says whose it is: "the students' average".
            if (token.Is(Meaning.Of) || token.Kind == TokenKind.Sign || token.Is(Meaning.Person) && to - from > 1)
                continue;
            if (!token.IsAny(Weak) || token.IsAny(Topics) || token.IsMended && IsNear(token) || !IsGenericWord(token))
            {
                if (strong.Count == 0)
                    first = index;
                strong.Add(token);
            }
        }
        // "lowest first" speaks of no "First Name".
        if (strong.Count > 0 && strong.TrueForAll(token => token.IsAny(Meaning.First, Meaning.Last) || token.Ordinal is not null))
            return null;
        if (strong.Count == 0)
            return hasScore ? Generic(from, to) : null;
        // "each student" is nobody's "Student ID".
        if (strong.TrueForAll(token => token.Is(Meaning.Person) && token.Means.Without(Meanings.Of(Meaning.Person, Meaning.Plural)).IsEmpty)
            && !(from > 0 && tokens[from - 1].IsAny(Meaning.By, Meaning.Column, Meaning.Heading)))
            return null;
        var found = Met(first).Where(column => strong.TrueForAll(token => Meets(column, token))).ToList();
        // "who sat all three papers" speaks of no "Papers Sat".
        if (found.Count == 0 || strong is [{ } done] && done.Is(Meaning.Took) && tokens.Is(to, Meaning.All) && found[0].Role == ColumnRole.TestsTaken)
            return null;
        if (found.Count > 1
            && found.Where(column =>
                strong.TrueForAll(token => column.Words.Any(word => Likeness.IsSame(word, token.Plain)))).ToList() is { Count: > 0 } literal)
            found = literal;
        // What is a test's is not what a role is.
        if (found.Count > 1 && found.Where(column => strong.TrueForAll(token => IsRole(column, token))).ToList() is { Count: > 0 } roles)
            found = roles;
        // Where a name stands in parts, "name" says none of them.
        if (strong is [var named] && named.Is(Meaning.Name) && !named.Is(Meaning.PartName) && found.Exists(column => column.Means.Has(Meaning.PartName)))
            found = found.Where(column => column.Role == ColumnRole.Name).ToList() is { Count: > 0 } wholes
                ? wholes
                : [.. book.Columns.Where(column => column.Means.Has(Meaning.PartName))];
        if (found.Count > 1 && found.Where(column => column.IsMade).ToList() is [var made])
            found = [made];
        var end = to;
        while (end < tokens.Count && tokens[end].Is(Meaning.Column) && !tokens[end].IsCapital)
            end++;
        return new Mention(from, end, found.Count == 1 ? MentionKind.One : MentionKind.Unclear, found);
    }

    // The columns that one word can mean. Many runs begin with the same word, and a table may have thousands of columns.
    private List<KnownColumn> Met(int at) => _met[at] ??= [.. book.Columns.Where(column => !column.IsOrder && Meets(column, tokens[at]))];

    private bool IsGenericWord(Token token) => !book.Columns.Any(column => column.Words.Length == 1 && Likeness.IsSame(column.Words[0], token.Plain));

    private bool IsNear(Token token) => book.Columns.Any(column => column.Words.Any(word => Likeness.IsSame(word, token.Plain)));

    private Mention? Generic(int from, int to)
    {
        var scores = book.Columns.Where(column => column.IsScore).ToList();
        if (tokens[from].Is(Meaning.Test)
            && scores.Where(column => column.Words.Any(word => Likeness.IsSame(word, tokens[from].Plain))).ToList() is { Count: > 0 } named)
            scores = named;
        // Where only one heading says that it is a score, another column of numbers may still be one.
        if (scores.Count == 1 && !tokens[from].Is(Meaning.Test))
            scores = [.. book.Columns.Where(column => column.IsScore || !column.IsText && !column.IsOrder && column.Role == ColumnRole.None)];
        if (to - from == 1 && tokens[from].Is(Meaning.Plural) && tokens[from].Is(Meaning.Column))
            return null;
        return scores.Count == 0 ? null : new Mention(from, to, scores.Count == 1 ? MentionKind.One : MentionKind.Unclear, scores) { IsGeneric = true };
    }

    private static bool IsRole(KnownColumn column, Token token) => column.Role switch
    {
        ColumnRole.Average => token.Is(Meaning.Average),
        ColumnRole.Name => token.Is(Meaning.Name),
        ColumnRole.Email => token.Is(Meaning.Email),
        ColumnRole.TestsTaken => token.Is(Meaning.TestsTaken),
        ColumnRole.Status => token.Is(Meaning.Status),
        ColumnRole.Grade => token.Is(Meaning.Grade),
        ColumnRole.Assignment => token.Is(Meaning.Assignment),
        _ => false,
    };

    private static bool Meets(KnownColumn column, Token token)
    {
        if (column.Words.Any(word => Likeness.IsSame(word, token.Plain)) || IsRole(column, token))
            return true;
        if (token.Plain.Contains(' ') && token.Plain.Split(' ').All(part => column.Words.Any(word => Likeness.IsSame(word, part))))
            return true;
        // "random" alone is no column of names, nor "number" one of sums: what both mean must be about the column.
        return column.Means.HasAny(token.Means & Topics);
    }
}
