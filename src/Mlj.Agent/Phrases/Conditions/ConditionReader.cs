using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Reads the conditions in a clause: comparisons, ranges, words that a cell holds, cells that are missing, tests that somebody took.</summary>
/// <param name="clause">The clause.</param>
/// <param name="topic">The column that "it" means; null when nothing was spoken of.</param>
internal sealed class ConditionReader(Clause clause, KnownColumn? topic)
{
    private readonly List<Condition> _found = [];
    private Mention? _subject;
    private bool _isFresh;

    /// <summary>What is wrong with the conditions; null when nothing is.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>Whether an "or" stands between conditions.</summary>
    public bool HasOr { get; private set; }

    /// <summary>Whether people are meant who meet a condition of their own: "those below 40 and those without an address".</summary>
    public bool HasOthers { get; private set; }

    private IReadOnlyList<Token> Tokens => clause.Tokens;

    public List<Condition> Read(int from = 0)
    {
        // "every centre except Lusaka".
        if (from > 0
            && clause.MentionTo(from) is { Kind: MentionKind.One, IsGeneric: false } before
            && !before.Columns[0].IsScore
            && clause.Skip(from + 1) is var value
            && value < clause.Count
            && clause.MentionAt(value) is null
            && IsWritten(value)
            && Value(value) is ({ } except, _))
            return [new Condition(before.Columns[0], "equals", JsonValue.Create(except))];
        for (var at = from; at < clause.Count && Trouble is null;)
            at = Math.Max(at + 1, Next(at));
        // What was said twice holds once.
        for (var index = _found.Count - 1; index > 0; index--)
            if (_found.Take(index).Any(other =>
                other.Column == _found[index].Column
                    && other.Operator == _found[index].Operator
                    && JsonNode.DeepEquals(other.Value, _found[index].Value)))
                _found.RemoveAt(index);
        // A column and a word beside it: "group B".
        if (_found.Count == 0 && Trouble is null)
            Beside(from);
        else if (Trouble is null)
            AlsoBeside(from);
        return _found;
    }

    // A name, a quotation or a code, such as 4A.
    private bool IsWritten(int at) => Tokens[at].IsCapital || Tokens[at].IsQuoted || Tokens[at].IsCode;

    private int Next(int at)
    {
        if (clause.IsTaken(at))
            return at + 1;
        if (Tokens[at].IsAny(Meaning.With, Meaning.Receive, Meaning.Score) && Graded(at) is { } graded)
            return graded;
        if (clause.MentionFrom(at) is { } mention && !IsMethodOnly(mention))
        {
            _subject = mention;
            _isFresh = true;
            return Spoken(mention.To, at);
        }
        var token = Tokens[at];
        if (token.Is(Meaning.Or) && _found.Count > 0)
            HasOr = true;
        if (token.Is(Meaning.And) && _found.Count > 0 && clause.Skip(at + 1, Meaning.Also) is var apart && clause.IsAny(apart, Meaning.Person, Meaning.Who))
            HasOthers = true;
        if (token.IsAny(Meaning.Missed, Meaning.Without) && Absent(at) is { } behind)
            return behind;
        if (token.Is(Meaning.TookAll))
            return Took(TestCount(), "equals", at + 1);
        if (token.Is(Meaning.Took) && Attended(at) is { } attended)
            return attended;
        if (token.Is(Meaning.With) && Present(at) is { } present)
            return present;
        if (token.IsAny(Meaning.Receive, Meaning.Score) && Gained(at) is { } gained)
            return gained;
        if (token.Is(Meaning.Not) && NeverHeld(at) is { } lacking)
            return lacking;
        if (Operator(at) is var (name, end))
            return Compared(name, at, end);
        if (token.IsAny(Meaning.Contains, Meaning.Starts, Meaning.Ends))
            return Worded(at);
        if (token.IsAny(Meaning.Between, Meaning.From))
            return Range(at + 1) ?? at + 1;
        if (Number(at) is { } && Range(at) is { } range && _subject is not null)
            return range;
        if (Number(at) is { } equal && IsScoredIn(at))
            return Add("equals", equal, NumberEnd(at));
        if (Number(at) is { } number && Postfix(at + 1) is var (postfix, last) && postfix is not null)
            return Add(postfix, number, last);
        return at + 1;
    }

    // "who got a perfect 100 on test 1".
    private int? Gained(int at) =>
        clause.MentionAt(at) is null or { IsGeneric: true } && clause.Has(Meaning.Who) ? Earned(at) : null;

    // "who never got an exam mark".
    private int? NeverHeld(int at)
    {
        var held = clause.Skip(at + 1);
        if (!clause.IsAny(held, Meaning.Receive, Meaning.With, Meaning.Score) || clause.MentionAt(held) is not (null or { IsGeneric: true }))
            return null;
        if (clause.MentionFrom(clause.Skip(held + 1)) is not { Kind: MentionKind.One, IsGeneric: false } lacking || Within(lacking.To, lacking.To) is not null)
            return null;
        _subject = lacking;
        return AddBare("is_empty", lacking.To);
    }

