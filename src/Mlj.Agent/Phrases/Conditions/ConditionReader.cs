using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Reads the conditions in a clause, from left to right: each place by the first rule that takes it.</summary>
internal sealed class ConditionReader
{
    private readonly Clause _clause;
    private readonly Findings _found;
    private readonly WordsBeside _beside;
    private readonly Func<int, int?>[] _rules;

    /// <param name="clause">The clause.</param>
    /// <param name="topic">The column that "it" means; null when nothing was spoken of.</param>
    public ConditionReader(Clause clause, KnownColumn? topic)
    {
        (_clause, _found) = (clause, new Findings(clause, topic));
        var comparisons = new Comparisons(clause, _found);
        var ranges = new Ranges(clause, _found);
        var words = new CellWords(clause, _found);
        var empties = new Empties(clause, _found, words);
        var sittings = new Sittings(clause, _found, comparisons);
        var holdings = new Holdings(clause, _found, sittings, empties);
        var marks = new ExactMarks(clause, _found);
        _beside = new WordsBeside(clause, _found, new NamesAlone(clause, _found));
        // The order matters: a rule takes a place before those below it are asked.
        _rules =
        [
            holdings.Grade,
            new SpokenColumns(clause, _found, comparisons, ranges, words).Read,
            Join,
            empties.Lacking,
            sittings.Read,
            holdings.Read,
            marks.Gained,
            empties.NeverHeld,
            comparisons.Read,
            words.Read,
            ranges.Between,
            ranges.Alone,
            marks.Scored,
            comparisons.ReadReversed,
        ];
    }

    /// <summary>What is wrong with the conditions; null when nothing is.</summary>
    public Trouble? Trouble => _found.Trouble;

    /// <summary>Whether an "or" stands between conditions.</summary>
    public bool HasOr { get; private set; }

    /// <summary>Whether people are meant who meet a condition of their own: "those below 40 and those without an address".</summary>
    public bool HasOthers { get; private set; }

    /// <summary>All conditions from a place on.</summary>
    public List<Condition> Read(int from = 0)
    {
        if (Excepted(from) is { } excepted)
            return [excepted];
        for (var at = from; at < _clause.Count && Trouble is null;)
            at = Math.Max(at + 1, Next(at));
        LeaveOutRepeated();
        if (_found.All.Count == 0 && Trouble is null)
            _beside.Alone(from);
        else if (Trouble is null)
            _beside.Also(from);
        return _found.All;
    }

    private int Next(int at)
    {
        if (!_clause.IsTaken(at))
            foreach (var rule in _rules)
                if (rule(at) is { } behind)
                    return behind;
        return at + 1;
    }

    // "every centre except Lusaka".
    private Condition? Excepted(int from) =>
        from > 0
        && _clause.MentionTo(from) is { Kind: MentionKind.One, IsGeneric: false } before
        && !before.Columns[0].IsScore
        && _clause.Skip(from + 1) is var value
        && value < _clause.Count
        && _clause.MentionAt(value) is null
        && _clause.IsWritten(value)
        && _clause.CellText(value) is ({ } text, _) ? new Condition(before.Columns[0], "equals", JsonValue.Create(text)) : null;

    // What was said twice holds once.
    private void LeaveOutRepeated()
    {
        for (var index = _found.All.Count - 1; index > 0; index--)
            if (_found.All.Take(index).Any(other =>
                other.Column == _found.All[index].Column
                    && other.Operator == _found.All[index].Operator
                    && JsonNode.DeepEquals(other.Value, _found.All[index].Value)))
                _found.All.RemoveAt(index);
    }

    // A word between two conditions; what stands behind it is read as any other words are.
    private int? Join(int at)
    {
        if (_found.All.Count > 0)
        {
            HasOr |= _clause.Is(at, Meaning.Or);
            HasOthers |= _clause.Is(at, Meaning.And) && _clause.IsAny(_clause.Skip(at + 1, Meaning.Also), Meaning.Person, Meaning.Who);
        }
        return null;
    }
}
