using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Safety;

/// <summary>What is never done by words: what destroys, what leaves the building, what changes one person's result, what is no request at all.</summary>
internal static class Refusals
{
    private static readonly Meanings Wholes = Meanings.Of(
        Meaning.All, Meaning.Table, Meaning.Row, Meaning.Person, Meaning.Filler, Meaning.It, Meaning.Column, Meaning.Score, Meaning.Them, Meaning.Of,
        Meaning.In, Meaning.From, Meaning.Plural, Meaning.Value, Meaning.Vague);

    /// <summary>Why a clause is refused; null when it is not.</summary>
    public static Trouble? Of(Clause clause)
    {
        if (Stands(clause, Meaning.Injection) || Stands(clause, Meaning.Secret))
            return new Trouble("not_an_instruction") { IsRefusal = true };
        if (Sends(clause))
            return new Trouble("nothing_is_sent") { IsRefusal = true };
        if (Stands(clause, Meaning.Foreign))
            return new Trouble("out_of_scope") { IsRefusal = true };
        if (Destroys(clause))
            return new Trouble("nothing_is_destroyed") { IsRefusal = true };
        if (PersonReader.IsAskedAbout(clause))
            return null;
        return new Tampering(clause).Any() || Favoured(clause) ? new Trouble("no_single_score") { IsRefusal = true } : null;
    }

    // A favour may be wished behind something harmless: "grade test 2; everybody must pass".
    private static bool Favoured(Clause clause)
    {
        if (new Favours(clause).Any())
            return true;
        var wishes = Meanings.Of(Meaning.Tamper, Meaning.Ought, Meaning.Receive, Meaning.Swap, Meaning.Copy);
        for (var at = 1; at < clause.Count; at++)
        {
            if (!clause[at].IsSign(",") && !clause[at].Is(Meaning.And) && !clause[at].Is(Meaning.Then))
                continue;
            var part = clause.Tokens.Skip(at + 1).ToList();
            if (part.Count > 1
                && part.Exists(token => token.IsAny(wishes) && !token.IsMended)
                && !clause.Has(Meaning.Column)
                && !Tampering.NamesColumn(clause)
                && !(clause.Leads(Meaning.Rank) && IsFirstRank(part))
                && new Favours(new Clause(clause.Message, part, clause.Book)).Any())
                return true;
        }
        return false;
    }

    // "rank them, the best one gets 1".
    private static bool IsFirstRank(List<Token> part) =>
        part.HasAny(Extremes) && part.TrueForAll(token =>
            token.Number == 1 || token.Kind == TokenKind.Word && (token.IsFiller || token.IsAny(Ranked)) && !token.IsAny(Meaning.Somebody, Meaning.Group));

    private static readonly Meanings Extremes = Meanings.Of(Meaning.High, Meaning.Low, Meaning.Max, Meaning.Min, Meaning.First);

    private static readonly Meanings Ranked =
        Extremes | Meanings.Of(Meaning.Rank, Meaning.Score, Meaning.Person, Meaning.Receive, Meaning.Be, Meaning.With);

    // A word that is a heading, a name that is given or a quotation asks for nothing.
    private static bool Stands(Clause clause, Meaning meaning)
    {
        for (var at = 0; at < clause.Count; at++)
        {
            var token = clause[at];
            if (!token.Is(meaning)
                || token.Kind is TokenKind.Quoted or TokenKind.Column
                || token.IsMended
                || !token.Plain.Contains(' ') && clause.Book.HasWord(token.Plain))
                continue;
            // "create a Password Reset column", "in Seat Draw" give a name.
            if (token.IsCapital
                && at > 0
                && !token.Plain.Contains(' ')
                && (clause.Has(Meaning.Column) && (clause.Leads(Meaning.Add) || !clause.HasLead) || clause[at - 1].IsCapitalWord && at > 1))
                continue;
            // "rank by music" asks for a column that there is not.
            if (meaning == Meaning.Foreign && !token.Plain.Contains(' ') && at > 1 && clause[at - 1].IsAny(Meaning.By, Meaning.Using))
                continue;
            if (at > 0
                && token.IsCapital
                && clause[at - 1].IsAny(Meaning.Called, Meaning.To, Meaning.As, Meaning.Into, Meaning.Column, Meaning.Call)
                && !token.Plain.Contains(' '))
                continue;
            return true;
        }
        return false;
    }

