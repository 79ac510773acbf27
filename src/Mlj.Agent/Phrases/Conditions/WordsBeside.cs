using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>A column and a word beside it: "group B", "the Computer Science department", "with a gmail address".</summary>
internal sealed class WordsBeside(Clause clause, Findings found, NamesAlone names)
{
    /// <summary>Finds such a condition where nothing else was found.</summary>
    public void Alone(int from)
    {
        if ((ValueBehind(from) ?? ValueBefore(from) ?? Hosted(from)) is { } condition)
            found.All.Add(condition);
        else
            names.Read(from);
    }

    /// <summary>Finds such a condition besides those that were found: "those in class JSS1 who got 50 and above in english" says two things.</summary>
    public void Also(int from)
    {
        foreach (var mention in clause.Mentions)
            if (mention.From >= from
                && mention.IsSpecific
                && mention.Columns[0] is { IsScore: false, Role: ColumnRole.None, Number: null } column
                && !found.All.Exists(condition => condition.Column == column)
                && mention.To < clause.Count
                    && clause[mention.To] is { IsCapital: true, Kind: TokenKind.Word } or { Kind: TokenKind.Quoted }
                    && clause.MentionAt(mention.To) is null
                    && clause.CellText(mention.To).Text is { } value)
                found.All.Insert(0, new Condition(column, IsDenied(mention.From) ? "not_equals" : "equals", JsonValue.Create(value)));
            else if (mention.From > from
                && mention.IsSpecific
                && mention.Columns[0] is { IsScore: false, Role: ColumnRole.None, Number: null } kind
                && !found.All.Exists(condition => condition.Column == kind)
                && (!clause.HasLead || mention.From - 1 > clause.Lead) && clause[mention.From - 1].IsCapitalWord && clause.MentionAt(mention.From - 1) is null)
                found.All.Insert(0, new Condition(kind, IsDenied(mention.From - 1) ? "not_equals" : "equals", JsonValue.Create(clause.Text(mention.From - 1, mention.From))));
    }

    // "not in class JSS1".
    private bool IsDenied(int at)
    {
        while (at > 0
            && (clause[at - 1].IsAny(Meaning.In, Meaning.From, Meaning.Of, Meaning.Be) || clause[at - 1].IsFiller || clause[at - 1].IsCapitalWord)
            && !clause[at - 1].Is(Meaning.Not))
            at--;
        return clause.Is(at - 1, Meaning.Not);
    }

    // "group B".
    private Condition? ValueBehind(int from)
    {
        foreach (var mention in clause.Mentions)
        {
            if (mention.From < from || mention.Kind != MentionKind.One || mention.Columns[0] is not { } column || column.IsScore || mention.To >= clause.Count)
                continue;
            var next = mention.To;
            if (clause[next].Kind is TokenKind.Word or TokenKind.Quoted or TokenKind.Number
                && !clause[next].IsMended
                && (clause[next].IsUnknown || clause[next].IsCapital || clause[next].Number is not null)
                && clause.CellText(next) is var (value, _)
                && value is not null)
                return new Condition(column, IsDenied(mention.From) ? "not_equals" : "equals", clause[next].Number is { } number
                    && clause[next].Kind == TokenKind.Number
                    && !column.IsText ? JsonValue.Create(number) : JsonValue.Create(value));
        }
        return null;
    }

    // "the Computer Science department".
    private Condition? ValueBefore(int from)
    {
        foreach (var mention in clause.Mentions)
        {
            var word = mention.From;
            while (word > from
                && clause[word - 1] is { Kind: TokenKind.Word, IsCapital: true } or { Kind: TokenKind.Quoted }
                && clause.MentionAt(word - 1) is null
                && (word - 1 > clause.Lead || clause.Lead >= mention.To))
                word--;
            if (word == mention.From || mention.Kind != MentionKind.One || mention.Columns[0] is not { IsScore: false, Role: ColumnRole.None } kind)
                continue;
            return new Condition(kind, IsDenied(word) ? "not_equals" : "equals", JsonValue.Create(clause[word].Content ?? clause.Text(word, mention.From)));
        }
        return null;
    }

    // "with a gmail address".
    private Condition? Hosted(int from)
    {
        var host = clause.IndexOf(Meaning.MailHost, from);
        if (host < 0 || clause.Book.OfRole(ColumnRole.Email) is not [var email])
            return null;
        var isNot = clause.Tokens.Take(host).HasAny(Meaning.Not, Meaning.Without);
        return new Condition(email, isNot ? "not_contains" : "contains", JsonValue.Create(clause[host].Plain));
    }
}
