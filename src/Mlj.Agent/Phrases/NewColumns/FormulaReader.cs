using System.Globalization;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Formulas;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Reads arithmetic in words and signs: "40% of test 1 plus 60% of test 2", "(Midterm + Final) / 2", "dividing X by Y".</summary>
/// <param name="clause">The clause.</param>
/// <param name="topic">The column that "it" means; null for none.</param>
internal sealed class FormulaReader(Clause clause, KnownColumn? topic = null)
{
    private const int Deepest = 20;

    private int _at;
    private int _depth;
    private bool _hasColumn;
    private bool _hasOperator;

    /// <summary>The formula that stands somewhere in the clause and reaches to its end; null when none does.</summary>
    /// <param name="from">The first token it can begin at.</param>
    public string? Find(int from = 0)
    {
        for (var at = from; at < clause.Count; at++)
        {
            if (clause.IsTaken(at))
                continue;
            (_at, _depth, _hasColumn, _hasOperator) = (at, 0, false, false);
            if (Expression() is { } formula && _hasColumn && _hasOperator && IsWhole(clause.Skip(_at, Meaning.Also, Meaning.It))
                && Formula.TryParse(formula, out var parsed, out _) && parsed.Columns.All(name => clause.Book.Find(name) is not null))
                return formula;
        }
        return null;
    }

    // Nothing that could be part of the arithmetic stands behind it.
    private bool IsWhole(int end) =>
        end >= clause.Count || clause.IsTaken(end) || clause[end].IsSign("?") || IsNaming(end)
        || (clause[end].IsSign(",")
            || clause[end].IsAny(Meaning.Bonus, Meaning.Extra, Meaning.Score, Meaning.Column, Meaning.Sum, Meaning.Combine, Meaning.In, Meaning.Add)
            || clause[end].IsUnknown && clause[end].Kind == TokenKind.Word)
            && !Enumerable.Range(end, clause.Count - end).Any(at => !clause.IsTaken(at) && (clause[at].Number is not null || clause.IsColumnAt(at)));

    // "..., put it in X" behind the formula.
    private bool IsNaming(int at) =>
        clause.NewName is not null
        && (clause.Skip(at, Meaning.And, Meaning.Add, Meaning.It, Meaning.Score, Meaning.Column, Meaning.Formula, Meaning.In, Meaning.Into, Meaning.New) is var name
            && name < clause.Count
            && name > at
            && clause.IsTaken(name)
            || clause[at].IsAny(Meaning.In, Meaning.Into, Meaning.As)
            || clause[at].Is(Meaning.And) && at + 1 < clause.Count && clause.IsTaken(at + 1));

    private string? Expression()
    {
        if (++_depth > Deepest || Term() is not { } left)
            return null;
        while (_at < clause.Count)
        {
            if (Share(_at) is { } share)
            {
                var before = _at;
                _at = share + 1;
                if (Term() is not { } part)
                {
                    _at = before;
                    break;
                }
                _hasOperator = true;
                left = $"{left} + {part}";
                continue;
            }
            var sign = Is("+", Meaning.Plus) ? "+" : Is("-", Meaning.Minus) ? "-" : null;
            if (sign is null)
                break;
            var back = _at++;
            if (Term() is not { } right)
            {
                _at = back;
                break;
            }
            _hasOperator = true;
            left = $"{left} {sign} {right}";
        }
        _depth--;
        return left;
    }

    // The last token between one share and the next; null when no share follows.
    private int? Share(int at)
    {
        var next = at;
        while (next < clause.Count && !clause.IsTaken(next) && (clause[next].Is(Meaning.And) || clause[next].IsSign(",") || clause[next].IsFiller && next > at))
            next++;
        return next > at
            && next < clause.Count
            && (clause[next].IsPercent
                || clause[next].Is(Meaning.Half)
                || next + 1 < clause.Count && clause[next].Number is not null && clause[next + 1].Is(Meaning.Percent))
            ? next - 1
            : null;
    }

    private string? Term()
    {
        if (Factor() is not { } left)
            return null;
        while (_at < clause.Count)
        {
            // "multiplied by 70 and divided by 100".
            var back = _at;
            if (clause[_at].Is(Meaning.And) && clause.IsAny(_at + 1, Meaning.Times, Meaning.Divided))
                _at++;
            var sign = Is("*", Meaning.Times) ? "*" : Is("/", Meaning.Divided) ? "/" : null;
            if (sign is null)
            {
                _at = back;
                break;
            }
            _at++;
            if (Factor() is not { } right)
            {
                _at = back;
                break;
            }
            _hasOperator = true;
            left = $"{left} {sign} {right}";
        }
        return left;
    }

