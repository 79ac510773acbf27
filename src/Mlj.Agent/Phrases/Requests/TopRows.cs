using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>A number of rows from an end: "the top 5", "the three best by test 1", "the first 10 rows". No action keeps a number of rows, so it is asked whether to sort.</summary>
internal static class TopRows
{
    /// <summary>What is asked back; null when no number of rows is wished.</summary>
    public static Trouble? Of(Clause clause)
    {
        for (var at = 0; at < clause.Count; at++)
        {
            var isEnd = clause[at].IsAny(Meaning.First, Meaning.Last) && clause[at].Kind == TokenKind.Word;
            if (!isEnd && !(clause[at].IsAny(Meaning.High, Meaning.Low) && !clause[at].IsAny(Grammar.Comparisons)) || clause.IsColumnAt(at))
                continue;
            var number = IsHowMany(clause, at + 1) ? at + 1 : !isEnd && IsHowMany(clause, at - 1) ? at - 1 : -1;
            if (number < 0)
                continue;
            var behind = Math.Max(at, number) + 1;
            if (isEnd && !clause.IsAny(behind, Meaning.Person, Meaning.Row)
                || behind < clause.Count && clause[behind].Kind != TokenKind.Sign && !clause[behind].IsAny(BehindTop))
                continue;
            var columns = clause.Mentions.Find(mention => mention.IsSpecific && !mention.Columns[0].IsText) is { } by ? [by.Columns[0]] : clause.Book.Scores;
            var order = clause[at].Is(Meaning.Low) && !clause[at].Is(Meaning.High) ? "sort_lowest" : "sort_highest";
            return new Trouble("no_top", clause.Text(number, number + 1)) { Offers = [.. columns.Select(column => new Offer(order, column.Name) { IsWhole = true })] };
        }
        return null;
    }

    private static readonly Meanings BehindTop = Meanings.Of(
        Meaning.Person, Meaning.Row, Meaning.By, Meaning.In, Meaning.On, Meaning.Of, Meaning.From, Meaning.For, Meaning.At, Meaning.Score, Meaning.Test,
        Meaning.Average, Meaning.Using, Meaning.With, Meaning.Only, Meaning.Filler, Meaning.Who, Meaning.Be);

    private static bool IsHowMany(Clause clause, int at) =>
        at >= 0 && at < clause.Count && clause[at] is { Kind: TokenKind.Number, IsPercent: false, Number: > 0 and <= 1000 } token
        && !clause[at].Is(Meaning.Person) && decimal.IsInteger(token.Number!.Value) && clause.MentionAt(at) is null or { IsGeneric: true };
}
