using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>Tells whether a new wish begins behind a comma or an "and".</summary>
internal static class ClauseStart
{
    private static readonly Meanings Results = Meanings.Of(Meaning.Grade, Meaning.Letter, Meaning.Rank, Meaning.PassFail, Meaning.Bonus);

    /// <summary>Whether a verb with an object of its own stands from here on.</summary>
    public static bool Begins(List<Token> tokens, int at)
    {
        at = SkipIntroduction(tokens, at);
        if (at >= tokens.Count || tokens[at].Kind is TokenKind.Column or TokenKind.Quoted || tokens[at].Number is not null)
            return false;
        if (IsAgain(tokens, at) || Sends(tokens, at) || IsVerdict(tokens, at) || LeavesColumnOut(tokens, at))
            return true;
        var token = tokens[at];
        if (token.IsCapital && at > 0 && token.Is(Meaning.Column))
            return false;
        // "and mark pass or fail on that".
        if (OrdersThose(tokens, at) || token.Is(Meaning.Score) && (tokens.Is(at + 1, Meaning.PassFail) || IsPassOrFail(tokens, at + 1)))
            return true;
        if (NamesFormer(token) || IsRandomAgain(tokens, at))
            return false;
        var next = at + 1;
        while (tokens.IsFiller(next) && !tokens[next].IsAny(Grammar.Pronouns))
            next++;
        var isPronoun = tokens.IsAny(next, Grammar.Pronouns);
        if (FillsColumn(tokens, at, next, isPronoun) || token.Is(Meaning.Call) && !token.Is(Meaning.Rename) && tokens.Is(next, Meaning.Column))
            return false;
        // "and give them letter grades".
        if (token.Is(Meaning.Add) && isPronoun && tokens.Skip(next + 1).Take(3).HasAny(Results))
            return true;
        return token.IsAny(Grammar.Verbs) ? IsVerb(tokens, at, next, isPronoun) : IsNounVerb(tokens, at, next, isPronoun);
    }

    /// <summary>Whether rows that were chosen are to be in an order: "only averages of 70 or more, biggest at the top".</summary>
    public static bool OrdersChosen(List<Token> former, IReadOnlyList<Token> clause) =>
        former.HasAny(Choosing) && former.HasNumber() && !former.HasAny(Ordered)
        && (clause.HasAny(Meaning.High, Meaning.Low) && clause.HasAny(Meaning.First, Meaning.Last) || clause.HasAny(Meaning.Descending, Meaning.Ascending))
        && clause.All(token => token.IsFiller || token.IsAny(Directions));

    private static readonly Meanings Choosing = Meanings.Of(Meaning.Keep, Meaning.Show, Meaning.Only, Meaning.Hide, Meaning.Remove);
    private static readonly Meanings Ordered = Meanings.Of(Meaning.Sort, Meaning.Rank, Meaning.Random);

    private static readonly Meanings Directions =
        Meanings.Of(Meaning.High, Meaning.Low, Meaning.First, Meaning.Last, Meaning.Descending, Meaning.Ascending, Meaning.Score, Meaning.Person, Meaning.With, Meaning.And);

    /// <summary>Whether the same is wished once more: ", the same for test 2".</summary>
    public static bool IsAgain(List<Token> tokens, int at) =>
        tokens[at].Is(Meaning.Same)
        && (tokens[at].Plain.Contains(' ') || !tokens[at].Is(Meaning.It) || tokens.IsAny(at + 1, Meaning.For, Meaning.On, Meaning.With, Meaning.By));

    private static int SkipIntroduction(List<Token> tokens, int at)
    {
        // "second sort by": which wish it is.
        if (at + 1 < tokens.Count && tokens[at].Ordinal is not null && tokens[at + 1].IsAny(Grammar.Verbs) && !tokens[at + 1].Is(Meaning.Only))
            at++;
        // "and for them add ...".
        if (tokens.Is(at, Meaning.And))
            at++;
        if (tokens.Is(at, Meaning.For) && tokens.IsAny(at + 1, Grammar.Pronouns) && tokens.IsAny(at + 2, Grammar.Verbs))
            at += 2;
        while (at < tokens.Count && (tokens[at].IsFiller || tokens[at].IsAny(Meaning.Also, Meaning.And, Meaning.Then)) && !tokens[at].Is(Meaning.Only))
            at++;
        return at;
    }

    // "and email it to me" is a wish of its own, "and contact" a column.
    private static bool Sends(List<Token> tokens, int at)
    {
        if (!tokens[at].Is(Meaning.Send) || tokens[at].IsMended)
            return false;
        var hasObject = tokens.IsFiller(at + 1) || tokens.IsAny(at + 1, Grammar.Pronouns)
            || tokens.IsAny(at + 1, Meaning.To, Meaning.Person, Meaning.Score, Meaning.Table);
        return hasObject || tokens[at].Plain.Contains(' ');
    }

