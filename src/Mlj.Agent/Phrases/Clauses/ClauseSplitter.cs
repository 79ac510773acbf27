using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>Parts a message into clauses that each ask for one thing.</summary>
internal static class ClauseSplitter
{
    private static readonly Meanings Choosing = Meanings.Of(Meaning.Keep, Meaning.Only, Meaning.Hide, Meaning.Remove, Meaning.Show, Meaning.List);

    private static readonly Meanings Rest = Meanings.Of(
        Meaning.Otherwise, Meaning.Ought, Meaning.Remove, Meaning.Hide, Meaning.Keep, Meaning.Be, Meaning.Person, Meaning.All);

    private const int LongestDenial = 7;

    private static readonly Meanings Denied = Meanings.Of(Meaning.By, Meaning.On, Meaning.Of, Meaning.From, Meaning.For, Meaning.Using, Meaning.In);

    /// <summary>The clauses in the order of the message.</summary>
    public static List<List<Token>> Split(IReadOnlyList<Token> message)
    {
        var tokens = WithoutEchoes(message);
        var clauses = new List<List<Token>>();
        var current = new List<Token>();
        var count = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsWishNumber(tokens, at, count))
            {
                count++;
                at++;
                End();
            }
            else if (IsLeftOut(tokens, at))
                continue;
            else if (IsAbbreviated(tokens, at) || !Parts(tokens, at, current))
                current.Add(tokens[at]);
            else
            {
                if (tokens[at].IsSign("?") && current.Count > 0)
                    current.Add(tokens[at]);
                End();
            }
        }
        End();
        return Merged(clauses);

        void End()
        {
            if (current.Count > 0)
                clauses.Add(current);
            current = [];
        }
    }

    private static List<Token> WithoutEchoes(IReadOnlyList<Token> message)
    {
        var tokens = new List<Token>(message.Count);
        for (var at = 0; at < message.Count; at++)
            if (message[at].IsSign(",") && IsEcho(message, at))
                for (at++; at + 1 < message.Count && message[at + 1].Kind != TokenKind.Sign && !message[at + 1].Is(Meaning.Then);)
                    at++;
            else if (Denial(message, at) is > 0 and var end)
                at = end - 1;
            else
                tokens.Add(message[at]);
        return tokens;
    }

    // "by test 1, and not by the average", "35 and not 40 as before": where what is denied beside what is meant ends; 0 when nothing is.
    private static int Denial(IReadOnlyList<Token> tokens, int at)
    {
        var not = at;
        while (not < tokens.Count && not - at < 3 && (tokens[not].IsSign(",") || tokens[not].IsAny(Meaning.And, Meaning.Also) && !tokens[not].Is(Meaning.Not)))
            not++;
        if (!tokens.Is(not, Meaning.Not) || not + 1 >= tokens.Count || at == 0 || not == at && !tokens[at].Is(Meaning.Instead))
            return 0;
        var isContrast = tokens[not].Is(Meaning.Instead) || tokens[not + 1].IsAny(Denied) || tokens[not + 1] is { Kind: TokenKind.Number } && tokens.Take(at).Any(token => token.Number is not null);
        var end = not + 1;
        while (end < tokens.Count && end - not < LongestDenial && tokens[end].Kind != TokenKind.Sign && !tokens[end].IsAny(Meaning.And, Meaning.Then))
            end++;
        return isContrast && !tokens.Skip(not + 1).Take(end - not - 1).Any(token => token.IsAny(Grammar.Verbs | Grammar.Comparisons) && !token.IsFiller) ? end : 0;
    }

    // ", the rest must go" behind what stays says the same again.
    private static bool IsEcho(IReadOnlyList<Token> tokens, int comma)
    {
        var said = tokens.Skip(comma + 1).TakeWhile(token => !token.IsSign(",", ".", ";", "!", "?") && !token.Is(Meaning.Then)).ToList();
        return comma > 0 && said.Has(Meaning.Otherwise) && said.HasAny(Meaning.Remove, Meaning.Hide, Meaning.Keep)
            && said.TrueForAll(token => token.IsFiller || token.IsAny(Rest));
    }

    // "1. sum ... 2. rank ..." numbers the wishes.
    private static bool IsWishNumber(List<Token> tokens, int at, int count) =>
        tokens[at] is { Kind: TokenKind.Number, IsPercent: false, Number: { } number } && number == count + 1
        && at + 2 < tokens.Count && tokens[at + 1].IsSign(".", ")") && tokens[at + 1].Start == tokens[at].End
        && (count == 0 ? at == 0 : tokens[at + 2].Kind == TokenKind.Word);

    // The point of "i.e." and of "no. 1" ends nothing, and is none of a name's.
    private static bool IsLeftOut(List<Token> tokens, int at)
    {
        if (at == 0 || !tokens[at].IsSign("."))
            return false;
        var before = tokens[at - 1];
        if (before.Is(Meaning.Filler) && before.Plain.Contains('.'))
            return true;
        if (at + 1 >= tokens.Count)
            return false;
        return before.Is(Meaning.Number) && tokens[at + 1].Number is not null
            || before is { Kind: TokenKind.Column, IsShortened: true } && !tokens[at + 1].IsCapital;
    }

    // "Dr. Whitcomb".
    private static bool IsAbbreviated(List<Token> tokens, int at) =>
        tokens[at].IsSign(".") && at > 0 && at + 1 < tokens.Count
        && tokens[at - 1].Is(Meaning.Abbreviation) && tokens[at - 1].End == tokens[at].Start
        && (tokens[at - 1].IsCapital || !tokens[at + 1].IsCapital && tokens[at - 1].Is(Meaning.Number));

    // Whether a clause ends here: always at the end of a sentence, at a comma or an "and" only where a new wish begins.
    private static bool Parts(List<Token> tokens, int at, List<Token> current)
    {
        var token = tokens[at];
        if (token.IsSign(";", "?", "!", ".") || token.Is(Meaning.Then) && !IsOneOrder(tokens, at, current) && !AsksWho(tokens, at))
            return true;
        if (token.Is(Meaning.Plus) && token.Kind == TokenKind.Word && IsAnother(tokens, at + 1))
            return true;
        var joins = token.IsSign(",", "&") || token.Is(Meaning.And)
            || current.Count > 0 && (token.Is(Meaning.Also) || token.Is(Meaning.SoThat) && token.IsFiller);
        return joins && (token.Is(Meaning.Plus) || ClauseStart.Begins(tokens, at + 1)
            || ClauseStart.OrdersChosen(current, [.. tokens.Skip(at + 1).TakeWhile(each => each.Kind != TokenKind.Sign)]));
    }

    // "who is next".
    private static bool AsksWho(List<Token> tokens, int at) => tokens.Is(at - 1, Meaning.Be) && tokens.Is(at - 2, Meaning.Who);

    // "by class then by name" is one order.
    private static bool IsOneOrder(List<Token> tokens, int at, List<Token> current) =>
        tokens.Is(at + 1, Meaning.By) && current.Has(Meaning.Sort) && current.Has(Meaning.By);

    // "a column X plus a rank by Y".
    private static bool IsAnother(List<Token> tokens, int at) =>
        tokens.IsFiller(at) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word
        && tokens[at + 1].IsAny(Meaning.Rank, Meaning.Grade, Meaning.PassFail, Meaning.Letter);

    // What only says more of the clause before it belongs to that one.
    private static List<List<Token>> Merged(List<List<Token>> clauses)
    {
        var merged = new List<List<Token>>();
        foreach (var clause in clauses)
            if (merged.Count > 0 && (Continuation.SaysMore(merged[^1], clause) || LeadsTo(merged[^1], clause)))
            {
                merged[^1].Add(new Token(TokenKind.Sign, ",", clause[0].Start, clause[0].Start));
                merged[^1].AddRange(clause);
            }
            else
                merged.Add(clause);
        return merged;
    }

    // A pass mark or a condition said before the verb that it is for.
    private static bool LeadsTo(List<Token> former, List<Token> clause) =>
        AsksForPlaces(former, clause) || AsksWhoPassed(former, clause) || SaysVerdict(former, clause)
        || Rewards(former, clause) || Invents(former, clause) || SetsBound(former, clause)
        || SaysByWhat(former) || SaysWhere(former)
        || !former.Exists(IsOrder) && (SetsMark(former, clause) || SetsOrder(former, clause));

    private static bool IsOrder(Token token) => token.IsAny(Grammar.Verbs) && !token.IsFiller && !token.Is(Meaning.Threshold);

    // "who is first in maths? add the positions", "I want to know who is in first place, who is second, put the number".
    private static bool AsksForPlaces(List<Token> former, List<Token> clause) =>
        (former.HasSign("?") || former.Has(Meaning.What)) && former.Exists(token => token.Is(Meaning.First) || token.Ordinal is not null)
        && (clause.Has(Meaning.Rank) || clause[0].Is(Meaning.Add) && clause.Has(Meaning.Number) && clause.TrueForAll(token => token.Number is null));

    // "did they pass test 2 or not? I take 48 as pass".
    private static bool AsksWhoPassed(List<Token> former, List<Token> clause) =>
        former.HasSign("?") && former.HasAny(Meaning.Pass, Meaning.Fail) && !former.HasAny(Meaning.HowMany, Meaning.Who)
        && clause.HasAny(Meaning.Pass, Meaning.Fail, Meaning.Threshold) && clause.HasNumber();

    // "65 or more has passed and all the others have failed; add a column X which says so".
    private static bool SaysVerdict(List<Token> former, List<Token> clause) =>
        JudgesBoth(former) && former.HasNumber() && clause.Has(Meaning.Column) && clause.Has(Meaning.SoThat) && !clause.HasNumber();

    // "the projector test needs fake numbers. Please make random scores ..."
    private static bool Invents(List<Token> former, List<Token> clause) =>
        former.Has(Meaning.Random) && clause.Has(Meaning.Random) && !former.HasNumber() && !former.Has(Meaning.Column);

    // "we reward pupils for the number of tests they sit. Work out that participation bonus on test 3."
    private static bool Rewards(List<Token> former, List<Token> clause) =>
        former.Has(Meaning.Reward) && !former.Has(Meaning.Bonus) && !former.HasNumber() && clause.Has(Meaning.Bonus) && clause.Has(Meaning.Participation);

    // "on the basis of test 1, give a grade".
    private static bool SaysByWhat(List<Token> former) =>
        former[0].IsAny(Meaning.On, Meaning.By, Meaning.Using) && former.Count < 8 && !former.Exists(token => token.IsAny(Ordering) && !token.IsFiller);

    // "in a new column X, show the letter grade of test 1".
    private static bool SaysWhere(List<Token> former) =>
        former[0].IsAny(Meaning.In, Meaning.Into, Meaning.Called) && !former[0].IsAny(Grammar.Verbs) && former.Count < 8
        && former.HasAny(Meaning.Column, Meaning.Called) && former[^1] is { IsCapital: true } or { Kind: TokenKind.Quoted }
        && !former.Exists(token => token.IsAny(Ordering) && token is { IsFiller: false, IsCapital: false });

    private static readonly Meanings Ordering = Grammar.Leads | Grammar.Verbs | Grammar.NounVerbs | Grammar.Comparisons;

    // "a trainee must reach at least 80 in Overall. Add who passed and who failed."
    private static bool SetsBound(List<Token> former, List<Token> clause) =>
        former.HasAny(Grammar.Comparisons) && former.HasNumber() && !former.HasAny(Choosing)
        && (clause.Has(Meaning.PassFail) || JudgesBoth(clause)) && !clause.HasNumber();

    // "CA1: pass mark 12, add pass or fail".
    private static bool SetsMark(List<Token> former, List<Token> clause) =>
        former.HasAny(Meaning.Threshold, Meaning.Pass, Meaning.Fail) && (former.HasNumber() || former.Has(Meaning.Half))
        && !former.Has(Meaning.PassFail) && !JudgesBoth(former)
        && clause.HasAny(Meaning.Pass, Meaning.Fail, Meaning.PassFail) && !clause.HasNumber() && !clause.Has(Meaning.Sort);

    private static bool JudgesBoth(List<Token> tokens) => tokens.Has(Meaning.Pass) && tokens.Has(Meaning.Fail);

    // "from the highest to the lowest, sort".
    private static bool SetsOrder(List<Token> former, List<Token> clause) =>
        clause.Count(token => token.Kind != TokenKind.Sign && (!token.IsFiller || token.IsAny(Grammar.Pronouns))) == 1
        && clause.HasAny(Meaning.Sort, Meaning.Rank) && !former.HasAny(Grammar.NounVerbs);
}
