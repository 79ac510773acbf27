using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Safety;

/// <summary>Whom a wish is about: one person, a group, everybody.</summary>
internal sealed class Recipients(Clause clause)
{
    /// <summary>Whether it is about everybody, nobody or the rest.</summary>
    public bool HasEverybody() => clause.HasAny(Meaning.Nobody, Meaning.Person, Meaning.Otherwise);

    /// <summary>Where one person is spoken of; -1 when nobody is.</summary>
    public int FindPerson() =>
        // What stands behind "call it" and its like is a column's name.
        clause.Places.TakeWhile(at =>
        !clause[at].IsAny(Meaning.Call, Meaning.Called) || clause[at].IsCapital || clause[at].Is(Meaning.Name)).FirstOrDefault(IsPerson, -1);

    /// <summary>Whether one person is spoken of at a place: a name that no column has, a number in a register, "student 14", "the second student", "him".</summary>
    public bool IsPerson(int at)
    {
        var token = clause[at];
        if (token.Is(Meaning.Somebody))
            return true;
        if (clause.MentionAt(at) is { IsGeneric: false } || token.Kind is TokenKind.Quoted or TokenKind.Column)
            return false;
        var next = at + 1 < clause.Count ? clause[at + 1] : null;
        if (next is not null
            && (token.IsAny(Meaning.Person, Meaning.Row)
                && !token.Is(Meaning.All)
                && next is { Kind: TokenKind.Number, IsPercent: false }
                && char.IsAsciiDigit(next.Plain[0])
                && next.Start == token.End + 1
                && !token.Plain.EndsWith('s')
                && !(clause.IsAny(at + 2, Meaning.Score, Meaning.Extra))
                || token.Ordinal is not null && next.Is(Meaning.Person)))
            return true;
        if (token.Plain.Contains('@') && token.Plain.Contains('.')
            || next is not null
                && next.IsSign("/")
                && next.Start == token.End
                && at + 2 < clause.Count
                && clause[at + 2].Start == next.End
                && clause[at + 2].Plain.Any(char.IsAsciiDigit)
                && (token.IsCapital || token.Number is not null))
            return true;
        if (clause.IsAny(at - 1, Meaning.In, Meaning.From, Meaning.At, Meaning.Called, Meaning.Call, Meaning.As, Meaning.Into)
            && !clause[at - 1].Is(Meaning.Filler))
            return false;
        return token is { Kind: TokenKind.Word, IsCapital: true, Number: null, Ordinal: null }
            && (token.IsUnknown || token.IsMended && at > 0)
            && token.Settings.Count == 0
            && token.End - token.Start > 2
            && !clause.Book.HasWord(token.Plain)
            && clause.MentionAt(at) is null;
    }

    /// <summary>Whether some people are spoken of: "the girls", "everyone from Kano", "the science students", "the Physics department".</summary>
    public bool HasGroup()
    {
        for (var at = 0; at < clause.Count; at++)
        {
            if (clause[at].Is(Meaning.Group))
                return true;
            if (!clause[at].Is(Meaning.Person) || clause.IsColumnAt(at) && !(clause.Is(at + 1, Meaning.From)))
                continue;
            if (at > 0
                && clause[at - 1] is { Kind: TokenKind.Word, Number: null, Ordinal: null } before
                && before.IsUncertain
                && clause.MentionAt(at - 1) is null)
                return true;
            var next = at + 1;
            if (next < clause.Count
                && (clause[next].Is(Meaning.From)
                    || clause[next].IsAny(Meaning.Who, Meaning.With, Meaning.In)
                        && clause.Skip(next + 1) is var place
                        && place < clause.Count
                        && (clause[place].IsUnknown && clause.MentionAt(place) is null && clause[place].Kind == TokenKind.Word
                            || clause.MentionAt(place) is { Kind: MentionKind.One } mention
                                && mention.Columns[0].Role == Tables.ColumnRole.None
                                && !mention.Columns[0].IsScore)))
                return true;
        }
        // A name beside a column of text, with a number that is for its people.
        return clause.Mentions.Exists(mention =>
            mention.IsSpecific
                && mention.Columns[0] is { IsScore: false, Role: Tables.ColumnRole.None, Number: null }
                && mention.From > 0
                && clause[mention.From - 1].IsCapitalWord
                && clause.MentionAt(mention.From - 1) is null);
    }
}
