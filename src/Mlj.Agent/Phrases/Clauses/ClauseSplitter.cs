using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>Parts a message into clauses that each ask for one thing.</summary>
internal static class ClauseSplitter
{
    private static readonly Meanings Pronouns = Meanings.Of(Meaning.It, Meaning.Them);

    // ", the rest must go" behind what stays says the same again.
    private static bool IsEcho(List<Token> tokens, int comma)
    {
        var end = comma + 1;
        while (end < tokens.Count && !(tokens[end].IsSign(",", ".", ";", "!", "?")) && !tokens[end].Is(Meaning.Then))
            end++;
        var said = tokens.Skip(comma + 1).Take(end - comma - 1).ToList();
        return comma > 0 && said.Count > 0 && said.Has(Meaning.Otherwise) && said.HasAny(Meaning.Remove, Meaning.Hide, Meaning.Keep)
            && said.TrueForAll(token =>
                token.IsFiller
                    || token.IsAny(Meaning.Otherwise, Meaning.Ought, Meaning.Remove, Meaning.Hide, Meaning.Keep, Meaning.Be, Meaning.Person,
                        Meaning.All));
    }

    public static List<List<Token>> Split(IReadOnlyList<Token> all)
    {
        var tokens = new List<Token>(all.Count);
        var said = all.ToList();
        for (var at = 0; at < all.Count; at++)
            if (all[at].IsSign(",") && IsEcho(said, at))
                for (at++; at + 1 < all.Count && all[at + 1].Kind != TokenKind.Sign && !all[at + 1].Is(Meaning.Then);)
                    at++;
            else
                tokens.Add(all[at]);
        var clauses = new List<List<Token>>();
        var current = new List<Token>();
        var count = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            // "1. sum ... 2. rank ..." numbers the wishes.
            if (token is { Kind: TokenKind.Number, Number: { } number, IsPercent: false }
                && number == count + 1
                && at + 2 < tokens.Count
                && (tokens[at + 1].IsSign(".", ")"))
                && tokens[at + 1].Start == token.End
                && (count == 0 ? at == 0 : tokens[at + 2].Kind == TokenKind.Word))
            {
                count++;
                at++;
                if (current.Count > 0)
                    clauses.Add(current);
                current = [];
                continue;
            }
            // "i.e. final average less than 40".
            if (token.IsSign(".") && at > 0 && tokens[at - 1].Plain is "i.e" or "e.g" or "i.e." or "e.g.")
                continue;
            // "no. 1".
            if (token.IsSign(".") && at > 0 && at + 1 < tokens.Count && tokens[at - 1].Is(Meaning.Number) && tokens[at + 1].Number is not null)
                continue;
            if (token.IsSign(".")
                && at > 0
                && at + 1 < tokens.Count
                && tokens[at - 1].Kind == TokenKind.Column
                && tokens[at - 1].Plain.EndsWith(" no", StringComparison.Ordinal)
                && !tokens[at + 1].IsCapital)
                continue;
            if (token.IsSign(".")
                && at > 0
                && at + 1 < tokens.Count
                && tokens[at - 1].Is(Meaning.Abbreviation)
                && (tokens[at - 1].IsCapital || !tokens[at + 1].IsCapital && tokens[at - 1].Is(Meaning.Number))
                && tokens[at - 1].End == token.Start)
            {
                current.Add(token);
                continue;
            }
            // "by class then by name" is one order.
            var isOrder = token.Is(Meaning.Then)
                && at + 1 < tokens.Count
                && tokens[at + 1].Is(Meaning.By)
                && current.Exists(each => each.Is(Meaning.Sort))
                && current.Exists(each => each.Is(Meaning.By));
            var isHard = token.IsSign(";") || token.IsSign("?", "!", ".") || token.Is(Meaning.Then) && !isOrder;
            var isSoft = token.Is(Meaning.Plus) && token.Kind == TokenKind.Word && IsAnother(tokens, at + 1)
                || token.IsSign(",")
                || token.Is(Meaning.And)
                || token.Is(Meaning.Also) && current.Count > 0
                || token.IsSign("&")
                || token.Is(Meaning.SoThat) && current.Count > 0 && token.IsFiller;
            if (isHard || isSoft && (Begins(tokens, at + 1) || token.Is(Meaning.Plus)))
            {
                if (token.IsSign("?") && current.Count > 0)
                    current.Add(token);
                if (current.Count > 0)
                    clauses.Add(current);
                current = [];
            }
            else
                current.Add(token);
        }
        if (current.Count > 0)
            clauses.Add(current);
        return Merged(clauses);
    }

    // "a column X plus a rank by Y".
    private static bool IsAnother(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].IsFiller && tokens[at + 1].IsAny(Meaning.Rank, Meaning.Grade, Meaning.PassFail, Meaning.Letter) && tokens[at + 1].Kind == TokenKind.Word;

    // Whether a verb with an object of its own follows.
    private static bool Begins(List<Token> tokens, int at)
    {
        // "second sort by": which wish it is.
        if (at + 1 < tokens.Count && tokens[at].Ordinal is not null && tokens[at + 1].IsAny(Grammar.Verbs) && !tokens[at + 1].Is(Meaning.Only))
            at++;
        while (at < tokens.Count && (tokens[at].IsFiller || tokens[at].IsAny(Meaning.Also, Meaning.And, Meaning.Then)) && !tokens[at].Is(Meaning.Only))
            at++;
        if (at >= tokens.Count || tokens[at].Kind is TokenKind.Column or TokenKind.Quoted || tokens[at].Number is not null)
            return false;
        var token = tokens[at];
        // ", the same for test 2".
        if (IsAgain(tokens, at))
            return true;
        // "and email it to me" is a wish of its own, "and contact" a column.
        if (token.Is(Meaning.Send)
            && !token.IsMended
            && (token.Plain.Contains(' ')
                || at + 1 < tokens.Count
                    && (tokens[at + 1].IsFiller
                        || tokens[at + 1].IsAny(Pronouns)
                        || tokens[at + 1].IsAny(Meaning.To, Meaning.Person, Meaning.Score, Meaning.Table))))
            return true;
        if (token.Is(Meaning.Pass)
            && at + 3 < tokens.Count
            && (tokens[at + 1].IsSign("/") || tokens[at + 1].Is(Meaning.Or))
            && tokens[at + 2].Is(Meaning.Fail)
            && tokens[at + 3].IsAny(Meaning.On, Meaning.For, Meaning.By, Meaning.With, Meaning.At))
            return true;
        if (token.IsCapital && at > 0 && token.Means.Has(Meaning.Column))
            return false;
        // "and rank who is left by the average".
        if ((token.IsAny(Meaning.Rank, Meaning.Grade))
            && token.Kind == TokenKind.Word
            && at + 2 < tokens.Count
            && tokens[at + 1].IsAny(Meaning.Who, Meaning.Person, Meaning.All)
            && tokens.Skip(at + 2).Take(6).TakeWhile(each => each.Kind != TokenKind.Sign).HasAny(Meaning.By, Meaning.On, Meaning.Using))
            return true;
        // "and mark pass or fail on that".
        if (token.Is(Meaning.Score) && at + 1 < tokens.Count && tokens[at + 1].Is(Meaning.PassFail))
            return true;
        // ", heading X" names what comes before it.
        if (token.Is(Meaning.Heading) && !token.Is(Meaning.Rename) && !token.IsAny(Grammar.Verbs))
            return false;
        if (token.Is(Meaning.Random) && tokens.Take(at).Has(Meaning.Random))
            return false;
        if (token.Is(Meaning.Random) && (at + 1 >= tokens.Count || tokens[at + 1].Kind == TokenKind.Sign))
            return false;
        var next = at + 1;
        while (next < tokens.Count && tokens[next].IsFiller && !tokens[next].IsAny(Pronouns))
            next++;
        var isPronoun = next < tokens.Count && tokens[next].IsAny(Pronouns);
        // "and write Paid in every row", "and leave it blank" say what a new column holds.
        if (token.Is(Meaning.Add)
            && tokens.Skip(at + 1).Take(7).Any(each => each.Is(Meaning.Row) || (each.IsAny(Meaning.Person, Meaning.All)) && Spreads(tokens, at))
            && !tokens.Skip(at + 1).Take(7).Has(Meaning.Column)
            || isPronoun && tokens.Skip(next + 1).Take(2).Has(Meaning.Blank))
            return false;
        if (token.Is(Meaning.Call) && next < tokens.Count && tokens[next].Is(Meaning.Column) && !token.Is(Meaning.Rename))
            return false;
        // "and give them letter grades".
        if (token.Is(Meaning.Add)
            && isPronoun
            && tokens.Skip(next + 1).Take(3).HasAny(Meaning.Grade, Meaning.Letter, Meaning.Rank, Meaning.PassFail, Meaning.Bonus))
            return true;
        if (token.IsAny(Grammar.Verbs))
            return !(token.Is(Meaning.Add) && (isPronoun || next < tokens.Count && (tokens[next].Number is not null || tokens[next].IsQuoted)))
                && !token.Is(Meaning.Threshold)
                && next <= tokens.Count
                && !(token.Is(Meaning.Call) && !token.Is(Meaning.Rename))
                && !IsNoun(tokens, at);
        if (token.Is(Meaning.Call) && isPronoun || token.Is(Meaning.Fill))
            return false;
        if (token.IsAny(Grammar.NounVerbs))
            return next >= tokens.Count && token.Is(Meaning.Rank) || next < tokens.Count && (isPronoun || tokens[next].IsAny(Meaning.By, Meaning.On, Meaning.Person, Meaning.All, Meaning.Table) || token.Is(Meaning.PassFail) && !token.Is(Meaning.Score)
                || (token.IsAny(Meaning.Grade, Meaning.Rank))
                    && !tokens[next].Is(Meaning.Column)
                    && tokens[next].Kind != TokenKind.Sign
                    && !tokens[next].Is(Meaning.Be)
                || token.Is(Meaning.Call) && !token.Is(Meaning.Name));
        return false;
    }

    // "put Pending against everyone": words for all rows behind what is put, in a request that has made a column.
    private static bool Spreads(IReadOnlyList<Token> tokens, int at) =>
        tokens.Take(at).Has(Meaning.Column) && tokens.Skip(at + 1).Take(3).Any(token => token.IsCapital || token.Number is not null && !token.Is(Meaning.Person) || token.IsQuoted);

    // "show", "order", "get" and their like are nouns or helpers behind some words; a number before "minus" is no verb.
    private static bool IsNoun(List<Token> tokens, int at) => tokens[at].Is(Meaning.Remove) && tokens[at].Is(Meaning.Minus) && at + 1 >= tokens.Count;

    // What only says more of the clause before it belongs to that one.
    private static List<List<Token>> Merged(List<List<Token>> clauses)
    {
        var merged = new List<List<Token>>();
        foreach (var clause in clauses)
            if (merged.Count > 0 && (SaysMore(merged[^1], clause) || LeadsTo(merged[^1], clause)))
            {
                merged[^1].Add(new Token(TokenKind.Sign, ",", clause[0].Start, clause[0].Start));
                merged[^1].AddRange(clause);
            }
            else
                merged.Add(clause);
        return merged;
    }

    // A pass mark or a condition said before the verb that it is for: "CA1: pass mark 12, add pass or fail", "from the highest to the lowest, sort".
    private static bool LeadsTo(List<Token> former, List<Token> clause)
    {
        var judges = former.HasAny(Meaning.Threshold, Meaning.Pass, Meaning.Fail) && former.Exists(token => token.Number is not null || token.Is(Meaning.Half));
        var acts = former.Exists(token => token.IsAny(Grammar.Verbs) && !token.IsFiller && !token.Is(Meaning.Threshold));
        // "who is first in maths? add the positions".
        if (former.HasSign("?") && former.Exists(token => token.Is(Meaning.First) || token.Ordinal is not null) && clause.Has(Meaning.Rank))
            return true;
        // "a trainee must reach at least 80 in Overall. Add who passed and who failed."
        var bounds = former.HasAny(Grammar.Comparisons)
            && former.HasNumber()
            && !former.HasAny(Meanings.Of(Meaning.Keep, Meaning.Only, Meaning.Hide, Meaning.Remove, Meaning.Show, Meaning.List) );
        if (bounds && (clause.Has(Meaning.PassFail) || clause.Has(Meaning.Pass) && clause.Has(Meaning.Fail)) && !clause.HasNumber())
            return true;
        if (acts)
            return false;
        if (judges
            && !former.Has(Meaning.PassFail)
            && !(former.Has(Meaning.Pass) && former.Has(Meaning.Fail))
            && clause.HasAny(Meaning.Pass, Meaning.Fail, Meaning.PassFail)
            && !clause.Exists(token => token.Number is not null || token.Is(Meaning.Sort)))
            return true;
        return clause.Count(token => token.Kind != TokenKind.Sign && (!token.IsFiller || token.IsAny(Pronouns))) == 1
            && clause.HasAny(Meaning.Sort, Meaning.Rank)
            && !former.HasAny(Grammar.NounVerbs);
    }

    private static bool IsAgain(List<Token> tokens, int at) =>
        tokens[at].Is(Meaning.Same)
        && (tokens[at].Plain.Contains(' ')
            || at + 1 < tokens.Count && tokens[at + 1].IsAny(Meaning.For, Meaning.On, Meaning.With, Meaning.By)
            || !tokens[at].Is(Meaning.It));

    private static bool SaysMore(List<Token> former, List<Token> clause)
    {
        if (clause.Has(Meaning.Same) && Enumerable.Range(0, clause.Count).Any(index => IsAgain(clause, index)))
            return false;
        var at = 0;
        while (at < clause.Count
            && (clause[at].IsFiller || clause[at].IsAny(Meaning.Also, Meaning.Then))
            && !clause[at].IsAny(Pronouns)
            && !clause[at].IsAny(Grammar.Verbs))
            at++;
        if (at >= clause.Count || clause.TrueForAll(token => token.IsFiller || token.Is(Meaning.Only) && token.Plain.Contains(' ')))
            return true;
        var lead = clause[at];
        var next = at + 1;
        while (next < clause.Count && (clause[next].IsFiller || clause[next].Is(Meaning.Only)) && !clause[next].IsAny(Pronouns))
            next++;
        var isPronoun = clause.IsAny(next, Pronouns);
        var acts = former.Any(token =>
            token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.Bonus)
                || token.IsAny(Grammar.Verbs) && !token.Is(Meaning.Threshold)
                || token.IsAny(Grammar.NounVerbs) && !token.Is(Meaning.Name));
        // "create a column X, random values from 1 to 20".
        if (lead.Is(Meaning.Random) && former.Has(Meaning.Column) && former.HasAny(Meaning.Add, Meaning.New) && !former.Has(Meaning.Random))
            return true;
        // "keep the heading as X", "put in column X".
        if (lead.Is(Meaning.Keep) && clause.Is(next, Meaning.Heading)
            || lead.Is(Meaning.In) && lead.Is(Meaning.Add) && acts && clause.Is(next, Meaning.Column) && clause.Count - next < 5)
            return true;
        // "... Make a column X with this."
        if (lead.Is(Meaning.Add)
            && clause.Has(Meaning.Column)
            && clause.Count > 2
            && clause[^1].IsAny(Pronouns)
            && clause[^2].Is(Meaning.With)
            && former.Exists(token => token.IsPercent || token.IsAny(Meaning.Plus, Meaning.Times)))
            return true;
        // "92 and up gets an A, 84 a B" says more of the grades.
        if (former.HasAny(Meaning.Grade, Meaning.Letter) && clause.Count(token => token.IsCapital && token.End - token.Start == 1) >= 3)
            return true;
        acts |= former.HasAny(Meaning.Called, Meaning.Rename);
        var asks = former.HasSign("?") || former.HasAny(Meaning.What, Meaning.HowMany);
        // "compare A and B and write the higher of the two in X".
        if (!acts
            && lead.Is(Meaning.Add)
            && clause.HasAny(Meaning.Max, Meaning.Min, Meaning.Average, Meaning.Sum)
            && clause.Exists(token => token.Number is not null || token.IsAny(Pronouns))
            && !former.HasAny(Grammar.Leads))
            return true;
        var isPlaced = clause.HasAny(Meaning.In, Meaning.Into, Meaning.As, Meaning.Called, Meaning.Heading);
        if (isPlaced
            && isPronoun
            && lead.IsAny(Meaning.Show, Meaning.Formula)
            && clause.Count < 10
            && !clause.Exists(token => token.Number is not null || token.Is(Meaning.Plus)))
            return true;
        if (acts
            && isPronoun
            && lead.Is(Meaning.Show)
            && former.Has(Meaning.Pass)
            && former.Has(Meaning.Fail)
            && clause.Has(Meaning.For)
            && clause.Has(Meaning.Person))
            return true;
        // "what is the total of both, store as X", "who passed and who failed" behind the mark that is needed.
        if ((asks || acts || former.HasAny(Meaning.Max, Meaning.Min, Meaning.Median))
            && lead.Is(Meaning.Add)
            && clause.IsAny(next, Meaning.As, Meaning.In, Meaning.Into, Meaning.Called))
            return true;
        if (isPronoun
            && lead.IsAny(Meaning.Add, Meaning.Call, Meaning.Fill)
            && !(acts
                && clause.Skip(next + 1).Any(token =>
                    !token.IsCapital
                        && token.IsAny(Meaning.Grade, Meaning.Letter, Meaning.Rank, Meaning.PassFail)
                        && !former.HasAny(token.Means & Meanings.Of(Meaning.Grade, Meaning.Letter, Meaning.Rank, Meaning.PassFail))))
            && !clause.Skip(next + 1).Has(Meaning.Sort))
            return true;
        // "call the column Decision".
        if (lead.Is(Meaning.Call) && clause.Is(next, Meaning.Column) && !lead.Is(Meaning.Rename) && (acts || former.Has(Meaning.Letter)))
            return true;
        if (asks && isPronoun && lead.IsAny(Meaning.Keep, Meaning.Show, Meaning.Only, Meaning.Hide))
            return true;
        // "..., add a column", "..., add their status" to a question or a rule.
        if ((asks || former.Has(Meaning.Pass))
            && lead.Is(Meaning.Add)
            && clause.TrueForAll(token =>
                token == lead
                    || token.IsFiller
                    || token.IsAny(Meanings.Of(Meaning.Column, Meaning.New, Meaning.Status, Meaning.In, Meaning.As, Meaning.For, Meaning.With) | Pronouns)))
            return true;
        // "the bonus depends on the tests taken. Work it out on the average."
        if (former.Has(Meaning.Bonus)
            && lead.Is(Meaning.Formula)
            && (isPronoun || lead.Plain.Contains(' '))
            && !clause.Exists(token => token.Is(Meaning.Plus) || token.IsSign("+") || token.Is(Meaning.Times)))
            return true;
        // "one more column: Proctor. Write Dr. Whitcomb on each line."
        if (lead.Is(Meaning.Add)
            && former.Has(Meaning.Column)
            && (former.HasAny(Meaning.Add, Meaning.New))
            && (clause.Has(Meaning.Row) || clause.Has(Meaning.For) && clause.Has(Meaning.Person) && clause.Has(Meaning.All))
            && !clause.Has(Meaning.Column))
            return true;
        if (asks && lead.Is(Meaning.Rank) && (lead.Plain.Contains(' ') || isPronoun))
            return true;
        // "put the answer under X" names what the clause before it makes.
        if (acts
            && lead.Is(Meaning.Add)
            && next < clause.Count
            && (clause[next].IsAny(Meaning.It, Meaning.Score, Meaning.Status) && !clause[next].Is(Meaning.Plural))
            && clause.HasAny(Meaning.In, Meaning.Into, Meaning.As, Meaning.Called, Meaning.Heading)
            && !clause.HasNumber())
            return true;
        // "show her row alone", "show those only" behind the condition or the name.
        if (lead.IsAny(Meaning.Show, Meaning.Keep, Meaning.Only, Meaning.Hide)
            && former.HasAny(Meaning.Person, Meaning.Who, Meaning.Show, Meaning.With, Meaning.Missed)
            && clause.TrueForAll(token =>
                token == lead
                    || token.IsFiller
                    || token.IsAny(Meanings.Of(Meaning.Row, Meaning.Person, Meaning.Only, Meaning.Be, Meaning.For) | Pronouns)
                    || token.Kind == TokenKind.Sign)
            && !clause.Has(Meaning.Otherwise))
            return true;
        // "take it out" behind what said so already.
        if (clause.TrueForAll(token => token == lead || token.IsFiller || token.IsAny(Pronouns | Meanings.Of(Meaning.All, Meaning.Of)))
            && lead.Is(Meaning.Remove)
            && former.Has(Meaning.Remove)
            && !former.Has(Meaning.Not))
            return true;
        if (isPronoun && !acts || !acts && lead.Is(Meaning.Remove) && lead.Plain.Contains(' '))
            return true;
        // A pass mark said apart.
        var judges = former.HasAny(Meaning.Pass, Meaning.Fail, Meaning.PassFail);
        if (judges && clause.Has(Meaning.Threshold) && clause.Any(token => token.Number is not null || token.Is(Meaning.Half)))
            return true;
        // "...; pass/fail on it at 50" begins anew where nothing was judged before.
        if (!judges && clause.Has(Meaning.Pass) && clause.Has(Meaning.Fail))
            return false;
        // Nothing in it says what to do.
        return !clause.Any(token =>
            token.IsAny(Grammar.Leads)
                || token.IsAny(Grammar.NounVerbs)
                || token.IsAny(Grammar.Comparisons | Meanings.Of(Meaning.Who, Meaning.Alphabetical)));
    }
}
