using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>A person's name and nothing else: "only show Ngozi Eze".</summary>
internal sealed class NamesAlone(Clause clause, Findings found)
{
    /// <summary>Finds a name where nothing else was found.</summary>
    public void Read(int from)
    {
        var first = Enumerable.Range(from, clause.Count - from).FirstOrDefault(at =>
            !clause.IsTaken(at)
                && clause.MentionAt(at) is null
                && (clause[at].IsQuoted || at > 0 && clause[at] is { IsCapital: true, Kind: TokenKind.Word, IsUncertain: true, Plain.Length: > 1 }), -1);
        if (first < 0 || clause.Book.OfRole(ColumnRole.Name) is not [var name])
            return;
        // "an Index column" is no name of a person.
        if (clause.Is(first + 1, Meaning.Column) || IsPlace(first))
        {
            found.Trouble = new Trouble("which_rows");
            return;
        }
        var last = NameEnd(first);
        var text = clause[first].Content ?? clause.Text(first, last);
        if (clause[last - 1].IsOwner)
            text = clause.Message[clause[first].Start..clause[last - 1].End];
        found.All.Add(new Condition(name, "contains", JsonValue.Create(text)));
    }

    // "students from Kano" speaks of a place, of which no column was named.
    private bool IsPlace(int at) =>
        at > 0
        && !(clause[at - 1].Is(Meaning.Of) && clause.Is(at - 2, Meaning.Row))
        && clause[at - 1].IsAny(Meaning.From, Meaning.In, Meaning.At, Meaning.Of, Meaning.On, Meaning.By, Meaning.With, Meaning.For);

    // Behind the last part of a name: "Ngozi Eze", "Okwuosa-Reed".
    private int NameEnd(int first)
    {
        var last = first + 1;
        while (last < clause.Count
            && (clause[last].Kind == TokenKind.Word && clause[last].IsCapital
                || clause[last].IsSign("-")
                    && last + 1 < clause.Count
                    && clause[last].Start == clause[last - 1].End
                    && clause[last + 1].Start == clause[last].End
                || clause[last - 1].IsSign("-") && clause[last].Kind == TokenKind.Word))
            last++;
        return last;
    }
}
