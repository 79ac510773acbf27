using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Names that stand for themselves: "add a blank 'X'", "add Campus and set it to North".</summary>
internal static class LoneNames
{
    /// <summary>"add a blank X" says only the name; so does ", X," beside the word for column.</summary>
    public static bool Alone(Clause clause)
    {
        // "add Campus and set it to North".
        if (clause.Leads(Meaning.Add)
            && clause.Has(Meaning.It)
            && clause.Says(Meaning.Fill)
            && clause.Skip(clause.Lead + 1) is var own
            && own < clause.Count
            && clause[own] is { Kind: TokenKind.Word, IsCapital: true, Number: null }
            && clause.MentionAt(own) is null
            && !clause.Says(Meaning.Random))
        {
            var to = own + 1;
            while (clause.IsCapitalWord(to))
                to++;
            clause.TakeName(clause.Text(own, to), own, to);
            return true;
        }
        if (clause.Tokens.FirstOrDefault(token => token.IsQuoted) is { } quoted
            && (clause.Has(Meaning.Column) || clause.Leads(Meaning.Add) && clause.FindIndex(0, token => token.IsQuoted) == clause.Skip(clause.Lead + 1))
            && clause.Book.Alike(quoted.Content!) is null)
        {
            var at = clause.FindIndex(0, token => token.IsQuoted);
            if (clause.IsAny(at - 1, Meaning.Fill, Meaning.With, Meaning.Value, Meaning.To, Meaning.Contains))
                return false;
            clause.TakeName(quoted.Content!, at, at + 1);
            return true;
        }
        return false;
    }
}