    // "who scored zero in test 1".
    private bool IsScoredIn(int at) =>
        clause.Is(at - 1, Meaning.Score)
        && !Tokens[at - 1].Is(Meaning.Plural)
        && clause.Tokens.Take(at).HasAny(Meaning.Who, Meaning.Person)
        && Postfix(at + 1).Name is null
        && clause.Mentions.Exists(mention => mention.From == clause.Skip(NumberEnd(at), Meaning.In, Meaning.On, Meaning.For) && mention.IsSpecific);

    // A mention that only says how scores are made one, such as "average" before "of test 2", is no subject.
    private bool IsMethodOnly(Mention mention) =>
        Enumerable.Range(mention.From, mention.To - mention.From).Any(at =>
        Tokens[at].IsAny(Meaning.Average, Meaning.Sum, Meaning.Max, Meaning.Min, Meaning.Median))
        && clause.Is(mention.To, Meaning.Of)
        && clause.Mentions.Exists(other => other.From > mention.To);

    // What can follow a column: that it is missing, a sign of equality and a value, a number alone.
    private int Spoken(int at, int from)
    {
        var next = at;
        var isNot = false;
        var isEqual = false;
        // "mail has gmail in it".
        if (Within(next, clause.Skip(next, Meaning.Not, Meaning.That, Meaning.Who)) is { } within)
            return within;
        while (next < clause.Count
            && (Tokens[next].IsAny(Meaning.Be, Meaning.Not)
                || Tokens[next].Is(Meaning.Row) && !Tokens[next].Is(Meaning.Plural)
                || Tokens[next].IsFiller
                || Tokens[next].Is(Meaning.Equals)
                || Tokens[next].IsSign("=")
                || Tokens[next].IsAny(Meaning.With, Meaning.Column))
            && !Tokens[next].Is(Meaning.Missed)
            && !Tokens[next].Is(Meaning.Without)
            && !(Tokens[next].IsCapital && isEqual | isNot | next > at && Tokens[next].End - Tokens[next].Start == 1))
        {
            isNot |= Tokens[next].Is(Meaning.Not);
            isEqual |= Tokens[next].Is(Meaning.Equals) || Tokens[next].IsSign("=");
            next++;
        }
        if (clause.Is(next, Meaning.Missing) && !clause.Mentions.Exists(mention => mention.From == next + 1 && mention.From == clause.Skip(next + 1)))
            return AddBare(isNot ? "not_empty" : "is_empty", next + 1);
        if (!isEqual && !isNot || next >= clause.Count)
            return at;
        // "whose mail is on outlook".
        if (clause.Skip(next, Meaning.On, Meaning.At, Meaning.From) is var host && clause.Is(host, Meaning.MailHost))
            return AddText(isNot ? "not_contains" : "contains", Tokens[host].Plain, host + 1);
        if (Operator(next) is not null
            || Tokens[next].IsAny(Meaning.Contains, Meaning.Starts, Meaning.Ends, Meaning.Between)
            || Tokens[next].IsSign("!=")
            || Number(next) is not null && Postfix(next + 1).Name is not null)
            return at;
        if (Number(next) is { } && Range(next) is { } range)
            return range;
        if (Number(next) is { } number)
            return Add(isNot ? "not_equals" : "equals", number, NumberEnd(next));
        isEqual |= isNot && IsWritten(next) && clause.MentionAt(next) is null;
        // "test 2 is no longer valid" compares with nothing that a score can be.
        if (_subject is { IsSpecific: true } subject && subject.Columns[0].IsScore && !IsWritten(next))
            return at;
        return isEqual && Value(next) is var (text, end) && text is not null && !Tokens[next].Is(Meaning.Missing)
            ? AddText(isNot ? "not_equals" : "equals", text, end)
            : at;
    }

    // "has gmail in it", "with yahoo in them", behind the column that it is about.
    private int? Within(int from, int at)
    {
        if (at >= clause.Count || !Tokens[at].IsAny(Meaning.With, Meaning.Contains, Meaning.Without) || Value(clause.Skip(at + 1)) is not ({ } text, var end))
            return null;
        if (end + 1 >= clause.Count || !Tokens[end].Is(Meaning.In) || !Tokens[end + 1].IsAny(Meaning.It, Meaning.Them))
            return null;
        return AddText(Tokens[at].Is(Meaning.Without) || Tokens.Skip(from).Take(at - from).Has(Meaning.Not) ? "not_contains" : "contains", text, end + 2);
    }

