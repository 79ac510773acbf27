using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Marks that somebody got: "who got a perfect 100 on test 1", "who scored zero in test 1".</summary>
internal sealed class ExactMarks(Clause clause, Findings found)
{
    /// <summary>Reads "who got a perfect 100 on test 1".</summary>
    public int? Gained(int at) =>
        clause[at].IsAny(Meaning.Receive, Meaning.Score) && clause.MentionAt(at) is null or { IsGeneric: true } && clause.Has(Meaning.Who) ? Earned(at) : null;

    /// <summary>Reads "who scored zero in test 1".</summary>
    public int? Scored(int at) => clause.NumberAt(at) is { } mark && IsScoredIn(at) ? found.Add("equals", mark, clause.NumberEnd(at)) : null;

    private bool IsScoredIn(int at) =>
        clause.Is(at - 1, Meaning.Score)
        && !clause[at - 1].Is(Meaning.Plural)
        && clause.Tokens.Take(at).HasAny(Meaning.Who, Meaning.Person)
        && clause.Postfix(at + 1).Name is null
        && clause.Mentions.Exists(mention => mention.From == clause.Skip(clause.NumberEnd(at), Meaning.In, Meaning.On, Meaning.For) && mention.IsSpecific);

    private int? Earned(int at)
    {
        var next = at + 1;
        while (next < clause.Count
            && clause.NumberAt(next) is null
            && (clause[next].IsFiller || clause[next].IsUnknown || clause[next].Is(Meaning.Equals))
            && next - at < 4)
            next++;
        if (next >= clause.Count || clause.NumberAt(next) is not { } number || clause.Postfix(clause.NumberEnd(next)).Name is not null)
            return null;
        var place = clause.Skip(clause.NumberEnd(next), Meaning.In, Meaning.On, Meaning.For, Meaning.Score);
        if (place == clause.NumberEnd(next) || clause.MentionFrom(place) is not { Kind: MentionKind.One } where)
            return null;
        found.Subject = where;
        return found.Add("equals", number, where.To);
    }
}
