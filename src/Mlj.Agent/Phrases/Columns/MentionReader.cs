using Mlj.Agent.Phrases.Words;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>Finds where a clause speaks of columns: by heading, by the number of a test, by role, by some of a heading's words, by an abbreviation.</summary>
internal sealed class MentionReader(IReadOnlyList<Token> tokens, ColumnBook book)
{
    private const int LongestRun = 6;

    private static readonly Meanings Topics = Meanings.Of(
        Meaning.Average, Meaning.Name, Meaning.Email, Meaning.TestsTaken, Meaning.Status, Meaning.Grade, Meaning.Assignment, Meaning.Bonus,
        Meaning.Sum, Meaning.Rank, Meaning.Phone, Meaning.Number, Meaning.Random, Meaning.Absence);

    private static readonly Meanings Weak = Meanings.Of(
        Meaning.Score, Meaning.Test, Meaning.Column, Meaning.Plural, Meaning.Filler, Meaning.TestsWord, Meaning.Heading, Meaning.Value);

    // What a column of scores is not about.
    private static readonly Meanings NoScores = Meanings.Of(
        Meaning.Table, Meaning.Person, Meaning.Group, Meaning.Number, Meaning.Phone, Meaning.Absence, Meaning.Missed, Meaning.PartName);

    // What can stand within a descriptive name of a column.
    private static readonly Meanings Glue = Meanings.Of(Meaning.Of, Meaning.Filler);

    // In "who did three papers" the verb is none of it.
    private static bool IsGlue(Token token) => token.IsAny(Glue) && !token.Is(Meaning.Took);

    // What is asked for again and again while runs of words are tried.
    private readonly string[]?[] _words = new string[]?[tokens.Count];
    private readonly bool?[] _begins = new bool?[tokens.Count];
    private readonly List<KnownColumn>?[] _met = new List<KnownColumn>?[tokens.Count];

    /// <summary>The mentions from left to right; none overlap.</summary>
    /// <param name="taken">Whether a token is part of something else, such as the name of a new column.</param>
    public List<Mention> Read(Func<int, bool> taken)
    {
        var mentions = new List<Mention>();
        for (var at = 0; at < tokens.Count;)
        {
            var mention = taken(at) ? null : ReadOne(at, taken);
            if (mention is not null)
                mentions.Add(mention);
            at = mention?.To ?? at + 1;
        }
        if (!tokens.HasAny(Meaning.Rename, Meaning.Change))
            JoinRanges(mentions);
        return mentions;
    }