    private int Compared(string name, int at, int end)
    {
        var next = clause.Skip(end, Meaning.Of, Meaning.To, Meaning.Be, Meaning.Value, Meaning.By);
        if (next >= clause.Count || Number(next) is not { } number)
        {
            // "above average" compares with something that is no number.
            if (clause.IsAny(next, Meaning.Average, Meaning.Median, Meaning.Threshold, Meaning.It))
                Trouble = new Trouble("which_value", clause.Text(at, next + 1));
            return end;
        }
        var negated = at > 0
            && (Tokens[at - 1].Is(Meaning.Not) || clause.Is(at - 2, Meaning.Not) && Tokens[at - 1].IsAny(Meaning.Be, Meaning.Score, Meaning.Filler));
        return Add(negated ? Condition.OppositeOf(name) : name, number, NumberEnd(next));
    }

    private int Add(string name, decimal value, int end)
    {
        if (Column(end) is not var (column, behind) || column is null)
        {
            Trouble ??= new Trouble("which_column_to_compare")
            {
                Join = "in",
                Columns = [.. clause.Book.Columns.Where(each => each.IsScore || each.Role == ColumnRole.TestsTaken)]
            };
            return end;
        }
        _found.Add(new Condition(column, name, JsonValue.Create(value)));
        // "English and Maths both above 60".
        if (_subject is { } last
            && last.From > 1
            && Tokens[last.From - 1].Is(Meaning.And)
            && clause.MentionTo(last.From - 1) is { Kind: MentionKind.One } joined
            && clause.Is(last.To, Meaning.All)
            && joined.Columns[0] != column)
            _found.Insert(_found.Count - 1, new Condition(joined.Columns[0], name, JsonValue.Create(value)));
        // "above 60 in both Maths and English".
        while (behind > end
            && behind + 1 < clause.Count
            && Tokens[behind].Is(Meaning.And)
            && clause.Skip(behind + 1) is var next
            && clause.MentionFrom(next) is { Kind: MentionKind.One } other
            && (other.To == clause.Count || Tokens[other.To].Kind == TokenKind.Sign || Tokens[other.To].IsAny(Meaning.And, Meaning.Only)))
        {
            _found.Add(new Condition(other.Columns[0], name, JsonValue.Create(value)));
            behind = other.To;
        }
        return behind;
    }

    private int AddText(string name, string value, int end)
    {
        if (_subject is not { Kind: MentionKind.One })
        {
            Trouble = Which(_subject);
            return end;
        }
        _found.Add(new Condition(_subject.Columns[0], name, JsonValue.Create(value)));
        _isFresh = false;
        return end;
    }

    private int AddBare(string name, int end)
    {
        if (_subject is { Kind: MentionKind.One })
            _found.Add(new Condition(_subject.Columns[0], name, null));
        else
            Trouble = Which(_subject);
        _isFresh = false;
        return end;
    }

    private Trouble Which(Mention? mention) => mention is { Kind: MentionKind.Unclear or MentionKind.Many }
        ? new Trouble("which_column") { Columns = mention.Columns, Gap = (Tokens[mention.From].Start, Tokens[mention.To - 1].End) }
        : new Trouble("unknown_column", mention is null ? "" : clause.Text(mention.From, mention.To));

    // The column before the comparison, or the one behind the number: "under 50 in test 1".
    private (KnownColumn? Column, int End)? Column(int end)
    {
        // "scored above 80 in test 1" speaks of test 1.
        var later = clause.Skip(end, Meaning.In, Meaning.On, Meaning.For, Meaning.At, Meaning.Of);
        if (_subject is { IsGeneric: true, Kind: MentionKind.Unclear }
            && clause.Mentions.Find(mention => mention.From >= end && mention.From <= later) is { IsGeneric: false })
            _isFresh = false;
        if (_isFresh && _subject is not null)
            return Chosen(_subject, end);
        var next = clause.Skip(end, Meaning.In, Meaning.On, Meaning.For, Meaning.At, Meaning.Of, Meaning.Took, Meaning.By, Meaning.Score);
        if (clause.Is(next, Meaning.TestsWord) && clause.Mentions.Find(each => each.From == next) is not { Kind: MentionKind.One }
            || clause.IsAny(end, Meaning.TestsWord, Meaning.TestsTaken)
                || clause.Is(end, Meaning.Test) && clause.MentionAt(end) is not { Kind: MentionKind.One })
            return Taken() is { } taken ? (taken, next + 1) : null;
        var places = clause.Skip(end, Meaning.In, Meaning.On, Meaning.For, Meaning.At, Meaning.Of, Meaning.By, Meaning.To, Meaning.All);
        if (clause.Mentions.Find(mention => mention.From >= end && mention.From <= places) is { } behind)
            return Chosen(Exactly(behind), Exactly(behind).To);
        if (_subject is not null)
            return Chosen(_subject, end);
        return topic is not null && _found.Count == 0 && (clause.HasAny(Meaning.It, Meaning.Them))
            ? (topic, end)
            : _found.Count > 0
            ? (_found[^1].Column, end)
            : null;
    }

