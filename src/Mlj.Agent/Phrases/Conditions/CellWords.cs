using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Words that a cell holds: "names starting with A", "rows containing demo", "has gmail in it".</summary>
internal sealed class CellWords(Clause clause, Findings found)
{
    /// <summary>Reads what a cell contains, starts or ends with.</summary>
    public int? Read(int at)
    {
        var token = clause[at];
        if (!token.IsAny(Meaning.Contains, Meaning.Starts, Meaning.Ends))
            return null;
        var isNot = Enumerable.Range(Math.Max(0, at - 3), at - Math.Max(0, at - 3)).Any(index => clause[index].Is(Meaning.Not));
        var name = token.Is(Meaning.Starts) ? "starts_with" : token.Is(Meaning.Ends) ? "ends_with" : isNot ? "not_contains" : "contains";
        if (isNot && name != "not_contains")
        {
            found.Trouble = new Trouble("cannot_negate");
            return at + 1;
        }
        var next = at + 1;
        while (next < clause.Count - 1
            && !clause[next].IsCapital
            && (clause[next].IsFiller || clause[next].IsAny(Meaning.With, Meaning.Letter, Meaning.In, Meaning.At, Meaning.Value)))
            next++;
        var (value, end) = clause.CellText(next);
        if (value is null || found.Subject is null && !token.Is(Meaning.Contains) && clause[next] is { Kind: TokenKind.Word, IsCapital: false } && value.Length > 3)
            return at + 1;
        // "all rows containing 'demo' in the mail".
        if (found.Subject is null && clause.Is(end, Meaning.In) && clause.Skip(end + 1) is var place && clause.MentionFrom(place) is { Kind: MentionKind.One } where)
            (found.Subject, end) = (where, where.To);
        if (found.Subject is null)
        {
            if (clause.Book.OfRole(ColumnRole.Name) is not [var named])
            {
                found.Trouble = new Trouble("which_column_to_compare") { Join = "in", Columns = [.. clause.Book.Columns.Where(column => column.IsText)] };
                return end;
            }
            found.Subject = new Mention(at, at, MentionKind.One, [named]);
        }
        return found.AddText(name, value, end);
    }

    /// <summary>Reads "has gmail in it", "with yahoo in them", behind the column that it is about.</summary>
    public int? Within(int from, int at)
    {
        if (at >= clause.Count || !clause[at].IsAny(Meaning.With, Meaning.Contains, Meaning.Without) || clause.CellText(clause.Skip(at + 1)) is not ({ } text, var end))
            return null;
        if (end + 1 >= clause.Count || !clause[end].Is(Meaning.In) || !clause[end + 1].IsAny(Meaning.It, Meaning.Them))
            return null;
        return found.AddText(clause[at].Is(Meaning.Without) || clause.Tokens.Skip(from).Take(at - from).Has(Meaning.Not) ? "not_contains" : "contains", text, end + 2);
    }
}
