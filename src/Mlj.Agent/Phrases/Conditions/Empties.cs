using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Cells that are empty, or must not be: "without test 3", "who never got an exam mark", "with an email".</summary>
internal sealed class Empties(Clause clause, Findings found, CellWords texts)
{
    /// <summary>Reads "without test 3", "who missed the exam".</summary>
    public int? Lacking(int at)
    {
        if (!clause[at].IsAny(Meaning.Missed, Meaning.Without))
            return null;
        var next = clause.Skip(at + 1, Meaning.From, Meaning.In);
        if (clause.Mentions.Find(mention => mention.From > at && mention.From <= next) is not { } mention)
            return null;
        // "no test 3 below 40" compares; "no test 3" does not.
        found.Subject = found.Exactly(mention);
        return found.AddBare("is_empty", found.Subject.To);
    }

    /// <summary>Reads "who never got an exam mark".</summary>
    public int? NeverHeld(int at)
    {
        if (!clause[at].Is(Meaning.Not))
            return null;
        var held = clause.Skip(at + 1);
        if (!clause.IsAny(held, Meaning.Receive, Meaning.With, Meaning.Score) || clause.MentionAt(held) is not (null or { IsGeneric: true }))
            return null;
        if (clause.MentionFrom(clause.Skip(held + 1)) is not { Kind: MentionKind.One, IsGeneric: false } lacking || texts.Within(lacking.To, lacking.To) is not null)
            return null;
        found.Subject = lacking;
        return found.AddBare("is_empty", lacking.To);
    }

    /// <summary>Reads "with an email": the column stands alone, and must not be empty.</summary>
    public int? WithSomething(int at)
    {
        var next = clause.Skip(at + 1);
        if (next >= clause.Count || clause.Mentions.Find(mention => mention.From > at && mention.From <= next) is not { Kind: MentionKind.One } mention)
            return null;
        if (mention.To < clause.Count
            && !(clause[mention.To].IsAny(Meaning.And, Meaning.Keep, Meaning.Hide, Meaning.Remove, Meaning.Show)
                || clause[mention.To].Kind == TokenKind.Sign
                || clause[mention.To].Is(Meaning.Only))
            || mention.Columns[0].IsScore && mention.To < clause.Count && !clause.Has(Meaning.Person))
            return null;
        if (!clause.Tokens.Take(at).HasAny(Meaning.Person, Meaning.Row, Meaning.Who))
            return null;
        found.Subject = mention;
        return found.AddBare("not_empty", mention.To);
    }
}