    private (KnownColumn? Column, int End)? Chosen(Mention mention, int end)
    {
        _isFresh = false;
        _subject = mention;
        if (mention.Kind == MentionKind.One)
            return (mention.Columns[0], end);
        Trouble = Which(mention);
        return (null, end);
    }

    private KnownColumn? Taken() => clause.Book.Columns.FirstOrDefault(column => column.Role == ColumnRole.TestsTaken);

    private int TestCount() => clause.Book.Columns.Count(column => column.IsTest && !column.IsMade);

    private int Took(decimal count, string name, int end)
    {
        if (Taken() is { } taken)
            _found.Add(new Condition(taken, name, JsonValue.Create(count)));
        else if (count == TestCount() && name is "equals" or "greater_equal")
            foreach (var test in clause.Book.Columns.Where(column => column.IsTest && !column.IsMade))
                _found.Add(new Condition(test, "not_empty", null));
        else
            Trouble = new Trouble("no_tests_taken");
        return end;
    }

    // "took all three tests", "sat 1 test", "took test 2", "did not take test 2".
    private int? Attended(int at)
    {
        // "take one of the tests out" is an order.
        if (at == clause.Skip(0) && (Tokens[at].Is(Meaning.Remove) || !clause.HasAny(Meaning.Person, Meaning.Who, Meaning.Only, Meaning.All)))
            return null;
        var isNot = at > 0 && (Tokens[at - 1].Is(Meaning.Not) || clause.Is(at - 2, Meaning.Not) && Tokens[at - 1].IsFiller);
        var next = clause.Skip(at + 1, Meaning.Equals, Meaning.Only, Meaning.Took);
        if (next >= clause.Count || next < at + 1)
            return null;
        var isAll = false;
        decimal? count = null;
        var noun = next;
        while (noun < clause.Count
            && (Tokens[noun].Is(Meaning.All)
                || Number(noun) is not null && !isTestNumber(noun)
                || Tokens[noun].IsFiller
                || Tokens[noun].Is(Meaning.Of))
            && Operator(noun) is null)
        {
            isAll |= Tokens[noun].Is(Meaning.All);
            count ??= Number(noun);
            noun++;
        }
        if (clause.Is(noun, Meaning.Test) && (isAll || count is not null))
        {
            if (count is null && clause.Mentions.Find(mention => mention.Covers(noun)) is { Kind: MentionKind.One, IsGeneric: false })
                return null;
            if (isAll && count is { } said && said != TestCount() && TestCount() > 0)
            {
                Trouble = new Trouble("count_of_tests", said.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    TestCount().ToString(System.Globalization.CultureInfo.InvariantCulture));
                return noun;
            }
            var (postfix, behind) = Postfix(noun + 1);
            return Took(count ?? TestCount(), postfix is not null && !isNot ? postfix : isNot ? "not_equals" : "equals", behind);
        }
        if (clause.Mentions.Find(mention => mention.From >= at + 1 && mention.From <= next) is { } test
            && test.Columns.Count > 0
            && test.Columns.All(column => column.IsScore || column.IsTest))
        {
            if (test.Kind == MentionKind.Many && !isNot)
            {
                foreach (var column in test.Columns)
                    _found.Add(new Condition(column, "not_empty", null));
                return test.To;
            }
            _subject = test;
            return AddBare(isNot ? "is_empty" : "not_empty", test.To);
        }
        return null;

        bool isTestNumber(int index) => clause.Is(index - 1, Meaning.Test);
    }

    private int? Earned(int at)
    {
        var next = at + 1;
        while (next < clause.Count
            && Number(next) is null
            && (Tokens[next].IsFiller || Tokens[next].IsUnknown || Tokens[next].Is(Meaning.Equals))
            && next - at < 4)
            next++;
        if (next >= clause.Count || Number(next) is not { } number || Postfix(NumberEnd(next)).Name is not null)
            return null;
        var place = clause.Skip(NumberEnd(next), Meaning.In, Meaning.On, Meaning.For, Meaning.Score);
        if (place == NumberEnd(next) || clause.MentionFrom(place) is not { Kind: MentionKind.One } where)
            return null;
        _subject = where;
        return Add("equals", number, where.To);
    }

    private int? Absent(int at)
    {
        var next = clause.Skip(at + 1, Meaning.From, Meaning.In);
        if (clause.Mentions.Find(mention => mention.From > at && mention.From <= next) is not { } mention)
            return null;
        // "no test 3 below 40" compares; "no test 3" does not.
        _subject = Exactly(mention);
        return AddBare("is_empty", _subject.To);
    }

