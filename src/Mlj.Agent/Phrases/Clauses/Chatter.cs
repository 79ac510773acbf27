using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>
/// Parts what people say around a wish from the wish: why they want it, who asked for it, how kind it would be, thanks and a name at the end.
/// </summary>
internal static class Chatter
{
    private const int LongestReason = 25;
    private const int LongestOpening = 12;
    private const int LongestAside = 9;

    private static readonly Meanings Openings = Meanings.Of(
        Meaning.Filler, Meaning.Asker, Meaning.Be, Meaning.It, Meaning.That, Meaning.With, Meaning.Also, Meaning.Then, Meaning.What, Meaning.Vague,
        Meaning.No);
    private static readonly Meanings Links = Meanings.Of(
        Meaning.To, Meaning.That, Meaning.For, Meaning.With, Meaning.Of, Meaning.Be, Meaning.Wish, Meaning.Who);

    // What a wish could need of what is told before it.
    private static readonly Meanings Needed = Meanings.Of(
        Meaning.Threshold, Meaning.Except, Meaning.Who, Meaning.Only, Meaning.Without, Meaning.Missed, Meaning.Bonus, Meaning.Participation, Meaning.Rank,
        Meaning.Random, Meaning.PassFail, Meaning.Letter);

    private static readonly Meanings Methods = Meanings.Of(Meaning.Sum, Meaning.Average, Meaning.Max, Meaning.Min, Meaning.Median);

    private static readonly Meanings Told = Meanings.Of(Meaning.Test, Meaning.Score, Meaning.Column, Meaning.Vague, Meaning.Table, Meaning.Person) | Grammar.Pronouns;

    /// <summary>The tokens of the wish, and the stretches beside it.</summary>
    public static (List<Token> Wish, List<List<Token>> Remarks) Part(IReadOnlyList<Token> tokens)
    {
        var wish = new List<Token>(tokens.Count);
        var remarks = new List<List<Token>>();
        var isFirst = true;
        for (var at = 0; at < tokens.Count;)
        {
            var end = Remark(tokens, at, isFirst);
            if (end > at)
            {
                remarks.Add([.. tokens.Skip(at).Take(end - at)]);
                at = end;
                continue;
            }
            isFirst = Ends(tokens[at]) || isFirst && tokens[at].IsSign(",");
            wish.Add(tokens[at++]);
        }
        return (wish, remarks);
    }

    private static bool Ends(Token token) => token.IsSign(".", "!", "?", ";") || token.Kind == TokenKind.Sign && token.Plain is ".";

    // Where the remark that begins here ends; where it begins when none does.
    private static int Remark(IReadOnlyList<Token> tokens, int at, bool isFirst)
    {
        if (tokens[at].Is(Meaning.Farewell) && !tokens[at].IsMended)
            return Farewell(tokens, at);
        if (tokens[at].IsSign(","))
            return Aside(tokens, at);
        if (isFirst)
            return Math.Max(LeadingReason(tokens, at), Opening(tokens, at));
        return tokens[at].Is(Meaning.Reason) && !tokens[at].IsMended && tokens[at - 1].Kind != TokenKind.Column ? TrailingReason(tokens, at) : at;
    }

