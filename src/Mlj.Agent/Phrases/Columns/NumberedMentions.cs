using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>Tests by their numbers: "test 2", "T2", "the first and second test", "quiz 1 to 3", "the last two tests".</summary>
internal sealed class NumberedMentions(IReadOnlyList<Token> tokens, ColumnBook book, Func<int, bool> taken)
{
    /// <summary>The mention that begins at a place; null for none.</summary>
    public Mention? Read(int at)
    {
        var token = tokens[at];
        if (AtAnEnd(at) is { } few)
            return few;
        // "the first and second test", "the first and the third test".
        var other = tokens.IsFiller(at + 2) && tokens[at + 2].Ordinal is null ? at + 3 : at + 2;
        if (token.Ordinal is { } first
            && other + 1 < tokens.Count
            && Joins(tokens[at + 1])
            && tokens[other].Ordinal is { } second
            && IsTest(tokens[other + 1])
            && !taken(other + 1))
            return Of([first, second], at, other + 2, tokens[other + 1]);
        if (token.Ordinal is { } ordinal && at + 1 < tokens.Count && IsTest(tokens[at + 1]) && !taken(at + 1))
            return Of([ordinal], at, at + 2, tokens[at + 1]);
        if (ColumnBook.Abbreviated(token.Plain) is { } abbreviated && token.Kind == TokenKind.Word)
        {
            var short_ = book.Columns.Where(column =>
                column.Number == abbreviated.Number
                    && column.Words.Any(word => word.StartsWith(abbreviated.Letters, StringComparison.Ordinal))).ToList();
            return short_ is [var only] ? Scored(at, at + 1, [only]) : null;
        }
        if (!IsTest(token))
            return null;
        var next = at + 1;
        while (next < tokens.Count && (tokens[next].Is(Meaning.Number) || tokens[next].Is(Meaning.Score) && tokens[next].Number is null) && next < at + 3)
            next++;
        if (next >= tokens.Count || taken(next) || !IsCount(tokens[next]))
            return null;
        var (numbers, end) = Numbers(next);
        return Of(numbers, at, end, token);
    }

    // "the first two tests", "the last two quizzes".
    private Mention? AtAnEnd(int at)
    {
        var token = tokens[at];
        if (!(token.Ordinal == 1 || token.Is(Meaning.Last)) || at + 2 >= tokens.Count || !IsCount(tokens[at + 1]) || !IsTest(tokens[at + 2]) || taken(at + 2))
            return null;
        var tests = book.Columns.Where(column =>
            column is { IsTest: true, IsMade: false }
                && column.Words.Any(word => Likeness.IsSame(word, tokens[at + 2].Plain))).OrderBy(column => column.Number).ToList();
        var few = (int)tokens[at + 1].Number!;
        return few < tests.Count ? Scored(at, at + 3, token.Ordinal == 1 ? tests[..few] : tests[^few..], MentionKind.Many) : null;
    }

    // "1", "1 and 2", "1, 2 or 4", "1 to 3".
    private (List<int> Numbers, int End) Numbers(int first)
    {
        var numbers = new List<int> { (int)tokens[first].Number! };
        var end = first + 1;
        while (end + 1 < tokens.Count)
        {
            var join = tokens[end];
            var isRange = join.Is(Meaning.To) || join.IsSign("-");
            if (!isRange && !Joins(join))
                break;
            var number = end + 1;
            if (join.IsSign(",") && number + 1 < tokens.Count && (tokens[number].IsAny(Meaning.And, Meaning.Or)))
                number++;
            if (!IsCount(tokens[number]) || taken(number) || number + 1 < tokens.Count && tokens[number + 1].Is(Meaning.Percent)
                || !isRange && !book.Columns.Any(column => column.Number == (int)tokens[number].Number!))
                break;
            // "test 1 and 2" says two tests; "test 1, 60" does not.
            if (isRange && tokens[number].Number > numbers[^1] && tokens[number].Number <= 60)
                numbers.AddRange(Enumerable.Range(numbers[^1] + 1, (int)tokens[number].Number! - numbers[^1]));
            else if (!isRange)
                numbers.Add((int)tokens[number].Number!);
            else
                break;
            end = number + 1;
        }
        return (numbers, end);
    }