    // "CA1 to CA3" is three columns.
    private void JoinRanges(List<Mention> mentions)
    {
        for (var index = 0; index + 1 < mentions.Count; index++)
        {
            var (first, last) = (mentions[index], mentions[index + 1]);
            if (last.From != first.To + 1 || !(tokens[first.To].Is(Meaning.To) || tokens[first.To].IsSign("-"))
                || first is not { Kind: MentionKind.One }
                    || last is not { Kind: MentionKind.One }
                    || first.Columns[0] is not { IsTest: true, Number: { } low } one
                    || last.Columns[0] is not { IsTest: true, Number: { } high } other
                    || high - low < 2)
                continue;
            var between = book.Columns.Where(column =>
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

    private Mention? ReadOne(int at, Func<int, bool> taken) =>
        IsNaming(at) ? null : Following(Exact(at, taken), taken) ?? Numbered(at, taken) ?? Group(at, taken) ?? Described(at, taken);

    // "name the class column ..." gives a name.
    private bool IsNaming(int at) =>
        tokens[at].Is(Meaning.Call)
        && tokens[at].Is(Meaning.Name)
        && at + 1 < tokens.Count
        && (tokens[at + 1].Is(Meaning.It) || tokens[at + 1].IsFiller)
        && (at == 0 || tokens[at - 1].IsFiller || tokens[at - 1].Kind == TokenKind.Sign || tokens[at - 1].Is(Meaning.And));

    // "test 1 & 2", "quiz 1 to 3", where the heading of the first is exactly that.
    private Mention? Following(Mention? first, Func<int, bool> taken)
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

    private Mention? Exact(int at, Func<int, bool> taken)
    {
        var token = tokens[at];
        if (token.Kind is TokenKind.Column or TokenKind.Quoted)
        {
            if (book.Alike(token.Content!) is not { } column)
                return null;
            return new Mention(at, token.Kind == TokenKind.Column && HasScores(column, at + 1, taken) ? at + 2 : at + 1, MentionKind.One, [column]);
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
        return new Mention(at, HasScores(found, end, taken) ? end + 1 : end, MentionKind.One, [found]);
    }

    // The word for scores behind a subject belongs to it: "Maths scores".
    private bool HasScores(KnownColumn column, int at, Func<int, bool> taken) =>
        !column.IsText
        && column.Role is ColumnRole.None or ColumnRole.Score
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

    private Mention? Numbered(int at, Func<int, bool> taken)
    {
        var token = tokens[at];
        if (AtAnEnd(at, taken) is { } few)
            return few;
        // "the first and second test".
        if (token.Ordinal is { } first
            && at + 3 < tokens.Count
            && Joins(tokens[at + 1])
            && tokens[at + 2].Ordinal is { } second
            && IsTest(tokens[at + 3])
            && !taken(at + 3))
            return Of([first, second], at, at + 4, tokens[at + 3]);
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
        var (numbers, end) = Numbers(next, taken);
        return Of(numbers, at, end, token);
    }

    // "the first two tests", "the last two quizzes".
    private Mention? AtAnEnd(int at, Func<int, bool> taken)
    {
        var token = tokens[at];
        if (!(token.Ordinal == 1 || token.Is(Meaning.Last)) || at + 2 >= tokens.Count || !IsCount(tokens[at + 1]) || !IsTest(tokens[at + 2]) || taken(at + 2))
            return null;
        var tests = book.Columns.Where(column =>
            column is { IsTest: true, IsMade: false }
                && column.Words.Any(word => IsSame(word, tokens[at + 2].Plain))).OrderBy(column => column.Number).ToList();
        var few = (int)tokens[at + 1].Number!;
        return few < tests.Count ? Scored(at, at + 3, token.Ordinal == 1 ? tests[..few] : tests[^few..], MentionKind.Many) : null;
    }

    // "1", "1 and 2", "1, 2 or 4", "1 to 3".
    private (List<int> Numbers, int End) Numbers(int first, Func<int, bool> taken)
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

    private static bool Joins(Token token) => token.IsAny(Meaning.And, Meaning.Or) || token.IsSign(",", "&", "+");

    private static bool IsCount(Token token) =>
        token.Number is > 0 and <= 99 and var number && !token.IsPercent && number == decimal.Truncate(number) && token.Ordinal is null;

    private Mention Of(List<int> numbers, int from, int to, Token noun)
    {
        var found = new List<KnownColumn>();
        foreach (var number in numbers)
        {
            var columns = book.Columns.Where(column => column.Number == number && !column.IsMade).ToList();
            var named = columns.Where(column => column.Words.Any(word => IsSame(word, noun.Plain))).ToList();
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

    // "the three tests", "all test scores", "every quiz".
    private Mention? Group(int at, Func<int, bool> taken)
    {
        var noun = at;
        var isAll = false;
        int? count = null;
        while (noun < tokens.Count && noun < at + 5 && !(IsTest(tokens[noun]) || tokens[noun].Is(Meaning.TestsWord)))
        {
            if (tokens[noun].Is(Meaning.All))
                isAll = true;
            else if (IsCount(tokens[noun]))
                count = (int)tokens[noun].Number!;
            else if (!IsGlue(tokens[noun])
                && !((isAll || count is not null) && noun > at && tokens[noun] is { Means.IsEmpty: true, IsCapital: false, Kind: TokenKind.Word }))
                return null;
            noun++;
        }
        if (noun >= tokens.Count
            || !(IsTest(tokens[noun]) || tokens[noun].Is(Meaning.TestsWord))
            || Enumerable.Range(at, noun - at + 1).Any(taken)
            || at < noun && !isAll && count is null && !IsGlue(tokens[at]))
            return null;
        if (noun > at && tokens[at].Is(Meaning.Filler) && !isAll && count is null)
            return null;
        // "50 but test 2" counts no tests.
        if (noun > at && !isAll && Numbered(noun, taken) is not null)
            return null;
        var end = noun + 1;
        var isPlural = tokens[noun].Is(Meaning.TestsWord) || !tokens[noun].Is(Meaning.Test) && tokens[noun].Plain.EndsWith('s');
        while (end < tokens.Count && (tokens[end].IsAny(Meaning.Score, Meaning.Column)) && !tokens[end].IsCapital)
            isPlural |= tokens[end++].Is(Meaning.Plural);
        // A column of no number, such as Exam, is meant by its own word.
        if (!isAll && count is null && !isPlural)
            return null;
        var tests = book.Columns.Where(column => column.IsTest && !column.IsMade).ToList();
        var named = tests.Where(column => column.Words.Any(word => IsSame(word, tokens[noun].Plain))).ToList();
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

    private bool IsTest(Token token) => token.Is(Meaning.Test) || token.Kind == TokenKind.Word && token.Number is null && book.IsSeries(token.Plain);

    private Mention? Described(int at, Func<int, bool> taken)
    {
        if (taken(at) || !CanBegin(tokens[at]))
            return null;
        var last = at;
        for (var index = at; index < tokens.Count && index < at + LongestRun && !taken(index) && !(index > at && (_begins[index] ??= (Exact(index, taken) ?? Numbered(index, taken) ?? Group(index, taken)) is not null)) && (CanBegin(tokens[index]) || tokens[index].IsSign("-")); index++)
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
        book.Columns.Any(column => !column.IsOrder && column.Words.Length > 1 && column.Words.Any(word => IsSame(word, token.Plain)));

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
                strong.TrueForAll(token => column.Words.Any(word => IsSame(word, token.Plain)))).ToList() is { Count: > 0 } literal)
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

    private bool IsGenericWord(Token token) => !book.Columns.Any(column => column.Words.Length == 1 && IsSame(column.Words[0], token.Plain));

    private bool IsNear(Token token) => book.Columns.Any(column => column.Words.Any(word => IsSame(word, token.Plain)));

    private Mention? Generic(int from, int to)
    {
        var scores = book.Columns.Where(column => column.IsScore).ToList();
        if (tokens[from].Is(Meaning.Test)
            && scores.Where(column => column.Words.Any(word => IsSame(word, tokens[from].Plain))).ToList() is { Count: > 0 } named)
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
        if (column.Words.Any(word => IsSame(word, token.Plain)) || IsRole(column, token))
            return true;
        if (token.Plain.Contains(' ') && token.Plain.Split(' ').All(part => column.Words.Any(word => IsSame(word, part))))
            return true;
        // "random" alone is no column of names, nor "number" one of sums: what both mean must be about the column.
        return column.Means.HasAny(token.Means & Topics);
    }

    // companies, company
    private static bool IsPlural(string word, string other) =>
        word.Length == other.Length + 2
        && word.EndsWith("ies", StringComparison.Ordinal)
        && other[^1] == 'y'
        && word.AsSpan(0, word.Length - 3).SequenceEqual(other.AsSpan(0, other.Length - 1));

    /// <summary>Whether two words are one, with an ending of number or a slip of the pen aside.</summary>
    public static bool IsSame(string word, string other)
    {
        if (word == other || IsPlural(word, other) || IsPlural(other, word))
            return true;
        var least = Math.Min(word.Length, other.Length);
        // id, ids
        if (least == 2 && (word == other + "s" || other == word + "s"))
            return true;
        if (least < 3 || word[0] != other[0])
            return false;
        if (Math.Abs(word.Length - other.Length) <= 3
            && (word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal))
            && (word.Length > other.Length ? word : other)[least..] is "s" or "es" or "zes" or "x")
            return true;
        return least >= 5 && Nearness.Distance(word, other, least >= 8 ? 2 : 1) <= (least >= 8 ? 2 : 1);
    }
}
