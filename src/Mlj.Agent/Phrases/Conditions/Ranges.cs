using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Ranges of numbers: "between 50 and 60", "from 50 to 60", "50-60".</summary>
internal sealed class Ranges(Clause clause, Findings found)
{
    /// <summary>Reads a range behind the word for it.</summary>
    public int? Between(int at) => clause[at].IsAny(Meaning.Between, Meaning.From) ? Range(at + 1) ?? at + 1 : null;

    /// <summary>Reads a range of numbers alone, behind its column.</summary>
    public int? Alone(int at) => clause.NumberAt(at) is { } && Range(at) is { } end && found.Subject is not null ? end : null;

    /// <summary>Reads a range whose first number stands at a place.</summary>
    public int? Range(int at)
    {
        at = clause.Skip(at);
        if (at >= clause.Count || clause.NumberAt(at) is not { } low)
            return null;
        var join = clause.NumberEnd(at);
        if (join + 1 >= clause.Count
            || !(clause[join].IsAny(Meaning.And, Meaning.To) || clause[join].IsSign("-") || clause[join].Is(Meaning.LessEqual))
            || clause.NumberAt(join + 1) is not { } high
            || low > high)
            return null;
        if (clause[join].Is(Meaning.And) && !clause.Has(Meaning.Between))
            return null;
        var end = clause.NumberEnd(join + 1);
        var behind = found.Add("greater_equal", low, end);
        if (found.Trouble is null)
            found.All.Add(found.All[^1] with { Operator = "less_equal", Value = JsonValue.Create(high) });
        return Math.Max(behind, end);
    }
}