    // "mark for the third test", "points in the oral exam" speak of the test.
    private Mention Exactly(Mention mention) =>
        mention is { IsGeneric: true, Kind: not MentionKind.One }
        && clause.Skip(mention.To, Meaning.In, Meaning.For, Meaning.On) is var exact
        && exact > mention.To
        && clause.MentionFrom(exact) is { Kind: MentionKind.One } specific ? specific : mention;

    // "who got an F", where one column has the grades.
    private int? Graded(int at)
    {
        var letter = clause.Skip(at + 1, Meaning.Letter, Meaning.Grade);
        if (clause.Book.OfRole(ColumnRole.Grade) is not [var grades]
            || !clause.IsCapitalWord(letter)
            || clause.MentionAt(letter) is not null
            || Tokens[letter] is not { Plain: [>= 'a' and <= 'f'] } token)
            return null;
        var end = letter + 1;
        if (clause.IsSign(end, "+", "-") && Tokens[end].Start == token.End)
            end++;
        if (clause.IsAny(end, Meaning.In, Meaning.On, Meaning.For) && !clause.Is(end + 1, Meaning.It))
            return null;
        _found.Add(new Condition(grades, "equals", JsonValue.Create(clause.Text(letter, end))));
        return end;
    }

    // "with an email", "who have a test 2 score".
    private int? Present(int at) => WithCount(at) ?? WithValue(clause.Skip(at + 1)) ?? WithSomething(at);

    // "with exactly two tests".
    private int? WithCount(int at)
    {
        var count = clause.Skip(at + 1, Meaning.Equals, Meaning.Only, Meaning.All);
        if (count + 1 < clause.Count
            && Number(count) is { } tests
            && Tokens[count + 1].Is(Meaning.TestsWord)
            && clause.MentionAt(count + 1) is null or { IsGeneric: true })
            return Took(tests, Postfix(count + 2).Name ?? "equals", Postfix(count + 2).End);
        if (Number(count) is not { } sat || clause.MentionFrom(count + 1) is not { Kind: MentionKind.One, Columns: [{ Role: ColumnRole.TestsTaken }] } sittings)
            return null;
        _subject = sittings;
        return Add(Postfix(sittings.To).Name ?? "equals", sat, Postfix(sittings.To).End);
    }

    // What is held stands before its column: "have zero for CA2", "with Okonjo in their name", "with a blank test 2".
    private int? WithValue(int next)
    {
        if (Number(next) is { } held
            && clause.Skip(NumberEnd(next), Meaning.In, Meaning.On, Meaning.For) is var place
            && place > NumberEnd(next)
            && clause.MentionFrom(place) is { Kind: MentionKind.One } holds)
        {
            _subject = holds;
            return Add("equals", held, holds.To);
        }
        if (next >= clause.Count)
            return null;
        // "with zero absences".
        if (Number(next) is { } each
            && Tokens[next].Kind == TokenKind.Number
            && !Tokens[next].Is(Meaning.Person)
            && clause.MentionFrom(NumberEnd(next)) is { Kind: MentionKind.One, IsGeneric: false } of
            && !of.Columns[0].IsTest)
        {
            _subject = of;
            return Add("equals", each, of.To);
        }
        if (Tokens[next].IsAny(Meaning.Missing, Meaning.Blank)
            && clause.Skip(next + 1, Meaning.In, Meaning.For, Meaning.At, Meaning.On, Meaning.Took) is var blank
            && clause.MentionFrom(blank) is { Kind: MentionKind.One } empty)
        {
            _subject = empty;
            return AddBare("is_empty", empty.To);
        }
        if (clause.MentionAt(next) is null
            && !char.IsAsciiDigit(Tokens[next].Plain.FirstOrDefault())
            && (Tokens[next].IsCapital || Tokens[next].IsUnknown || Tokens[next].IsQuoted)
            && Number(next) is null
            && Value(next) is ({ } part, var written)
            && clause.Skip(written) is var last
            && last + 1 < clause.Count
            && Tokens[last].Is(Meaning.In)
            && clause.Skip(last + 1) is var home
            && clause.MentionFrom(home) is { Kind: MentionKind.One } text)
        {
            _subject = text;
            return AddText("contains", part, text.To);
        }
        return null;
    }

    // The column stands alone: it must not be empty.
    private int? WithSomething(int at)
    {
        var next = clause.Skip(at + 1);
        if (next >= clause.Count || clause.Mentions.Find(mention => mention.From > at && mention.From <= next) is not { Kind: MentionKind.One } mention)
            return null;
        if (mention.To < clause.Count
            && !(Tokens[mention.To].IsAny(Meaning.And, Meaning.Keep, Meaning.Hide, Meaning.Remove, Meaning.Show)
                || Tokens[mention.To].Kind == TokenKind.Sign
                || Tokens[mention.To].Is(Meaning.Only))
            || mention.Columns[0].IsScore && mention.To < clause.Count && !clause.Has(Meaning.Person))
            return null;
        if (!clause.Tokens.Take(at).HasAny(Meaning.Person, Meaning.Row, Meaning.Who))
            return null;
        _subject = mention;
        return AddBare("not_empty", mention.To);
    }

