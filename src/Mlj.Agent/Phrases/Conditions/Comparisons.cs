using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Comparisons with a number: "above 50", "not less than 10", "at most three absences", "60 or more".</summary>
internal sealed class Comparisons(Clause clause, Findings found)
{
    /// <summary>Reads a comparison that begins at a place.</summary>
    public int? Read(int at)
    {
        if (Operator(at) is not var (name, end))
            return null;
        var next = clause.Skip(end, Meaning.Of, Meaning.To, Meaning.Be, Meaning.Value, Meaning.By);
        if (next >= clause.Count || clause.NumberAt(next) is not { } number)
        {
            // "above average" compares with something that is no number.
            if (clause.IsAny(next, Meaning.Average, Meaning.Median, Meaning.Threshold, Meaning.It))
                found.Trouble = new Trouble("which_value", clause.Text(at, next + 1));
            return end;
        }
        var negated = at > 0
            && (clause[at - 1].Is(Meaning.Not) || clause.Is(at - 2, Meaning.Not) && clause[at - 1].IsAny(Meaning.Be, Meaning.Score, Meaning.Filler));
        return found.Add(negated ? Condition.OppositeOf(name) : name, number, clause.NumberEnd(next));
    }

    /// <summary>The operator that begins at a place, and the place behind it; null for none.</summary>
    public (string Name, int End)? Operator(int at)
    {
        var token = clause[at];
        var name = token.Is(Meaning.GreaterEqual) || token.IsSign(">=") ? "greater_equal" : token.Is(Meaning.LessEqual) || token.IsSign("<=") ? "less_equal"
            : token.Is(Meaning.Greater) || token.IsSign(">") ? "greater" : token.Is(Meaning.Less) || token.IsSign("<") ? "less" : token.IsSign("!=") ? "not_equals" : null;
        // "below 50 in maths and below 50 in English": no number stands before this "and below".
        if (name is null
            && token.Plain.Contains(' ')
            && (token.IsAny(Meaning.OrLess, Meaning.OrMore))
            && at > 0
            && clause[at - 1].Number is null
            && !clause[at - 1].Is(Meaning.Percent)
            && !clause[at - 1].Is(Meaning.Score)
            && clause.NumberAt(clause.Skip(at + 1)) is not null)
            name = token.Is(Meaning.OrLess) ? "less" : "greater";
        name ??= Bound(at);
        // "the mean over the 3 tests" goes across them.
        if (name is null
            || token.Is(Meaning.Divided)
                && MethodSays()
                && clause.Skip(at + 1, Meaning.All) is var over
                && over + 1 < clause.Count
                && clause[over].Number is not null
                && clause[over + 1].Is(Meaning.Test))
            return null;
        var end = at + 1;
        // "not less than" in two tokens is the next one's business; "greater than or equal to" is one comparison.
        if (end + 1 < clause.Count && clause[end].Is(Meaning.Or) && clause[end + 1].Is(Meaning.Equals))
            (name, end) = (name == "greater" ? "greater_equal" : name == "less" ? "less_equal" : name, end + 2);
        return (name, end);
    }

    // "absences: maximum 3", "with maximum 10 points in the oral exam".
    private string? Bound(int at)
    {
        var number = clause.Skip(at + 1, Meaning.Of);
        if (!clause[at].IsAny(Meaning.Max, Meaning.Min) || clause.NumberAt(number) is null)
            return null;
        var place = clause.Skip(clause.NumberEnd(number), Meaning.Score, Meaning.In, Meaning.On, Meaning.For);
        var isPlaced = clause.IsAny(place - 1, Meaning.Filler, Meaning.In, Meaning.On, Meaning.For) && clause.MentionFrom(place) is { IsSpecific: true };
        return found.Subject is null && !isPlaced ? null : clause[at].Is(Meaning.Max) ? "less_equal" : "greater_equal";
    }

    private bool MethodSays() => clause.SaysAny(Meaning.Average, Meaning.Sum, Meaning.Median);

    /// <summary>Reads a number and the operator behind it: "50 or more".</summary>
    public int? ReadReversed(int at) => clause.NumberAt(at) is { } number && clause.Postfix(at + 1) is ({ } name, var end) ? found.Add(name, number, end) : null;
}
