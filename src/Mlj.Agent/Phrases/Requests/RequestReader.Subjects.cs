using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>The column that a wish is about.</summary>
internal sealed partial class RequestReader
{
    /// <summary>The one column that a clause speaks of, for an action on scores.</summary>
    private (KnownColumn? Column, Trouble? Trouble) ScoreColumn(Clause clause, bool mayGuess = false, Func<Mention, bool>? fits = null)
    {
        var mentions = clause.Mentions.Where(mention => fits is null || fits(mention)).ToList();
        if (mentions.Find(mention => mention.Kind == MentionKind.Unknown) is { } unknown)
            return (null, Unknown(clause, unknown.From, unknown.To, clause.Book.Scores));
        // The column behind "by", "on" or "for" is meant before others.
        var marked = mentions.Where(mention =>
            mention.From > 0
                && clause[mention.From - 1] is var before
                && (before.IsAny(Meaning.By, Meaning.On, Meaning.Using)
                    || before.IsFiller && mention.From > 1 && clause[mention.From - 2].IsAny(Meaning.By, Meaning.On, Meaning.Using))).ToList();
        var scores = (marked.Count > 0 ? marked : mentions).Where(mention =>
            !(mention.Kind == MentionKind.One && mention.Columns[0].Role is ColumnRole.Name or ColumnRole.Email)).ToList();
        if (scores.Where(mention => mention.Kind == MentionKind.One).Select(mention => mention.Columns[0]).Distinct().ToList() is { Count: > 0 } ones)
        {
            if (ones.Count > 1 && clause.Says(Meaning.Also) && !clause.Says(Meaning.Or))
                (_others, ones) = (ones[1..], ones[..1]);
            return ones.Count == 1 ? (ones[0], null) : (null, new Trouble("which_column") { Columns = ones });
        }
        if (scores.Find(mention => mention.Kind is MentionKind.Unclear or MentionKind.Many) is { } unclear
            && !(_topic is { IsMade: true } && unclear.IsGeneric && clause.Has(Meaning.It)))
            return (null, Which(clause, unclear));
        if (Stranger(clause) is var (from, to))
            return (null, Unknown(clause, from, to, clause.Book.Scores));
        if (_topic is { IsText: false } topic
            && clause.Book.Find(topic.Name) is not null
            && (clause.Has(Meaning.It)
                || clause.Has(Meaning.Them) && (_steps.Count > 0 || _topic is { })
                || topic.IsMade
                || _steps.Count > 0
                || _isAsked))
            return (topic, null);
        if (mentions.Count > 0 && mentions[0].Kind == MentionKind.One)
            return (null,
                new Trouble("not_a_score", mentions[0].Columns[0].Name) { Columns = clause.Book.Scores, Gap = (clause[mentions[0].From].Start, clause[mentions[0].To - 1].End) });
        if (mayGuess && clause.Book.OfRole(ColumnRole.Average) is [var average])
            return (average, null);
        return (null, new Trouble("which_score") { Columns = clause.Book.Scores });
    }

    // "midterm average", "sort by test 1 average": a word behind a column, or a strange one before it, makes it another one, which there is not.
    private static Trouble? AnotherColumn(Clause clause)
    {
        if (!clause.LeadsAny(Meaning.Remove, Meaning.Sort) && (!clause.LeadsAny(Meaning.Hide, Meaning.Keep, Meaning.Show, Meaning.Rank) || CollatedScores.AreAsked(clause)))
            return null;
        foreach (var mention in clause.Mentions.Where(mention => mention.IsSpecific))
            if (mention.To < clause.Count && IsOfAll(clause[mention.To]) && !mention.Columns[0].Means.HasAny(Totals) && !clause.IsTaken(mention.To))
                return Unknown(clause, mention.From, mention.To + 1, clause.Book.Columns);
            else if (clause.IsAny(mention.From - 2, Meaning.By, Meaning.On, Meaning.Using) && mention.To - mention.From == 1
                && clause[mention.From - 1] is { Kind: TokenKind.Word, IsCapital: false, IsUnknown: true, Number: null, Ordinal: null })
                return Unknown(clause, mention.From - 1, mention.To, clause.Book.Columns);
        return null;
    }

    private static readonly Meanings Totals = Meanings.Of(Meaning.Average, Meaning.Sum);

    private static bool IsOfAll(Token token) =>
        token is { Kind: TokenKind.Word, IsCapital: false, IsMended: false } && token.IsAny(Totals) && !token.Is(Meaning.Combine);

    // Words behind "by", "on" and their like that no column has.
    private static (int From, int To)? Stranger(Clause clause)
    {
        for (var at = 0; at + 1 < clause.Count; at++)
        {
            if (!clause[at].IsAny(Meaning.By, Meaning.On, Meaning.For, Meaning.Of, Meaning.Using) || clause.IsTaken(at))
                continue;
            var next = clause.Skip(at + 1, Meaning.Score, Meaning.New);
            if (next < clause.Count
                && !clause.IsTaken(next)
                && clause.MentionAt(next) is null
                && clause[next] is { Kind: TokenKind.Word or TokenKind.Quoted } token
                && token.IsUncertain
                && token.Number is null
                && token.Settings.Count == 0)
                return (next, next + 1);
        }
        return null;
    }
}