    private int Worded(int at)
    {
        var token = Tokens[at];
        var isNot = Enumerable.Range(Math.Max(0, at - 3), at - Math.Max(0, at - 3)).Any(index => Tokens[index].Is(Meaning.Not));
        var name = token.Is(Meaning.Starts) ? "starts_with" : token.Is(Meaning.Ends) ? "ends_with" : isNot ? "not_contains" : "contains";
        if (isNot && name != "not_contains")
        {
            Trouble = new Trouble("cannot_negate");
            return at + 1;
        }
        var next = at + 1;
        while (next < clause.Count - 1
            && !Tokens[next].IsCapital
            && (Tokens[next].IsFiller || Tokens[next].IsAny(Meaning.With, Meaning.Letter, Meaning.In, Meaning.At, Meaning.Value)))
            next++;
        var (value, end) = Value(next);
        if (value is null || _subject is null && !token.Is(Meaning.Contains) && Tokens[next] is { Kind: TokenKind.Word, IsCapital: false } && value.Length > 3)
            return at + 1;
        // "all rows containing 'demo' in the mail".
        if (_subject is null && clause.Is(end, Meaning.In) && clause.Skip(end + 1) is var place && clause.MentionFrom(place) is { Kind: MentionKind.One } where)
            (_subject, end) = (where, where.To);
        if (_subject is null)
        {
            if (clause.Book.OfRole(ColumnRole.Name) is not [var named])
            {
                Trouble = new Trouble("which_column_to_compare") { Join = "in", Columns = [.. clause.Book.Columns.Where(column => column.IsText)] };
                return end;
            }
            _subject = new Mention(at, at, MentionKind.One, [named]);
        }
        return AddText(name, value, end);
    }

    // "between 50 and 60", "from 50 to 60", "50-60".
    private int? Range(int at)
    {
        at = clause.Skip(at);
        if (at >= clause.Count || Number(at) is not { } low)
            return null;
        var join = NumberEnd(at);
        if (join + 1 >= clause.Count
            || !(Tokens[join].IsAny(Meaning.And, Meaning.To) || Tokens[join].IsSign("-") || Tokens[join].Is(Meaning.LessEqual))
            || Number(join + 1) is not { } high
            || low > high)
            return null;
        if (Tokens[join].Is(Meaning.And) && !clause.Has(Meaning.Between))
            return null;
        var end = NumberEnd(join + 1);
        var behind = Add("greater_equal", low, end);
        if (Trouble is null)
            _found.Add(_found[^1] with { Operator = "less_equal", Value = JsonValue.Create(high) });
        return Math.Max(behind, end);
    }

    // "those in class JSS1 who got 50 and above in english" says two things.
    private void AlsoBeside(int from)
    {
        foreach (var mention in clause.Mentions)
            if (mention.From >= from
                && mention.IsSpecific
                && mention.Columns[0] is { IsScore: false, Role: ColumnRole.None, Number: null } column
                && !_found.Exists(condition => condition.Column == column)
                && mention.To < clause.Count
                    && Tokens[mention.To] is { IsCapital: true, Kind: TokenKind.Word } or { Kind: TokenKind.Quoted }
                    && clause.MentionAt(mention.To) is null
                    && Value(mention.To).Text is { } value)
                _found.Insert(0, new Condition(column, IsDenied(mention.From) ? "not_equals" : "equals", JsonValue.Create(value)));
            else if (mention.From > from
                && mention.IsSpecific
                && mention.Columns[0] is { IsScore: false, Role: ColumnRole.None, Number: null } kind
                && !_found.Exists(condition => condition.Column == kind)
                && (!clause.HasLead || mention.From - 1 > clause.Lead) && Tokens[mention.From - 1].IsCapitalWord && clause.MentionAt(mention.From - 1) is null)
                _found.Insert(0, new Condition(kind, IsDenied(mention.From - 1) ? "not_equals" : "equals", JsonValue.Create(clause.Text(mention.From - 1, mention.From))));
    }

    // "not in class JSS1".
    private bool IsDenied(int at)
    {
        while (at > 0
            && (Tokens[at - 1].IsAny(Meaning.In, Meaning.From, Meaning.Of, Meaning.Be) || Tokens[at - 1].IsFiller || Tokens[at - 1].IsCapitalWord)
            && !Tokens[at - 1].Is(Meaning.Not))
            at--;
        return clause.Is(at - 1, Meaning.Not);
    }

    private void Beside(int from)
    {
        if ((ValueBehind(from) ?? ValueBefore(from) ?? Hosted(from)) is { } condition)
            _found.Add(condition);
        else
            NameAlone(from);
    }