    // "since the server was down in test 3, ...", "for privacy reasons, ...", "as the office only takes letters, ...".
    private static int LeadingReason(IReadOnlyList<Token> tokens, int at)
    {
        // "passing is 75, so indicate who passed" says the pass mark.
        if (tokens.Skip(at).TakeWhile(token => !Ends(token) && !token.Is(Meaning.SoThat)).ToList() is var said
            && said.HasNumber()
            && said.HasAny(Meaning.Pass, Meaning.Fail, Meaning.Threshold))
            return at;
        var first = at;
        while (first < tokens.Count && tokens[first].IsFiller && !tokens[first].Is(Meaning.Reason))
            first++;
        if (first >= tokens.Count)
            return at;
        var isFor = tokens[first].IsAny(Meaning.For, Meaning.By) && tokens.Skip(first + 1).Take(4).Has(Meaning.Reason);
        var comma = first + 1;
        while (comma < tokens.Count && comma - first < LongestReason && !tokens[comma].IsSign(",") && !Ends(tokens[comma]))
            comma++;
        var hasComma = comma + 1 < tokens.Count && tokens[comma].IsSign(",");
        if (tokens[first].Is(Meaning.Reason) && !tokens[first].IsMended
            || isFor
            || tokens[first].Is(Meaning.As)
                && hasComma
                && tokens[first].IsCapital | first == 0
                && first + 1 < comma
                && (comma - first < 5 || tokens[first + 1].IsFiller || tokens[first + 1].Is(Meaning.Asker))
                && !tokens.Skip(first).Take(comma - first).Any(token =>
                    token.Number is not null || token.IsAny(Grammar.Verbs) && !token.Is(Meaning.Only)))
        {
            if (hasComma)
                return comma + 1;
            // Without a comma it reaches to the first order.
            for (var verb = first + 2; verb < comma; verb++)
                if (tokens[verb].IsAny(Grammar.Verbs)
                    && !tokens[verb].IsMended
                    && !tokens[verb].IsFiller
                    && !tokens[verb - 1].Is(Meaning.To)
                    && !tokens[verb].Is(Meaning.Only))
                    return verb;
        }
        return Math.Max(UpToSo(tokens, at, first), UpToColon(tokens, at, first));
    }

    // "the server was down, so ...", "inspectors come on Monday and like to see the year, so please put in ...".
    private static int UpToSo(IReadOnlyList<Token> tokens, int at, int first)
    {
        for (var so = first + 2; so + 1 < tokens.Count && so - first < LongestReason && !Ends(tokens[so]); so++)
        {
            if (!tokens[so].Is(Meaning.SoThat) || !tokens[so].Is(Meaning.Reason) || tokens[so].Plain.Contains(' '))
                continue;
            var told = tokens.Skip(first).Take(so - first).ToList();
            var ordersNothing = !told.Exists(token => token.IsAny(Grammar.Leads | Meanings.Of(Meaning.Bonus)) && !token.IsFiller);
            // "she asks for the lower of the two, so give me that".
            if (told.HasAny(Methods) && tokens.Skip(so + 1).Take(4).HasAny(Grammar.Pronouns))
                return at;
            return ordersNothing || tokens[so - 1].IsSign(",") && Tells(told) && OrdersNext(tokens, so + 1) ? so + 1 : at;
        }
        return at;
    }

    // "the registry wants the campus on every row: add ...", "3 things: ...".
    private static int UpToColon(IReadOnlyList<Token> tokens, int at, int first)
    {
        var colon = first;
        while (colon < tokens.Count && colon - first < LongestReason && !Ends(tokens[colon]) && !tokens[colon].IsSign(":"))
            colon++;
        if (colon + 2 >= tokens.Count || !tokens[colon].IsSign(":") || colon - first < 2)
            return at;
        var told = tokens.Skip(first).Take(colon - first).ToList();
        var counts = told is [{ Number: not null }, { Kind: TokenKind.Word } things] && (things.IsUnknown || things.Is(Meaning.Vague));
        return (counts || told.Has(Meaning.Asker) && Tells(told)) && OrdersNext(tokens, colon + 1) ? colon + 1 : at;
    }

    // Somebody or something does it, and no order, no number and no column is in it that the wish could need.
    private static bool Tells(List<Token> told) =>
        !told[0].IsAny(Grammar.Leads | Grammar.NounVerbs)
        && !told.Exists(token => token.Number is not null && token.Ordinal is null
            || token.Kind is TokenKind.Column or TokenKind.Quoted
            || token.IsAny(Needed) && !token.IsFiller && !token.Is(Meaning.Wish)
            || token.IsAny(Grammar.Comparisons));

