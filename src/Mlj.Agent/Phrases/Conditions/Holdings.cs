using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>What somebody has: "with an F", "with zero absences", "with Okonjo in their name", "with a blank test 2".</summary>
internal sealed class Holdings(Clause clause, Findings found, Sittings sittings, Empties empties)
{
    /// <summary>Reads "who got an F", where one column has the grades.</summary>
    public int? Grade(int at)
    {
        if (!clause[at].IsAny(Meaning.With, Meaning.Receive, Meaning.Score))
            return null;
        var letter = clause.Skip(at + 1, Meaning.Letter, Meaning.Grade);
        if (clause.Book.OfRole(ColumnRole.Grade) is not [var grades]
            || !clause.IsCapitalWord(letter)
            || clause.MentionAt(letter) is not null
            || clause[letter] is not { Plain: [>= 'a' and <= 'f'] } token)
            return null;
        var end = letter + 1;
        if (clause.IsSign(end, "+", "-") && clause[end].Start == token.End)
            end++;
        if (clause.IsAny(end, Meaning.In, Meaning.On, Meaning.For) && !clause.Is(end + 1, Meaning.It))
            return null;
        found.All.Add(new Condition(grades, "equals", JsonValue.Create(clause.Text(letter, end))));
        return end;
    }

    /// <summary>Reads "with exactly two tests", "have zero for CA2", "with an email".</summary>
    public int? Read(int at) => !clause[at].Is(Meaning.With) ? null : sittings.WithCount(at) ?? WithValue(clause.Skip(at + 1)) ?? empties.WithSomething(at);

    // What is held stands before its column: "have zero for CA2", "with Okonjo in their name", "with a blank test 2".
    private int? WithValue(int next)
    {
        if (clause.NumberAt(next) is { } held
            && clause.Skip(clause.NumberEnd(next), Meaning.In, Meaning.On, Meaning.For) is var place
            && place > clause.NumberEnd(next)
            && clause.MentionFrom(place) is { Kind: MentionKind.One } holds)
        {
            found.Subject = holds;
            return found.Add("equals", held, holds.To);
        }
        if (next >= clause.Count)
            return null;
        // "with zero absences".
        if (clause.NumberAt(next) is { } each
            && clause[next].Kind == TokenKind.Number
            && !clause[next].Is(Meaning.Person)
            && clause.MentionFrom(clause.NumberEnd(next)) is { Kind: MentionKind.One, IsGeneric: false } of
            && !of.Columns[0].IsTest)
        {
            found.Subject = of;
            return found.Add("equals", each, of.To);
        }
        if (clause[next].IsAny(Meaning.Missing, Meaning.Blank)
            && clause.Skip(next + 1, Meaning.In, Meaning.For, Meaning.At, Meaning.On, Meaning.Took) is var blank
            && clause.MentionFrom(blank) is { Kind: MentionKind.One } empty)
        {
            found.Subject = empty;
            return found.AddBare("is_empty", empty.To);
        }
        if (clause.MentionAt(next) is null
            && !char.IsAsciiDigit(clause[next].Plain.FirstOrDefault())
            && (clause[next].IsCapital || clause[next].IsUnknown || clause[next].IsQuoted)
            && clause.NumberAt(next) is null
            && clause.CellText(next) is ({ } part, var written)
            && clause.Skip(written) is var last
            && last + 1 < clause.Count
            && clause[last].Is(Meaning.In)
            && clause.Skip(last + 1) is var home
            && clause.MentionFrom(home) is { Kind: MentionKind.One } text)
        {
            found.Subject = text;
            return found.AddText("contains", part, text.To);
        }
        return null;
    }
}
