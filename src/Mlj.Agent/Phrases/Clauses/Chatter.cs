using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>
/// Parts what people say around a wish from the wish: why they want it, who asked for it, how kind it would be, thanks and a name at the end.
/// </summary>
internal static class Chatter
{
    private const int LongestReason = 25;
    private const int LongestOpening = 12;

    private static readonly Meanings Openings = Meanings.Of(
        Meaning.Filler, Meaning.Asker, Meaning.Be, Meaning.It, Meaning.That, Meaning.With, Meaning.Also, Meaning.Then, Meaning.What, Meaning.Vague,
        Meaning.No);
    private static readonly Meanings Links = Meanings.Of(
        Meaning.To, Meaning.That, Meaning.For, Meaning.With, Meaning.Of, Meaning.Be, Meaning.Wish, Meaning.Who);

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
        // "the server was down, so ...".
        for (var so = first + 2; so < comma + 2 && so + 1 < tokens.Count && so - first < LongestReason; so++)
            if (tokens[so].Is(Meaning.SoThat)
                && tokens[so].Plain is var plain
                && !plain.Contains(' ')
                && tokens[so].Is(Meaning.Reason)
                && !tokens.Skip(first).Take(so - first).Any(token => token.IsAny(Grammar.Leads | Meanings.Of(Meaning.Bonus)) && !token.IsFiller))
                return so + 1;
        return at;
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