    // "group B".
    private Condition? ValueBehind(int from)
    {
        foreach (var mention in clause.Mentions)
        {
            if (mention.From < from || mention.Kind != MentionKind.One || mention.Columns[0] is not { } column || column.IsScore || mention.To >= clause.Count)
                continue;
            var next = mention.To;
            if (Tokens[next].Kind is TokenKind.Word or TokenKind.Quoted or TokenKind.Number
                && !Tokens[next].IsMended
                && (Tokens[next].IsUnknown || Tokens[next].IsCapital || Tokens[next].Number is not null)
                && Value(next) is var (value, _)
                && value is not null)
                return new Condition(column, IsDenied(mention.From) ? "not_equals" : "equals", Tokens[next].Number is { } number
                    && Tokens[next].Kind == TokenKind.Number
                    && !column.IsText ? JsonValue.Create(number) : JsonValue.Create(value));
        }
        return null;
    }

    // "the Computer Science department".
    private Condition? ValueBefore(int from)
    {
        foreach (var mention in clause.Mentions)
        {
            var word = mention.From;
            while (word > from
                && Tokens[word - 1] is { Kind: TokenKind.Word, IsCapital: true } or { Kind: TokenKind.Quoted }
                && clause.MentionAt(word - 1) is null
                && (word - 1 > clause.Lead || clause.Lead >= mention.To))
                word--;
            if (word == mention.From || mention.Kind != MentionKind.One || mention.Columns[0] is not { IsScore: false, Role: ColumnRole.None } kind)
                continue;
            return new Condition(kind, IsDenied(word) ? "not_equals" : "equals", JsonValue.Create(Tokens[word].Content ?? clause.Text(word, mention.From)));
        }
        return null;
    }

    // "with a gmail address".
    private Condition? Hosted(int from)
    {
        var host = clause.IndexOf(Meaning.MailHost, from);
        if (host < 0 || clause.Book.OfRole(ColumnRole.Email) is not [var email])
            return null;
        var isNot = clause.Tokens.Take(host).HasAny(Meaning.Not, Meaning.Without);
        return new Condition(email, isNot ? "not_contains" : "contains", JsonValue.Create(Tokens[host].Plain));
    }

    // "only show Ngozi Eze".
    private void NameAlone(int from)
    {
        var first = Enumerable.Range(from, clause.Count - from).FirstOrDefault(at =>
            !clause.IsTaken(at)
                && clause.MentionAt(at) is null
                && (Tokens[at].IsQuoted || at > 0 && Tokens[at] is { IsCapital: true, Kind: TokenKind.Word, IsUncertain: true, Plain.Length: > 1 }), -1);
        if (first < 0 || clause.Book.OfRole(ColumnRole.Name) is not [var name])
            return;
        // "an Index column" is no name of a person.
        if (clause.Is(first + 1, Meaning.Column) || IsPlace(first))
        {
            Trouble = new Trouble("which_rows");
            return;
        }
        var last = NameEnd(first);
        var text = Tokens[first].Content ?? clause.Text(first, last);
        if (Tokens[last - 1].IsOwner)
            text = clause.Message[Tokens[first].Start..Tokens[last - 1].End];
        _found.Add(new Condition(name, "contains", JsonValue.Create(text)));
    }

    // "students from Kano" speaks of a place, of which no column was named.
    private bool IsPlace(int at) =>
        at > 0
        && !(Tokens[at - 1].Is(Meaning.Of) && clause.Is(at - 2, Meaning.Row))
        && Tokens[at - 1].IsAny(Meaning.From, Meaning.In, Meaning.At, Meaning.Of, Meaning.On, Meaning.By, Meaning.With, Meaning.For);

    // Behind the last part of a name: "Ngozi Eze", "Okwuosa-Reed".
    private int NameEnd(int first)
    {
        var last = first + 1;
        while (last < clause.Count
            && (Tokens[last].Kind == TokenKind.Word && Tokens[last].IsCapital
                || Tokens[last].IsSign("-")
                    && last + 1 < clause.Count
                    && Tokens[last].Start == Tokens[last - 1].End
                    && Tokens[last + 1].Start == Tokens[last].End
                || Tokens[last - 1].IsSign("-") && Tokens[last].Kind == TokenKind.Word))
            last++;
        return last;
    }

