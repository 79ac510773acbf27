using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Safety;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What is never done by words: what destroys, what leaves the building, what changes one person's result, what is no request at all.</summary>
internal sealed partial class RequestReader
{
    private static readonly Meanings Wholes = Meanings.Of(
        Meaning.All, Meaning.Table, Meaning.Row, Meaning.Person, Meaning.Filler, Meaning.It, Meaning.Column, Meaning.Score, Meaning.Them, Meaning.Of,
        Meaning.In, Meaning.From, Meaning.Plural, Meaning.Value, Meaning.Vague);

    private static Trouble? Unsafe(Clause clause)
    {
        if (Stands(clause, Meaning.Injection) || Stands(clause, Meaning.Secret))
            return new Trouble("not_an_instruction") { IsRefusal = true };
        if (Sends(clause))
            return new Trouble("nothing_is_sent") { IsRefusal = true };
        if (Stands(clause, Meaning.Foreign))
            return new Trouble("out_of_scope") { IsRefusal = true };
        if (Destroys(clause))
            return new Trouble("nothing_is_destroyed") { IsRefusal = true };
        return Tampers(clause) || Favoured(clause) ? new Trouble("no_single_score") { IsRefusal = true } : null;
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
                && !NamesColumn(clause)
                && new Favours(new Clause(clause.Message, part, clause.Book)).Any())
                return true;
        }
        return false;
    }

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
        return clause[first].Is(Meaning.Clear) && !clause[first].IsMended && rest.Has(Meaning.Test) && rest.Exists(token => token.Is(Meaning.Score) && token.Is(Meaning.Plural) || token.Is(Meaning.Table) && !token.Is(Meaning.Test) || clause[first].Is(Meaning.Blank) && token.Is(Meaning.All))
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
        return taken.Exists(token => token.Is(Meaning.All) || token.Is(Meaning.Table) && token.Plain.Contains(' ')) && taken.HasAny(Meaning.Column, Meaning.Table) && taken.TrueForAll(token => token.IsFiller || token.IsAny(Wholes))
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

    private static bool Tampers(Clause clause)
    {
        if (IsOnesResult(clause))
            return true;
        // "make Scaled CA as CA2 times 0.4" computes a column.
        if (clause.HasSign("*")
            || clause.Leads(Meaning.Rank)
            || clause.Says(Meaning.As) && clause.Tokens.Any(token => token.IsAny(Meaning.Times, Meaning.Divided) && !token.IsFiller)
            || clause.Says(Meaning.Bonus) && clause.Has(Meaning.TestsTaken)
            || clause.Says(Meaning.Rank) && clause.Has(Meaning.All))
            return false;
        var at = clause.Skip(0, Meaning.Also, Meaning.Then);
        // "make everyone pass", "make sure nobody fails", "set test 2 to 100".
        if (clause.Is(at, Meaning.Tamper) && !clause.Has(Meaning.Column))
        {
            var end = clause.Skip(at + 1, Meaning.Person, Meaning.All, Meaning.Vague, Meaning.Not);
            if (end > at + 1 && end + 1 == clause.Count && clause[end].IsAny(Meaning.Pass, Meaning.Fail))
                return true;
            if (clause.Mentions is [{ Kind: MentionKind.One, Columns: [{ IsScore: true }] } over, ..]
                && over.From == clause.Skip(at + 1)
                && over.To + 1 < clause.Count
                && clause[over.To].Is(Meaning.To)
                && clause[over.To + 1].Number is not null
                && clause.Skip(over.To + 2, Meaning.For, Meaning.All, Meaning.Person, Meaning.Score) == clause.Count)
                return true;
        }
        if (at >= clause.Count
            || !clause[at].Is(Meaning.Tamper)
            || clause.HasAny(Meaning.Heading, Meaning.Column)
            || NamesColumn(clause)
            || clause.Tokens.Any(token => token.IsSign("=") || token.IsSign(":"))
            || clause.Says(Meaning.Rename))
            return false;
        var hasResult = clause.Tokens.Skip(at + 1).Any(token =>
            token.Number is not null
                || token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.Half, Meaning.Rank, Meaning.Grade)
                || token.IsCapital && token.End - token.Start <= 2);
        if (!hasResult && !clause.Has(Meaning.SoThat))
            return false;
        if (clause.Tokens.Skip(at + 1).Any(token => token.IsOwner && !token.Is(Meaning.Person) && !token.Is(Meaning.All)) && !clause.Has(Meaning.All))
            return true;
        // "make him pass", "set everyone called Tunde to 100".
        var result = clause.Skip(at + 1);
        if (result > at + 1 && result + 1 == clause.Count && clause[result].IsAny(Meaning.Pass, Meaning.Fail) || clause.Has(Meaning.Called))
            return true;
        // "add five marks for John Okoro".
        var whose = clause.Skip(at + 1, Meaning.Score, Meaning.Plus);
        if (whose < clause.Count
            && clause[whose].Number is not null
            && clause.Skip(whose + 1, Meaning.Score) is var gift
            && clause.IsAny(gift, Meaning.For, Meaning.To, Meaning.On)
            && clause.Skip(gift + 1) is var named
            && clause.IsCapitalWord(named)
            && clause[named].IsUnknown
            && clause.MentionAt(named) is null)
            return true;
        var next = clause.Skip(at + 1, Meaning.Score, Meaning.For);
        var who = next < clause.Count ? clause[next] : null;
        if (who is { Kind: TokenKind.Word, Number: null }
            && (who.IsUnknown || who.IsMended || who.IsCapital && who.IsUnknown)
            && clause.MentionAt(next) is null
            && who.Settings.Count == 0)
        {
            var after = clause.Skip(next + 1);
            while (clause.IsCapitalWord(after) && clause.MentionAt(after) is null && clause[after].IsUnknown)
                after++;
            return after < clause.Count
                && (clause[after].IsAny(Meaning.Pass, Meaning.Fail, Meaning.Grade, Meaning.Score, Meaning.To)
                    || clause[after].Number is not null
                    || clause.MentionAt(after) is not null
                    || clause[after] is { IsCapital: true }
                    || clause[after].IsOwner)
                || who.IsCapital;
        }
        // "change test 1 to 100" would write over scores.
        return clause[at].Is(Meaning.Change)
            && clause.Mentions.Count > 0
            && clause.Tokens.Any(token => token.Number is not null && clause.MentionAt(clause.Tokens.ToList().IndexOf(token)) is null)
            && clause.Has(Meaning.To);
    }

    // "Fatima's quiz 2 should be 88", "in row 4 put 65": a number or a judgement for one person or one row.
    private static bool IsOnesResult(Clause clause)
    {
        if (clause.HasLead
            && clause[clause.Lead].IsAny(Meaning.Keep, Meaning.Show, Meaning.Only, Meaning.List, Meaning.Hide, Meaning.What, Meaning.HowMany,
                Meaning.Sort, Meaning.Rename, Meaning.Rank)
            || NamesColumn(clause)
            || clause.Has(Meaning.Column))
            return false;
        // "add five marks for John Okoro".
        var gift = clause.Skip(0);
        if (clause.Is(gift, Meaning.Add)
            && clause.Skip(gift + 1, Meaning.New) is var amount
            && amount < clause.Count
            && clause[amount].Number is not null
            && clause.Skip(amount + 1, Meaning.Score, Meaning.New) is var way
            && clause.IsAny(way, Meaning.For, Meaning.To, Meaning.On)
            && clause.Skip(way + 1) is var who && clause.IsCapitalWord(who) && clause[who].IsUnknown && clause.MentionAt(who) is null)
            return true;
        // "Ada got 12", "Uche Eze failed", of a person whom no column names.
        var start = clause.Skip(0);
        var verb = start;
        while (verb < clause.Count
            && clause[verb] is { Kind: TokenKind.Word, IsCapital: true, Number: null }
            && clause[verb].IsUnknown
            && clause.MentionAt(verb) is null)
            verb++;
        // "fail John Smith", "mark Chidi as passed".
        if (start + 1 < clause.Count && clause[start].IsAny(Meaning.Score, Meaning.Pass, Meaning.Fail) && clause[start + 1] is { Kind: TokenKind.Word, IsCapital: true, Number: null } && clause[start + 1].IsUnknown && clause.MentionAt(start + 1) is null
            && (clause.HasAny(Meaning.Pass, Meaning.Fail)) && !clause.HasNumber() && !clause.Mentions.Exists(mention => mention.Kind == MentionKind.One))
            return true;
        var isNamed = clause.Tokens.Count(token => token.IsPercent || token.Is(Meaning.Percent)) < 2
            && verb > start
            && clause.Skip(verb) < clause.Count
            && clause[clause.Skip(verb)].IsAny(Meaning.Score, Meaning.Pass, Meaning.Fail, Meaning.With, Meaning.Missed)
            && !clause.HasAny(Grammar.Comparisons)
            && clause.HasNumber()
            && !clause.HasSign("=");
        var isOwned = clause.Tokens.Any(token => token is { IsOwner: true, Kind: TokenKind.Word } && token.IsUnknown && !clause.Book.HasWord(token.Plain));
        var hasResult = clause.Places.Any(at =>
            clause[at].Number is not null && clause.MentionAt(at) is not { Kind: MentionKind.One }
                || clause[at].IsAny(Meaning.Pass, Meaning.Fail, Meaning.Grade));
        if ((isOwned || isNamed) && hasResult
            || isOwned
                && clause.Is(start, Meaning.Tamper)
                && clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.Columns[0].IsScore))
            return true;
        var row = Enumerable.Range(0, Math.Max(0, clause.Count - 1)).FirstOrDefault(at => clause[at].Is(Meaning.Row) && clause[at + 1].Number is not null, -1);
        return row >= 0 && clause.Places.Any(at => at != row + 1 && clause[at].Number is not null && clause.MentionAt(at) is null);
    }

    // "called X" names a column, but "everyone called Tunde" people.
    private static bool NamesColumn(Clause clause) =>
        clause.Places.Any(at => clause[at].Is(Meaning.Called) && !(clause.IsAny(at - 1, Meaning.Person, Meaning.Who, Meaning.Row)));
}