    private static bool OrdersNext(IReadOnlyList<Token> tokens, int at)
    {
        while (at < tokens.Count && (tokens[at].IsFiller || tokens[at].IsAny(Meaning.Also, Meaning.Asker)))
            at++;
        return at < tokens.Count && tokens[at].IsAny(Grammar.Verbs | Grammar.NounVerbs) && !tokens[at].IsMended;
    }

    // ", that test was cancelled" at the end of a sentence.
    private static int Aside(IReadOnlyList<Token> tokens, int at)
    {
        var end = at + 1;
        while (end < tokens.Count && tokens[end].Kind != TokenKind.Sign)
            end++;
        var said = tokens.Skip(at + 1).Take(end - at - 1).ToList();
        var be = said.FindIndex(token => token.Is(Meaning.Be));
        return (end == tokens.Count || Ends(tokens[end])) && said.Count < LongestAside
            && be is 1 or 2 && be + 1 < said.Count && said[0].IsAny(Grammar.Pronouns)
            && said.Skip(be + 1).All(token => token is { IsUnknown: true, IsCapital: false, Number: null } || token.IsFiller)
            && said.Skip(be + 1).Any(token => !token.IsFiller)
            && said.Take(be).All(token => token.IsFiller || token.IsAny(Told)) ? end : at;
    }

    private static int TrailingReason(IReadOnlyList<Token> tokens, int at)
    {
        var end = at + 1;
        while (end < tokens.Count && end - at < LongestReason && !Ends(tokens[end]) && !tokens[end].IsSign(","))
            end++;
        return tokens[at].IsAny(Meaning.SoThat, Meaning.From)
            || tokens.Skip(at + 1).Take(end - at - 1).Any(token => token.IsAny(Grammar.Verbs) && !token.IsFiller)
            ? at
            : end;
    }

    // "I was wondering if you could", "the dean would like to", "would it be possible to", "any chance of".
    private static int Opening(IReadOnlyList<Token> tokens, int at)
    {
        var asker = false;
        var end = at;
        var strange = 0;
        for (var next = at; next < tokens.Count && next - at < LongestOpening; next++)
        {
            var token = tokens[next];
            asker |= token.Is(Meaning.Asker);
            if (token.Is(Meaning.Wish) && !token.IsMended && (asker || (token.Means.Without(Meanings.Of(Meaning.Wish, Meaning.Filler))).IsEmpty))
            {
                end = next + 1;
                while (end < tokens.Count
                    && (tokens[end].IsAny(Links) || tokens[end].IsFiller && !tokens[end].IsCapital)
                    && !tokens[end].Is(Meaning.Only)
                    && tokens[end].Number is null
                    && !tokens[end].Is(Meaning.Blank))
                    end++;
                // A comma behind "if you do not mind" is no end of the opening.
                if (end < tokens.Count && tokens[end].IsSign(","))
                    end++;
                next = end - 1;
                continue;
            }
            if (token.Kind != TokenKind.Word || token.Number is not null)
                break;
            if (!token.IsAny(Openings) && (!token.IsUnknown && !asker || ++strange > 3))
                break;
        }
        return end < tokens.Count ? end : at;
    }

    // "thanks, Ngozi", "many thanks in advance".
    private static int Farewell(IReadOnlyList<Token> tokens, int at)
    {
        var end = at + 1;
        while (end < tokens.Count && tokens[end].Kind != TokenKind.Sign)
            end++;
        if (tokens.Skip(at + 1).Take(end - at - 1).Any(token =>
            token.IsAny(Grammar.Verbs) && !token.IsMended || token.Number is not null || token.Kind == TokenKind.Column))
            return at + 1;
        // The name of who writes.
        var name = end;
        while (name < tokens.Count
            && (tokens[name].Kind == TokenKind.Sign
                || tokens[name] is { Kind: TokenKind.Word, IsCapital: true } own
                    && (own.IsUnknown || own.IsMended || own.IsAny(Meaning.Asker, Meaning.Abbreviation))))
            name++;
        return name == tokens.Count ? name : end;
    }
}
