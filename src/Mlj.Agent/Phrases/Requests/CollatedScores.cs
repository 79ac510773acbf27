using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>Which columns of scores are made one, and how: "the total of all tests", "the best of CA1 and CA2 except CA3".</summary>
internal static class CollatedScores
{
    /// <summary>Whether one column is to be made of several: "the average of CA1 and CA2", "add CA1 and CA2".</summary>
    public static bool AreAsked(Clause clause) =>
        !clause.HasSign(">", "<", ">=", "<=")
        && (MethodAt(clause) is not null && (Columns(clause).Count >= 2 || clause.Mentions.Exists(mention => mention.Kind == MentionKind.Unknown))
            || AddsUp(clause)
            || clause.Says(Meaning.Combine) && Columns(clause).Count >= 2);

    // "add CA1 and CA2" adds scores, where "add a column" makes one.
    private static bool AddsUp(Clause clause) =>
        clause.Leads(Meaning.Add)
        && !clause.Has(Meaning.New)
        && clause.Mentions.Count > 1
        && clause.Mentions[0].From == clause.Skip(clause.Lead + 1)
        && clause.Mentions.TrueForAll(mention => mention.Kind == MentionKind.One
        && !mention.Columns[0].IsText
        && mention.Columns[0].Role is ColumnRole.None or ColumnRole.Score or ColumnRole.Assignment)
        && clause.Skip(clause.Mentions[0].To) is var join
            && join < clause.Count
            && (clause[join].IsAny(Meaning.And, Meaning.To) || clause[join].IsSign(",", "&"));

    /// <summary>The word for how they are made one, and its place; null for none.</summary>
    public static (string Method, int At)? MethodAt(Clause clause)
    {
        (string, int)? found = null;
        for (var at = 0; at < clause.Count; at++)
        {
            if (clause.IsTaken(at) || clause[at].Kind == TokenKind.Column)
                continue;
            var token = clause[at];
            var method = token.Is(Meaning.Median)
                ? "median"
                : token.Is(Meaning.Average)
                ? "average"
                : token.Is(Meaning.Max)
                ? "max"
                : token.Is(Meaning.Min)
                ? "min"
                : token.Is(Meaning.Sum)
                ? "sum"
                : null;
            if (method is not null && (found is null || found is ("sum", _) && method != "sum" && clause.Says(Meaning.Combine)))
                found = (method, at);
        }
        return found;
    }

    /// <summary>The columns of scores that the clause speaks of, without the word for how they are made one.</summary>
    public static List<KnownColumn> Columns(Clause clause)
    {
        var method = MethodAt(clause)?.At ?? -1;
        var columns = new List<KnownColumn>();
        var leftOut = new List<KnownColumn>();
        foreach (var mention in clause.Mentions)
            if (IsTold(clause, mention) || mention is { Kind: MentionKind.One, Columns: [{ Role: ColumnRole.Name or ColumnRole.Email }] })
                continue;
            else if (IsLeftOut(clause, mention))
                leftOut.AddRange(mention.Columns);
            else if (mention is { Kind: MentionKind.Unclear, IsGeneric: false }
                && mention.Columns.All(column => column.IsTest)
                && clause.Has(Meaning.All)
                && clause.Under(mention).All(token => token.Number is null))
                columns.AddRange(mention.Columns);
            else if (mention.Kind == MentionKind.Many
                || mention.Kind == MentionKind.One
                    && !(mention.Covers(method) && mention.To - mention.From == 1 && !IsLiteral(clause, mention))
                    && mention.Columns[0] is { IsText: false } or { Role: ColumnRole.None })
                columns.AddRange(mention.Columns);
            else if (mention is { Kind: MentionKind.Unclear, IsGeneric: true }
                && mention.Columns.All(column => column.IsTest)
                && clause.Under(mention).All(token => token.Number is null))
                columns.AddRange(mention.Columns);
            else if (mention is { Kind: MentionKind.Unclear, IsGeneric: true }
                && clause.Under(mention).Has(Meaning.Test)
                && clause.Under(mention).All(token => token.Number is null))
                columns.AddRange(clause.Book.Columns.Where(column => column.IsTest && !column.IsMade));
        return [.. columns.Distinct().Except(leftOut)];
    }

    /// <summary>Whether something is told of a column besides: ", test 2 leaked on the internet", "(quiz 2 was a disaster)".</summary>
    public static bool IsTold(Clause clause, Mention mention)
    {
        var before = mention.From - 1;
        while (clause.IsFiller(before))
            before--;
        return clause.IsSign(before, ",", "(", "-") && clause.Mentions[0] != mention && mention.To < clause.Count
            && clause[mention.To] is { Kind: TokenKind.Word, IsCapital: false } next && (next.Is(Meaning.Be) || next.IsUnknown);
    }

    // "the e-mail is not needed but the exam is".
    private static bool IsNeeded(Clause clause, Mention mention) =>
        clause.Is(mention.To, Meaning.Be) && !clause[mention.To].IsAny(Meaning.Remove, Meaning.Called)
        && (mention.To + 1 == clause.Count || clause[mention.To + 1].Kind == TokenKind.Sign);

    /// <summary>Whether a column is left out: "quiz 1 to quiz 4 except quiz 3", "but not the exam and the average".</summary>
    public static bool IsLeftOut(Clause clause, Mention mention)
    {
        if (IsNeeded(clause, mention))
            return true;
        for (var at = mention.From - 1; at >= 0; at--)
            if (clause.IsAny(at, Meaning.Not, Meaning.Except))
                return true;
            else if (clause.MentionTo(at + 1) is { } other)
                at = other.From;
            else if (!clause.IsFiller(at) && !clause.IsAny(at, Meaning.And, Meaning.Column) && !clause.IsSign(at, ","))
                return false;
        return false;
    }

    private static bool IsLiteral(Clause clause, Mention mention) =>
        mention.Columns[0].Words.Length == 1 && clause.Mentions.Count > 1 && mention.From > 0 && clause[mention.From - 1].Is(Meaning.And);
}
