using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>A column and what is said of it: "test 2 is missing", "whose mail is on outlook", "class = JSS1".</summary>
internal sealed class SpokenColumns(Clause clause, Findings found, Comparisons comparing, Ranges ranges, CellWords texts)
{
    /// <summary>Reads a column, and what is said of it at once.</summary>
    public int? Read(int at)
    {
        if (clause.MentionFrom(at) is not { } mention || IsMethodOnly(mention))
            return null;
        (found.Subject, found.IsFresh) = (mention, true);
        return Said(mention.To);
    }

    // What can follow a column: that it is missing, a sign of equality and a value, a number alone.
    private int Said(int at)
    {
        var next = at;
        var isNot = false;
        var isEqual = false;
        // "mail has gmail in it".
        if (texts.Within(next, clause.Skip(next, Meaning.Not, Meaning.That, Meaning.Who)) is { } within)
            return within;
        while (next < clause.Count
            && (clause[next].IsAny(Meaning.Be, Meaning.Not)
                || clause[next].Is(Meaning.Row) && !clause[next].Is(Meaning.Plural)
                || clause[next].IsFiller
                || clause[next].Is(Meaning.Equals)
                || clause[next].Is(Meaning.Of) && clause.Is(next + 1, Meaning.Equals)
                || clause[next].IsSign("=")
                || clause[next].IsAny(Meaning.With, Meaning.Column))
            && !clause[next].Is(Meaning.Missed)
            && !clause[next].Is(Meaning.Without)
            && !(clause[next].IsCapital && isEqual | isNot | next > at && clause[next].End - clause[next].Start == 1))
        {
            isNot |= clause[next].Is(Meaning.Not);
            isEqual |= clause[next].Is(Meaning.Equals) || clause[next].IsSign("=");
            next++;
        }
        if (clause.Is(next, Meaning.Missing) && !clause.Mentions.Exists(mention => mention.From == next + 1 && mention.From == clause.Skip(next + 1)))
            return found.AddBare(isNot ? "not_empty" : "is_empty", next + 1);
        if (!isEqual && !isNot || next >= clause.Count)
            return at;
        // "whose mail is on outlook".
        if (clause.Skip(next, Meaning.On, Meaning.At, Meaning.From) is var host && clause.Is(host, Meaning.MailHost))
            return found.AddText(isNot ? "not_contains" : "contains", clause[host].Plain, host + 1);
        if (comparing.Operator(next) is not null
            || clause[next].IsAny(Meaning.Contains, Meaning.Starts, Meaning.Ends, Meaning.Between)
            || clause[next].IsSign("!=")
            || clause.NumberAt(next) is not null && clause.Postfix(next + 1).Name is not null)
            return at;
        if (clause.NumberAt(next) is { } && ranges.Range(next) is { } range)
            return range;
        if (clause.NumberAt(next) is { } number)
            return found.Add(isNot ? "not_equals" : "equals", number, clause.NumberEnd(next));
        isEqual |= isNot && clause.IsWritten(next) && clause.MentionAt(next) is null;
        // "test 2 is no longer valid" compares with nothing that a score can be.
        if (found.Subject is { IsSpecific: true } subject && subject.Columns[0].IsScore && !clause.IsWritten(next))
            return at;
        return isEqual && clause.CellText(next) is var (text, end) && text is not null && !clause[next].Is(Meaning.Missing)
            ? found.AddText(isNot ? "not_equals" : "equals", text, end)
            : at;
    }

    // A mention that only says how scores are made one, such as "average" before "of test 2", is no subject.
    private bool IsMethodOnly(Mention mention) =>
        Enumerable.Range(mention.From, mention.To - mention.From).Any(at =>
        clause[at].IsAny(Meaning.Average, Meaning.Sum, Meaning.Max, Meaning.Min, Meaning.Median))
        && clause.Is(mention.To, Meaning.Of)
        && clause.Mentions.Exists(other => other.From > mention.To);
}