    private string? Factor()
    {
        _at = clause.Skip(_at);
        if (_at >= clause.Count || clause.IsTaken(_at))
            return null;
        var token = clause[_at];
        if (token.IsSign("("))
            return Bracketed();
        if (token.IsAny(Meaning.Multiply, Meaning.Divide, Meaning.Difference))
            return Pair(token);
        if (token.Is(Meaning.Twice))
            return Doubled();
        if (token.Is(Meaning.Minus) && token.Kind == TokenKind.Word)
            return Subtracted();
        if (token.Is(Meaning.It)
            && token.Kind == TokenKind.Word
            && topic is { IsText: false }
            && clause.Book.Find(topic.Name) is not null
            && CanBeNamed(topic))
            return Named(topic, _at + 1);
        // The mean of several columns is no single number here.
        if (clause.MentionFrom(_at) is { } mention)
            return mention.Kind == MentionKind.One && CanBeNamed(mention.Columns[0]) ? Changed(Named(mention.Columns[0], mention.To)) : null;
        return (token.Number ?? (token.Is(Meaning.Half) ? 0.5m : null)) is { } number && (token.Ordinal is null || token.Kind == TokenKind.Number)
            ? Counted(token, number)
            : null;
    }

    private string? Bracketed()
    {
        _at++;
        if (Expression() is not { } inner || _at >= clause.Count || !clause[_at].IsSign(")"))
            return null;
        _at++;
        return $"({inner})";
    }

    // "twice the exam", "double the average".
    private string? Doubled()
    {
        _at++;
        while (_at < clause.Count && (clause[_at].IsFiller || clause[_at].Is(Meaning.Of)))
            _at++;
        _hasOperator = true;
        return Factor() is { } doubled ? $"{doubled} * 2" : null;
    }

    private static bool CanBeNamed(KnownColumn column) => !column.Name.AsSpan().ContainsAny('[', ']');

    private string Named(KnownColumn column, int end)
    {
        (_at, _hasColumn) = (end, true);
        return $"[{column.Name}]";
    }

    // "the exam doubled", "the exam halved".
    private string Changed(string column)
    {
        if (!clause.IsAny(_at, Meaning.Twice, Meaning.Halved) || clause.IsTaken(_at))
            return column;
        _hasOperator = true;
        return clause[_at++].Is(Meaning.Twice) ? $"{column} * 2" : $"{column} / 2";
    }

    // "40", "40 %", "40 % of the exam", "half the exam", "5 marks".
    private string? Counted(Token token, decimal number)
    {
        _at++;
        var isPercent = token.IsPercent;
        if (clause.Is(_at, Meaning.Percent))
            (isPercent, _at) = (true, _at + 1);
        var factor = (isPercent ? number / 100 : number).ToString("0.############", CultureInfo.InvariantCulture);
        var next = clause.Skip(_at);
        if ((isPercent || token.Is(Meaning.Half)) && next < clause.Count && (clause[next].Is(Meaning.Of) || clause.Mentions.Exists(each => each.From == next)))
        {
            _at = clause.Skip(clause[next].Is(Meaning.Of) ? next + 1 : next);
            if (Factor() is not { } of)
                return null;
            _hasOperator = true;
            return $"{of} * {factor}";
        }
        if (clause.Is(_at, Meaning.Score)
            && clause.MentionAt(_at) is null or { IsGeneric: true }
            && !isPercent
            && clause[_at].Plain.Length > 0
            && clause.MentionAt(_at)?.From == _at)
            _at++;
        return factor;
    }

    // "dividing A by B", "the difference between A and B".
    private string? Pair(Token verb)
    {
        _at++;
        while (_at < clause.Count && (clause[_at].IsFiller || clause[_at].IsAny(Meaning.Between, Meaning.Of)))
            _at++;
        if (Factor() is not { } left || _at >= clause.Count || !(clause[_at].IsAny(Meaning.By, Meaning.And, Meaning.With)))
            return null;
        _at++;
        if (Factor() is not { } right)
            return null;
        _hasOperator = true;
        return $"{left} {(verb.Is(Meaning.Multiply) ? "*" : verb.Is(Meaning.Divide) ? "/" : "-")} {right}";
    }

    // "subtract A from B".
    private string? Subtracted()
    {
        _at++;
        if (Factor() is not { } left
            || (_at = clause.Skip(_at)) >= clause.Count
            || !clause[_at].Is(Meaning.From) && !clause.Mentions.Exists(mention => mention.From == _at))
            return null;
        if (clause[_at].Is(Meaning.From))
            _at++;
        if (Factor() is not { } right)
            return null;
        _hasOperator = true;
        return $"{right} - {left}";
    }

    private bool Is(string sign, Meaning meaning) =>
        !clause.IsTaken(_at) && (clause[_at].IsSign(sign) || clause[_at].Is(meaning) && clause[_at].Kind == TokenKind.Word);
}