    private (string Name, int End)? Operator(int at)
    {
        var token = Tokens[at];
        var name = token.Is(Meaning.GreaterEqual) || token.IsSign(">=") ? "greater_equal" : token.Is(Meaning.LessEqual) || token.IsSign("<=") ? "less_equal"
            : token.Is(Meaning.Greater) || token.IsSign(">") ? "greater" : token.Is(Meaning.Less) || token.IsSign("<") ? "less" : token.IsSign("!=") ? "not_equals" : null;
        // "below 50 in maths and below 50 in English": no number stands before this "and below".
        if (name is null
            && token.Plain.Contains(' ')
            && (token.IsAny(Meaning.OrLess, Meaning.OrMore))
            && at > 0
            && Tokens[at - 1].Number is null
            && !Tokens[at - 1].Is(Meaning.Percent)
            && !Tokens[at - 1].Is(Meaning.Score)
            && Number(clause.Skip(at + 1)) is not null)
            name = token.Is(Meaning.OrLess) ? "less" : "greater";
        name ??= Bound(at);
        // "the mean over the 3 tests" goes across them.
        if (name is null
            || token.Is(Meaning.Divided)
                && MethodSays()
                && clause.Skip(at + 1, Meaning.All) is var over
                && over + 1 < clause.Count
                && Tokens[over].Number is not null
                && Tokens[over + 1].Is(Meaning.Test))
            return null;
        var end = at + 1;
        // "not less than" in two tokens is the next one's business; "greater than or equal to" is one comparison.
        if (end + 1 < clause.Count && Tokens[end].Is(Meaning.Or) && Tokens[end + 1].Is(Meaning.Equals))
            (name, end) = (name == "greater" ? "greater_equal" : name == "less" ? "less_equal" : name, end + 2);
        return (name, end);
    }

    // "absences: maximum 3", "with maximum 10 points in the oral exam".
    private string? Bound(int at)
    {
        var number = clause.Skip(at + 1, Meaning.Of);
        if (!Tokens[at].IsAny(Meaning.Max, Meaning.Min) || Number(number) is null)
            return null;
        var place = clause.Skip(NumberEnd(number), Meaning.Score, Meaning.In, Meaning.On, Meaning.For);
        var isPlaced = clause.IsAny(place - 1, Meaning.Filler, Meaning.In, Meaning.On, Meaning.For) && clause.MentionFrom(place) is { IsSpecific: true };
        return _subject is null && !isPlaced ? null : Tokens[at].Is(Meaning.Max) ? "less_equal" : "greater_equal";
    }

    private bool MethodSays() => clause.SaysAny(Meaning.Average, Meaning.Sum, Meaning.Median);

    private (string? Name, int End) Postfix(int at) =>
        at < clause.Count
        && (Tokens[at].Is(Meaning.OrMore)
        || Tokens[at].IsSign("+") && Tokens[at].Start == Tokens[at - 1].End && !(at + 1 < clause.Count && Tokens[at + 1].Start == Tokens[at].End))
        ? ("greater_equal", at + 1)
        : clause.Is(at, Meaning.OrLess) ? ("less_equal", at + 1)
        // "two tests at most".
        : clause.IsAny(at, Meaning.LessEqual, Meaning.GreaterEqual) && Tokens[at].Kind == TokenKind.Word && Number(clause.Skip(at + 1)) is null
        ? (Tokens[at].Is(Meaning.LessEqual) ? "less_equal" : "greater_equal", at + 1)
        : at + 1 < clause.Count && (Tokens[at].IsAny(Meaning.Score, Meaning.Percent)) && Tokens[at + 1].Is(Meaning.OrMore) ? ("greater_equal", at + 2)
        : (null, at);

    private decimal? Number(int at) =>
        at >= clause.Count || clause.IsTaken(at) || Tokens[at].Ordinal is not null && Tokens[at].Kind != TokenKind.Number
        ? null
        : Tokens[at].Number ?? (Tokens[at].Is(Meaning.Half) ? 50 : null);

    private int NumberEnd(int at) => clause.Is(at + 1, Meaning.Percent) ? at + 2 : at + 1;

    // The text that a cell shall hold, up to where the condition ends.
    private (string? Text, int End) Value(int at)
    {
        if (at >= clause.Count)
            return (null, at);
        if (Tokens[at].Content is { } content)
            return (content, at + 1);
        if (Tokens[at].Kind == TokenKind.Sign && !Tokens[at].IsSign("@") && !Tokens[at].IsSign("#"))
            return (null, at);
        var end = at + 1;
        while (end < clause.Count
            && end - at < 8
            && !(Tokens[end].IsSign(",", "?", ":", "(", "="))
            && !Tokens[end].IsAny(Meaning.And, Meaning.Or, Meaning.Then, Meaning.Only, Meaning.In, Meaning.For, Meaning.With, Meaning.Who)
            && !(Tokens[end].Is(Meaning.On) && !Tokens[end].IsCapital && !clause.IsCapitalWord(end + 1))
            && !(Tokens[end].IsFiller && !Tokens[end].IsCapital)
                && !(Tokens[end].Is(Meaning.Person) && !Tokens[end].IsCapital && (Tokens[at].IsCapital || Tokens[at].Number is not null)))
            end++;
        return (clause.Text(at, end), end);
    }
}