    // "and pass/fail on test 2".
    private static bool IsVerdict(List<Token> tokens, int at) =>
        tokens[at].Is(Meaning.On) && tokens.IsAny(at + 1, Grammar.Pronouns) && tokens.IsAny(at + 2, Meaning.PassFail, Meaning.Grade, Meaning.Rank)
        || IsPassOrFail(tokens, at) && tokens.IsAny(at + 3, Meaning.On, Meaning.For, Meaning.By, Meaning.With, Meaning.At);

    private static bool IsPassOrFail(List<Token> tokens, int at) =>
        tokens.Is(at, Meaning.Pass) && (tokens.IsSign(at + 1, "/") || tokens.Is(at + 1, Meaning.Or)) && tokens.Is(at + 2, Meaning.Fail);

    /// <summary>Whether the table is wished without a column: "only Nordbau, and without the address column".</summary>
    public static bool LeavesColumnOut(List<Token> tokens, int at) =>
        tokens[at].Is(Meaning.Without)
        && tokens.Skip(at + 1).Take(5).TakeWhile(token => token.Kind != TokenKind.Sign && !token.IsAny(Meaning.And, Meaning.Who)).Has(Meaning.Column)
        && !tokens.Skip(at + 1).Take(2).HasAny(Meaning.Score, Meaning.Missing);

    // "and rank who is left by the average".
    private static bool OrdersThose(List<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Word && tokens[at].IsAny(Meaning.Rank, Meaning.Grade)
        && tokens.IsAny(at + 1, Meaning.Who, Meaning.Person, Meaning.All)
        && tokens.Skip(at + 2).Take(6).TakeWhile(each => each.Kind != TokenKind.Sign).HasAny(Meaning.By, Meaning.On, Meaning.Using);

    // ", heading X" names what comes before it.
    private static bool NamesFormer(Token token) => token.Is(Meaning.Heading) && !token.Is(Meaning.Rename) && !token.IsAny(Grammar.Verbs);

    private static bool IsRandomAgain(List<Token> tokens, int at) =>
        tokens[at].Is(Meaning.Random)
        && (at + 1 >= tokens.Count || tokens[at + 1].Kind == TokenKind.Sign || tokens.Take(at).Has(Meaning.Random));

    // "and write Paid in every row", "and leave it blank" say what a new column holds.
    private static bool FillsColumn(List<Token> tokens, int at, int next, bool isPronoun)
    {
        if (isPronoun && tokens.Skip(next + 1).Take(2).Has(Meaning.Blank))
            return true;
        var behind = tokens.Skip(at + 1).Take(7).ToList();
        return tokens[at].Is(Meaning.Add) && !behind.Has(Meaning.Column)
            && (behind.Has(Meaning.Row) || behind.HasAny(Meaning.Person, Meaning.All) && Spreads(tokens, at));
    }

    // "put Pending against everyone": words for all rows behind what is put, in a request that has made a column.
    private static bool Spreads(List<Token> tokens, int at) =>
        tokens.Take(at).Has(Meaning.Column)
        && tokens.Skip(at + 1).Take(3).Any(token => token.IsCapital || token.IsQuoted || token.Number is not null && !token.Is(Meaning.Person));

    private static bool IsVerb(List<Token> tokens, int at, int next, bool isPronoun)
    {
        var token = tokens[at];
        // "and put it in X", "and write 12" say more of what is made.
        var isPut = token.Is(Meaning.Add) && (isPronoun || next < tokens.Count && (tokens[next].Number is not null || tokens[next].IsQuoted));
        // "take away" with nothing behind it is a sign.
        var isMinus = token.Is(Meaning.Remove) && token.Is(Meaning.Minus) && at + 1 >= tokens.Count;
        return !isPut && !isMinus && !token.Is(Meaning.Threshold) && (!token.Is(Meaning.Call) || token.Is(Meaning.Rename));
    }

    // "and rank by test 1", "and grade test 2": a noun that is a verb where an object follows.
    private static bool IsNounVerb(List<Token> tokens, int at, int next, bool isPronoun)
    {
        var token = tokens[at];
        if (!token.IsAny(Grammar.NounVerbs) || token.Is(Meaning.Fill) || token.Is(Meaning.Call) && isPronoun)
            return false;
        if (next >= tokens.Count)
            return token.Is(Meaning.Rank);
        return isPronoun
            || tokens[next].IsAny(Meaning.By, Meaning.On, Meaning.Person, Meaning.All, Meaning.Table)
            || token.Is(Meaning.PassFail) && !token.Is(Meaning.Score)
            || token.IsAny(Meaning.Grade, Meaning.Rank) && tokens[next].Kind != TokenKind.Sign && !tokens[next].IsAny(Meaning.Column, Meaning.Be)
            || token.Is(Meaning.Call) && !token.Is(Meaning.Name);
    }
}
