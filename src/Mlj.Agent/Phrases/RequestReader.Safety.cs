namespace Mlj.Agent.Phrases;

/// <summary>What is never done by words: what destroys, what leaves the building, what changes one person's result, what is no request at all.</summary>
internal sealed partial class RequestReader
{
    private static readonly Meanings Wholes = Meanings.Of(Meaning.All, Meaning.Table, Meaning.Row, Meaning.Person, Meaning.Filler, Meaning.It, Meaning.Column, Meaning.Score, Meaning.Them, Meaning.Of, Meaning.In, Meaning.From, Meaning.Plural, Meaning.Value, Meaning.Vague);

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
            if (!clause.Tokens[at].IsSign(",") && !clause.Tokens[at].Is(Meaning.And) && !clause.Tokens[at].Is(Meaning.Then))
                continue;
            var part = clause.Tokens.Skip(at + 1).ToList();
            if (part.Count > 1 && part.Exists(token => token.Means.HasAny(wishes) && !token.IsMended) && !clause.Has(Meaning.Column) && !NamesColumn(clause) && new Favours(new Clause(clause.Message, part, clause.Book)).Any())
                return true;
        }
        return false;
    }

    // A word that is a heading, a name that is given or a quotation asks for nothing.
    private static bool Stands(Clause clause, Meaning meaning)
    {
        for (var at = 0; at < clause.Count; at++)
        {
            var token = clause.Tokens[at];
            if (!token.Is(meaning) || token.Kind is TokenKind.Quoted or TokenKind.Column || token.IsMended || !token.Plain.Contains(' ') && clause.Book.HasWord(token.Plain))
                continue;
            // "create a Password Reset column", "in Seat Draw" give a name.
            if (token.IsCapital && at > 0 && !token.Plain.Contains(' ') && (clause.Has(Meaning.Column) && (clause.Leads(Meaning.Add) || clause.Lead == clause.Count) || clause.Tokens[at - 1] is { IsCapital: true, Kind: TokenKind.Word } && at > 1))
                continue;
            // "rank by music" asks for a column that there is not.
            if (meaning == Meaning.Foreign && !token.Plain.Contains(' ') && at > 1 && clause.Tokens[at - 1].Means.HasAny(Meanings.Of(Meaning.By, Meaning.Using)))
                continue;
            if (at > 0 && token.IsCapital && clause.Tokens[at - 1].Means.HasAny(Meanings.Of(Meaning.Called, Meaning.To, Meaning.As, Meaning.Into, Meaning.Column, Meaning.Call)) && !token.Plain.Contains(' '))
                continue;
            return true;
        }
        return false;
    }

    private static bool Sends(Clause clause)
    {
        // "e-mail every student his result": the word for the column is a verb.
        var first = clause.Skip(0, Meaning.Also, Meaning.Then);
        if (first < clause.Count && clause.Tokens[first].Is(Meaning.Email) && clause.Skip(first + 1, Meaning.All) is var whom && whom < clause.Count && clause.Tokens[whom].Means.HasAny(Meanings.Of(Meaning.Person, Meaning.Them, Meaning.Score, Meaning.Table)) && !clause.Tokens.Any(token => token.Is(Meaning.Missing) || token.Is(Meaning.Column)))
            return true;
        for (var at = 0; at < clause.Count; at++)
        {
            if (!clause.Tokens[at].Is(Meaning.Send) || clause.Tokens[at].IsMended || clause.Tokens[at].Kind is TokenKind.Column or TokenKind.Quoted)
                continue;
            var before = at - 1;
            while (before >= 0 && (Clause.IsFiller(clause.Tokens[before]) || clause.Tokens[before].Means.HasAny(Meanings.Of(Meaning.And, Meaning.Then, Meaning.Also)) || clause.Tokens[before].Is(Meaning.To) && before > 0 && Clause.IsFiller(clause.Tokens[before - 1])))
                before--;
            if (before < 0 && at + 1 < clause.Count && !clause.Tokens[at + 1].Is(Meaning.Column) || before >= 0 && clause.Tokens[before].Kind == TokenKind.Sign)
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
        if (clause.Tokens[first].Means.HasAny(Meanings.Of(Meaning.Add, Meaning.Tamper)) && clause.Has(Meaning.Blank) && !clause.Has(Meaning.Column) && clause.Tokens.Any(token => token.Is(Meaning.Table) && !token.Is(Meaning.Row)))
            return true;
        var rest = clause.Tokens.Skip(first + 1).Where(token => !Clause.IsFiller(token) && token.Kind != TokenKind.Sign).ToList();
        return clause.Tokens[first].Is(Meaning.Clear) && !clause.Tokens[first].IsMended && rest.Exists(token => token.Is(Meaning.Test)) && rest.Exists(token => token.Is(Meaning.Score) && token.Is(Meaning.Plural) || token.Is(Meaning.Table) && !token.Is(Meaning.Test) || clause.Tokens[first].Is(Meaning.Blank) && token.Is(Meaning.All))
            && rest.TrueForAll(token => token.Number is null && token.Kind != TokenKind.Column && (token.Means.HasAny(Wholes) || token.Is(Meaning.Test) || token.Means.IsEmpty && !clause.Book.HasWord(token.Plain)));
    }

    // "delete every column except the name".
    private static bool LeavesLittle(Clause clause)
    {
        var first = clause.Skip(0, Meaning.Also, Meaning.Then);
        var except = clause.IndexOf(Meaning.Except, first + 1);
        if (first >= clause.Count || except < 0 || !(clause.Tokens[first].Is(Meaning.Clear) || clause.Tokens[first].Is(Meaning.Remove)) || clause.Tokens[first].IsMended)
            return false;
        var taken = clause.Tokens.Take(except).Skip(first + 1).ToList();
        return taken.Exists(token => token.Is(Meaning.All) || token.Is(Meaning.Table) && token.Plain.Contains(' ')) && taken.Exists(token => token.Means.HasAny(Meanings.Of(Meaning.Column, Meaning.Table))) && taken.TrueForAll(token => Clause.IsFiller(token) || token.Means.HasAny(Wholes))
            && !clause.Tokens.Any(token => token.Means.HasAny(Grammar.Comparisons) || token.Is(Meaning.Who) || token.Is(Meaning.Person) && !token.Is(Meaning.All));
    }

    private static bool TakesAll(Clause clause)
    {
        var at = clause.Skip(0, Meaning.Also, Meaning.Then);
        if (at >= clause.Count || !(clause.Tokens[at].Is(Meaning.Clear) || clause.Tokens[at].Is(Meaning.Remove)) || clause.Tokens[at].IsMended && clause.Count == 1)
            return false;
        var isWhole = false;
        for (var next = at + 1; next < clause.Count; next++)
        {
            var token = clause.Tokens[next];
            // "lose Class" is about a column, though a class is a table too.
            if (token.Is(Meaning.Table) && token is { IsCapital: true, Kind: TokenKind.Word } && clause.Book.Alike(clause.Text(next, next + 1)) is not null && clause.Count > 1)
                return false;
            // "remove both CA columns" is about some columns.
            if (token.Is(Meaning.Test) && clause.Has(Meaning.Column))
                return false;
            // "take that column off the sheet" is about one column.
            if (token.Is(Meaning.It) && token.Is(Meaning.Column))
                return false;
            // What is wished besides does not make it less.
            if (isWhole && (token.Is(Meaning.And) || token.IsSign(",") || token.Is(Meaning.SoThat) && !Clause.IsFiller(token)))
                return true;
            if (token.Kind != TokenKind.Sign && (!token.Means.HasAny(Wholes) || !Clause.IsFiller(token) && !token.Is(Meaning.Column) && next + 1 < clause.Count && clause.Tokens[next + 1].Is(Meaning.Column) && clause.Book.HasWord(token.Plain) || token.Number is not null || token.Kind == TokenKind.Column) || token.Is(Meaning.Test) && !clause.Has(Meaning.All))
                return false;
            isWhole |= token.Means.HasAny(Meanings.Of(Meaning.All, Meaning.Person, Meaning.Row)) || token.Is(Meaning.Table) && !token.Is(Meaning.Score) && !token.Is(Meaning.Column);
        }
        return isWhole;
    }

    private static bool Tampers(Clause clause)
    {
        if (IsOnesResult(clause))
            return true;
        // "make Scaled CA as CA2 times 0.4" computes a column.
        if (clause.Tokens.Any(token => token.IsSign("*")) || clause.Leads(Meaning.Rank) || clause.Says(Meaning.As) && clause.Tokens.Any(token => token.Means.HasAny(Meanings.Of(Meaning.Times, Meaning.Divided)) && !Clause.IsFiller(token)) || clause.Says(Meaning.Bonus) && clause.Has(Meaning.TestsTaken) || clause.Says(Meaning.Rank) && clause.Has(Meaning.All))
            return false;
        var at = clause.Skip(0, Meaning.Also, Meaning.Then);
        // "make everyone pass", "make sure nobody fails", "set test 2 to 100".
        if (at < clause.Count && clause.Tokens[at].Is(Meaning.Tamper) && !clause.Has(Meaning.Column))
        {
            var end = clause.Skip(at + 1, Meaning.Person, Meaning.All, Meaning.Vague, Meaning.Not);
            if (end > at + 1 && end + 1 == clause.Count && clause.Tokens[end].Means.HasAny(Meanings.Of(Meaning.Pass, Meaning.Fail)))
                return true;
            if (clause.Mentions is [{ Kind: MentionKind.One, Columns: [{ IsScore: true }] } over, ..] && over.From == clause.Skip(at + 1) && over.To + 1 < clause.Count && clause.Tokens[over.To].Is(Meaning.To) && clause.Tokens[over.To + 1].Number is not null && clause.Skip(over.To + 2, Meaning.For, Meaning.All, Meaning.Person, Meaning.Score) == clause.Count)
                return true;
        }
        if (at >= clause.Count || !clause.Tokens[at].Is(Meaning.Tamper) || clause.Has(Meaning.Heading) || clause.Has(Meaning.Column) || NamesColumn(clause) || clause.Tokens.Any(token => token.IsSign("=") || token.IsSign(":")) || clause.Says(Meaning.Rename))
            return false;
        var hasResult = clause.Tokens.Skip(at + 1).Any(token => token.Number is not null || token.Means.HasAny(Meanings.Of(Meaning.Pass, Meaning.Fail, Meaning.Half, Meaning.Rank)) || token.Is(Meaning.Grade) || token.IsCapital && token.End - token.Start <= 2);
        if (!hasResult && !clause.Tokens.Any(token => token.Is(Meaning.SoThat)))
            return false;
        if (clause.Tokens.Skip(at + 1).Any(token => token.IsOwner && !token.Is(Meaning.Person) && !token.Is(Meaning.All)) && !clause.Has(Meaning.All))
            return true;
        // "make him pass", "set everyone called Tunde to 100".
        var result = clause.Skip(at + 1);
        if (result > at + 1 && result + 1 == clause.Count && clause.Tokens[result].Means.HasAny(Meanings.Of(Meaning.Pass, Meaning.Fail)) || clause.Has(Meaning.Called))
            return true;
        // "add five marks for John Okoro".
        var whose = clause.Skip(at + 1, Meaning.Score, Meaning.Plus);
        if (whose < clause.Count && clause.Tokens[whose].Number is not null && clause.Skip(whose + 1, Meaning.Score) is var gift && gift < clause.Count && clause.Tokens[gift].Means.HasAny(Meanings.Of(Meaning.For, Meaning.To, Meaning.On)) && clause.Skip(gift + 1) is var named && named < clause.Count && clause.Tokens[named] is { Kind: TokenKind.Word, IsCapital: true } && clause.Tokens[named].Means.IsEmpty && clause.MentionAt(named) is null)
            return true;
        var next = clause.Skip(at + 1, Meaning.Score, Meaning.For);
        var who = next < clause.Count ? clause.Tokens[next] : null;
        if (who is { Kind: TokenKind.Word, Number: null } && (who.Means.IsEmpty || who.IsMended || who.IsCapital && who.Means.IsEmpty) && clause.MentionAt(next) is null && who.Settings.Count == 0)
        {
            var after = clause.Skip(next + 1);
            while (after < clause.Count && clause.Tokens[after] is { Kind: TokenKind.Word, IsCapital: true } && clause.MentionAt(after) is null && clause.Tokens[after].Means.IsEmpty)
                after++;
            return after < clause.Count && (clause.Tokens[after].Means.HasAny(Meanings.Of(Meaning.Pass, Meaning.Fail, Meaning.Grade, Meaning.Score, Meaning.To)) || clause.Tokens[after].Number is not null || clause.MentionAt(after) is not null || clause.Tokens[after] is { IsCapital: true } || clause.Tokens[after].IsOwner) || who.IsCapital;
        }
        // "change test 1 to 100" would write over scores.
        return clause.Tokens[at].Is(Meaning.Change) && clause.Mentions.Count > 0 && clause.Tokens.Any(token => token.Number is not null && clause.MentionAt(clause.Tokens.ToList().IndexOf(token)) is null) && clause.Has(Meaning.To);
    }

    // "Fatima's quiz 2 should be 88", "in row 4 put 65": a number or a judgement for one person or one row.
    private static bool IsOnesResult(Clause clause)
    {
        if (clause.Lead < clause.Count && clause.Tokens[clause.Lead].Means.HasAny(Meanings.Of(Meaning.Keep, Meaning.Show, Meaning.Only, Meaning.List, Meaning.Hide, Meaning.What, Meaning.HowMany, Meaning.Sort, Meaning.Rename, Meaning.Rank)) || NamesColumn(clause) || clause.Has(Meaning.Column))
            return false;
        // "add five marks for John Okoro".
        var gift = clause.Skip(0);
        if (gift < clause.Count && clause.Tokens[gift].Is(Meaning.Add) && clause.Skip(gift + 1, Meaning.New) is var amount && amount < clause.Count && clause.Tokens[amount].Number is not null && clause.Skip(amount + 1, Meaning.Score, Meaning.New) is var way && way < clause.Count && clause.Tokens[way].Means.HasAny(Meanings.Of(Meaning.For, Meaning.To, Meaning.On))
            && clause.Skip(way + 1) is var who && who < clause.Count && clause.Tokens[who] is { Kind: TokenKind.Word, IsCapital: true } && clause.Tokens[who].Means.IsEmpty && clause.MentionAt(who) is null)
            return true;
        // "Ada got 12", "Uche Eze failed", of a person whom no column names.
        var start = clause.Skip(0);
        var verb = start;
        while (verb < clause.Count && clause.Tokens[verb] is { Kind: TokenKind.Word, IsCapital: true, Number: null } && clause.Tokens[verb].Means.IsEmpty && clause.MentionAt(verb) is null)
            verb++;
        // "fail John Smith", "mark Chidi as passed".
        if (start + 1 < clause.Count && clause.Tokens[start].Means.HasAny(Meanings.Of(Meaning.Score, Meaning.Pass, Meaning.Fail)) && clause.Tokens[start + 1] is { Kind: TokenKind.Word, IsCapital: true, Number: null } && clause.Tokens[start + 1].Means.IsEmpty && clause.MentionAt(start + 1) is null
            && (clause.Has(Meaning.Pass) || clause.Has(Meaning.Fail)) && !clause.Tokens.Any(token => token.Number is not null) && !clause.Mentions.Exists(mention => mention.Kind == MentionKind.One))
            return true;
        var isNamed = clause.Tokens.Count(token => token.IsPercent || token.Is(Meaning.Percent)) < 2 && verb > start && clause.Skip(verb) < clause.Count && clause.Tokens[clause.Skip(verb)].Means.HasAny(Meanings.Of(Meaning.Score, Meaning.Pass, Meaning.Fail, Meaning.With, Meaning.Missed)) && !clause.Tokens.Any(token => token.Means.HasAny(Grammar.Comparisons)) && clause.Tokens.Any(token => token.Number is not null) && !clause.Tokens.Any(token => token.IsSign("="));
        var isOwned = clause.Tokens.Any(token => token is { IsOwner: true, Kind: TokenKind.Word } && token.Means.IsEmpty && !clause.Book.HasWord(token.Plain));
        var hasResult = Enumerable.Range(0, clause.Count).Any(at => clause.Tokens[at].Number is not null && clause.MentionAt(at) is not { Kind: MentionKind.One } || clause.Tokens[at].Means.HasAny(Meanings.Of(Meaning.Pass, Meaning.Fail, Meaning.Grade)));
        if ((isOwned || isNamed) && hasResult || isOwned && start < clause.Count && clause.Tokens[start].Is(Meaning.Tamper) && clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.Columns[0].IsScore))
            return true;
        var row = Enumerable.Range(0, Math.Max(0, clause.Count - 1)).FirstOrDefault(at => clause.Tokens[at].Is(Meaning.Row) && clause.Tokens[at + 1].Number is not null, -1);
        return row >= 0 && Enumerable.Range(0, clause.Count).Any(at => at != row + 1 && clause.Tokens[at].Number is not null && clause.MentionAt(at) is null);
    }

    // "called X" names a column, but "everyone called Tunde" people.
    private static bool NamesColumn(Clause clause) =>
        Enumerable.Range(0, clause.Count).Any(at => clause.Tokens[at].Is(Meaning.Called) && !(at > 0 && clause.Tokens[at - 1].Means.HasAny(Meanings.Of(Meaning.Person, Meaning.Who, Meaning.Row))));
}