    private Mention Of(List<int> numbers, int from, int to, Token noun)
    {
        var found = new List<KnownColumn>();
        foreach (var number in numbers)
        {
            var columns = book.Columns.Where(column => column.Number == number && !column.IsMade).ToList();
            var named = columns.Where(column => column.Words.Any(word => Likeness.IsSame(word, noun.Plain))).ToList();
            if (named.Count == 0)
                named = [.. columns.Where(column =>
                    column.Words.Any(word =>
                        ColumnBook.Abbreviated(word) is { } letters && noun.Plain.StartsWith(letters.Letters, StringComparison.Ordinal)))];
            if (named.Count == 0)
                named = columns;
            // "the Unit 1 columns"
            if (named.Count > 1 && to < tokens.Count && tokens[to].Is(Meaning.Column) && tokens[to].Is(Meaning.Plural))
            {
                found.AddRange(named);
                continue;
            }
            if (named.Count > 1 && named.Where(column => column.Role == ColumnRole.Score).ToList() is [var scored])
                named = [scored];
            if (named.Count != 1)
                return Scored(from, to, named, named.Count == 0 ? MentionKind.Unknown : MentionKind.Unclear);
            found.Add(named[0]);
        }
        return Scored(from, to, found);
    }

    // The word for score behind a test belongs to it.
    private Mention Scored(int from, int to, List<KnownColumn> columns, MentionKind? kind = null)
    {
        while (to < tokens.Count && (tokens[to].IsAny(Meaning.Score, Meaning.Column)) && !tokens[to].IsCapital && !tokens[to].Is(Meaning.Fail))
            to++;
        return new Mention(from, to, kind ?? (columns.Count == 1 ? MentionKind.One : MentionKind.Many), columns);
    }

    private static bool Joins(Token token) => token.IsAny(Meaning.And, Meaning.Or) || token.IsSign(",", "&", "+");

    /// <summary>Whether a number can count or number tests.</summary>
    public static bool IsCount(Token token) =>
        token.Number is > 0 and <= 99 and var number && !token.IsPercent && number == decimal.Truncate(number) && token.Ordinal is null;

    /// <summary>Whether a word is what tests are called by.</summary>
    public bool IsTest(Token token) => token.Is(Meaning.Test) || token.Kind == TokenKind.Word && token.Number is null && book.IsSeries(token.Plain);

    /// <summary>What follows a test that is named by its heading: "test 1 &amp; 2", "quiz 1 to 3".</summary>
    public Mention? Following(Mention? first)
    {
        if (first is not { Kind: MentionKind.One } || first.Columns[0] is not { Number: { } number, IsTest: true } column)
            return first;
        var found = new List<KnownColumn> { column };
        var end = first.To;
        while (end + 1 < tokens.Count && !taken(end + 1))
        {
            var isRange = tokens[end].Is(Meaning.To) || tokens[end].IsSign("-");
            var next = end + 1;
            if (!isRange && !Joins(tokens[end]))
                break;
            if (tokens[end].IsSign(",") && next + 1 < tokens.Count && (tokens[next].IsAny(Meaning.And, Meaning.Or)))
                next++;
            if (!IsCount(tokens[next])
                || next + 1 < tokens.Count && tokens[next + 1].Is(Meaning.Percent)
                || tokens[next].Number is not { } last
                || last <= number)
                break;
            var more = book.Columns.Where(each =>
                each.IsTest
                    && !each.IsMade
                    && each.Words.Length > 0
                    && each.Words[0] == column.Words[0]
                    && (isRange ? each.Number > number && each.Number <= last : each.Number == last)).ToList();
            if (more.Count == 0 || isRange && more[^1].Number != last)
                break;
            found.AddRange(more);
            number = (int)last;
            end = next + 1;
        }
        return found.Count == 1 ? first : new Mention(first.From, end, MentionKind.Many, found);
    }
}