    private static bool Sends(Clause clause)
    {
        // "e-mail every student his result": the word for the column is a verb.
        var first = clause.Skip(0, Meaning.Also, Meaning.Then);
        if (clause.Is(first, Meaning.Email)
            && clause.Skip(first + 1, Meaning.All) is var whom
            && clause.IsAny(whom, Meaning.Person, Meaning.Them, Meaning.Score, Meaning.Table)
            && !clause.HasAny(Meaning.Missing, Meaning.Column))
            return true;
        for (var at = 0; at < clause.Count; at++)
        {
            if (!clause[at].Is(Meaning.Send) || clause[at].IsMended || clause[at].Kind is TokenKind.Column or TokenKind.Quoted)
                continue;
            var before = at - 1;
            while (before >= 0
                && (clause[before].IsFiller
                    || clause[before].IsAny(Meaning.And, Meaning.Then, Meaning.Also)
                    || clause[before].Is(Meaning.To) && before > 0 && clause[before - 1].IsFiller))
                before--;
            if (before < 0 && at + 1 < clause.Count && !clause[at + 1].Is(Meaning.Column) || before >= 0 && clause[before].Kind == TokenKind.Sign)
                return true;
        }
        return false;
    }

    private static bool Destroys(Clause clause) => Empties(clause) || LeavesLittle(clause) || TakesAll(clause);

    // "start afresh", "make the table empty", "erase the test scores".
    private static bool Empties(Clause clause)
    {
        if (clause.Says(Meaning.Afresh) && clause.Mentions.Count == 0)
            return true;
        var first = clause.Skip(0, Meaning.Also, Meaning.Then);
        if (first >= clause.Count)
            return false;
        if (clause[first].IsAny(Meaning.Add, Meaning.Tamper)
            && clause.Has(Meaning.Blank)
            && !clause.Has(Meaning.Column)
            && clause.Tokens.Any(token => token.Is(Meaning.Table) && !token.Is(Meaning.Row)))
            return true;
        var rest = clause.Tokens.Skip(first + 1).Where(token => !token.IsFiller && token.Kind != TokenKind.Sign).ToList();
        return clause[first].Is(Meaning.Clear)
            && !clause[first].IsMended
            && rest.Has(Meaning.Test)
            && rest.Exists(token => token.Is(Meaning.Score) && token.Is(Meaning.Plural)
            || token.Is(Meaning.Table) && !token.Is(Meaning.Test)
            || clause[first].Is(Meaning.Blank) && token.Is(Meaning.All))
            && rest.TrueForAll(token =>
                token.Number is null
                    && token.Kind != TokenKind.Column
                    && (token.IsAny(Wholes) || token.Is(Meaning.Test) || token.IsUnknown && !clause.Book.HasWord(token.Plain)));
    }

    // "delete every column except the name".
    private static bool LeavesLittle(Clause clause)
    {
        var first = clause.Skip(0, Meaning.Also, Meaning.Then);
        var except = clause.IndexOf(Meaning.Except, first + 1);
        if (first >= clause.Count || except < 0 || !(clause[first].IsAny(Meaning.Clear, Meaning.Remove)) || clause[first].IsMended)
            return false;
        var taken = clause.Tokens.Take(except).Skip(first + 1).ToList();
        return taken.Exists(token => token.Is(Meaning.All) || token.Is(Meaning.Table) && token.Plain.Contains(' '))
            && taken.HasAny(Meaning.Column, Meaning.Table)
            && taken.TrueForAll(token => token.IsFiller || token.IsAny(Wholes))
            && !clause.Tokens.Any(token => token.IsAny(Grammar.Comparisons) || token.Is(Meaning.Who) || token.Is(Meaning.Person) && !token.Is(Meaning.All));
    }

    private static bool TakesAll(Clause clause)
    {
        var at = clause.Skip(0, Meaning.Also, Meaning.Then);
        if (at >= clause.Count || !(clause[at].IsAny(Meaning.Clear, Meaning.Remove)) || clause[at].IsMended && clause.Count == 1)
            return false;
        var isWhole = false;
        for (var next = at + 1; next < clause.Count; next++)
        {
            var token = clause[next];
            // "lose Class" is about a column, though a class is a table too.
            if (token.Is(Meaning.Table)
                && token is { IsCapital: true, Kind: TokenKind.Word }
                && clause.Book.Alike(clause.Text(next, next + 1)) is not null
                && clause.Count > 1)
                return false;
            // "remove both CA columns" is about some columns.
            if (token.Is(Meaning.Test) && clause.Has(Meaning.Column))
                return false;
            // "take that column off the sheet" is about one column.
            if (token.Is(Meaning.It) && token.Is(Meaning.Column))
                return false;
            // What is wished besides does not make it less.
            if (isWhole && (token.Is(Meaning.And) || token.IsSign(",") || token.Is(Meaning.SoThat) && !token.IsFiller))
                return true;
            if (token.Kind != TokenKind.Sign
                && (!token.IsAny(Wholes)
                    || !token.IsFiller && !token.Is(Meaning.Column) && clause.Is(next + 1, Meaning.Column) && clause.Book.HasWord(token.Plain)
                    || token.Number is not null
                    || token.Kind == TokenKind.Column)
                || token.Is(Meaning.Test) && !clause.Has(Meaning.All))
                return false;
            isWhole |= token.IsAny(Meaning.All, Meaning.Person, Meaning.Row)
                || token.Is(Meaning.Table) && !token.Is(Meaning.Score) && !token.Is(Meaning.Column);
        }
        return isWhole;
    }
}
