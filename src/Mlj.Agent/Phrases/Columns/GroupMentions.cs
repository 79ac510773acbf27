using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>All tests at once: "the three tests", "all test scores", "every quiz".</summary>
internal sealed class GroupMentions(IReadOnlyList<Token> tokens, ColumnBook book, Func<int, bool> taken, NumberedMentions numbered)
{
    // What a column of scores is not about.
    private static readonly Meanings NoScores = Meanings.Of(
        Meaning.Table, Meaning.Person, Meaning.Group, Meaning.Number, Meaning.Phone, Meaning.Absence, Meaning.Missed, Meaning.PartName);

    // What can stand within a descriptive name of a column.
    private static readonly Meanings Glue = Meanings.Of(Meaning.Of, Meaning.Filler);

    // In "who did three papers" the verb is none of it.
    private static bool IsGlue(Token token) => token.IsAny(Glue) && !token.Is(Meaning.Took);

    // "the three tests", "all test scores", "every quiz".
    /// <summary>The mention that begins at a place; null for none.</summary>
    public Mention? Read(int at)
    {
        var noun = at;
        var isAll = false;
        int? count = null;
        while (noun < tokens.Count && noun < at + 5 && !(numbered.IsTest(tokens[noun]) || tokens[noun].Is(Meaning.TestsWord)))
        {
            if (tokens[noun].Is(Meaning.All))
                isAll = true;
            else if (NumberedMentions.IsCount(tokens[noun]))
                count = (int)tokens[noun].Number!;
            else if (!IsGlue(tokens[noun])
                && !((isAll || count is not null) && noun > at && tokens[noun] is { Means.IsEmpty: true, IsCapital: false, Kind: TokenKind.Word }))
                return null;
            noun++;
        }
        if (noun >= tokens.Count
            || !(numbered.IsTest(tokens[noun]) || tokens[noun].Is(Meaning.TestsWord))
            || Enumerable.Range(at, noun - at + 1).Any(taken)
            || at < noun && !isAll && count is null && !IsGlue(tokens[at]))
            return null;
        if (noun > at && tokens[at].Is(Meaning.Filler) && !isAll && count is null)
            return null;
        // "50 but test 2" counts no tests.
        if (noun > at && !isAll && numbered.Read(noun) is not null)
            return null;
        var end = noun + 1;
        var isPlural = tokens[noun].Is(Meaning.TestsWord) || !tokens[noun].Is(Meaning.Test) && tokens[noun].Plain.EndsWith('s');
        while (end < tokens.Count && (tokens[end].IsAny(Meaning.Score, Meaning.Column)) && !tokens[end].IsCapital)
            isPlural |= tokens[end++].Is(Meaning.Plural);
        // A column of no number, such as Exam, is meant by its own word.
        if (!isAll && count is null && !isPlural)
            return null;
        var tests = book.Columns.Where(column => column.IsTest && !column.IsMade).ToList();
        var named = tests.Where(column => column.Words.Any(word => Likeness.IsSame(word, tokens[noun].Plain))).ToList();
        if (named.Count > 0)
            tests = named;
        // "the three subjects" are columns of scores that no number tells apart.
        if (named.Count == 0
            && count is { } few
            && few != tests.Count
            && book.Columns.Where(column =>
                !column.IsText
                    && !column.IsMade
                    && column.Role is ColumnRole.None or ColumnRole.Score
                    && !column.Name.Contains('%')
                    && !column.Means.HasAny(NoScores)).ToList() is var scores
            && scores.Count == few)
            tests = scores;
        if (tests.Count == 0)
            return null;
        if (count is { } said && said != tests.Count)
            return new Mention(at, end, MentionKind.Unclear, tests) { IsGeneric = true };
        return new Mention(at, end, tests.Count == 1 ? MentionKind.One : MentionKind.Many, tests) { IsGeneric = true };
    }
}
