using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What takes out who somebody is: "hide names and emails", "anonymise the first names and surnames".</summary>
internal sealed partial class RequestReader
{
    private const string Redaction = "redact";

    private static readonly Meanings Identity = Meanings.Of(Meaning.Name, Meaning.PartName, Meaning.Email, Meaning.And, Meaning.All, Meaning.Also);

    // With these, rows are hidden and no columns.
    private static readonly Meanings Choosing = Grammar.Comparisons | Meanings.Of(
        Meaning.Who, Meaning.With, Meaning.Without, Meaning.Contains, Meaning.Starts, Meaning.Ends, Meaning.Except, Meaning.Missing,
        Meaning.Missed, Meaning.Took, Meaning.Pass, Meaning.Fail, Meaning.Between, Meaning.Not, Meaning.Equals, Meaning.Row, Meaning.Group);

    // Words that speak of columns.
    private static readonly Meanings Topics = Meanings.Of(
        Meaning.Name, Meaning.PartName, Meaning.Email, Meaning.Phone, Meaning.Number, Meaning.Grade, Meaning.Status, Meaning.Assignment,
        Meaning.TestsTaken, Meaning.Score, Meaning.Test, Meaning.Rank, Meaning.Average, Meaning.Sum);

    // Who hides names wants codes in their place, whatever is hidden besides; "hide the email column" only removes one.
    private static bool HidesNames(Clause clause) =>
        clause.Leads(Meaning.Hide) && !clause.HasNumber() && !clause.Has(Meaning.Column)
        && clause.Mentions.Exists(IsOfNames)
        && !clause.Places.Any(at => clause.MentionAt(at) is null
            && (clause[at].IsAny(Choosing) && !clause[at].IsFiller || at > clause.Lead && IsValue(clause[at]) || clause[at].IsQuoted));

    // "hide the emails" behind what hid the names and the addresses.
    private bool HidesAgain(Clause clause) =>
        _steps is [.., { Action: Redaction } redacted] && clause.Leads(Meaning.Hide) && SaysOnly(clause, Identity)
        && clause.Mentions.Count == 0 && Values(redacted.Params["columns"]).Any();

    private static bool IsOfNames(Mention mention) =>
        mention.Columns.Count > 0 && mention.Columns.All(column => column.Role == ColumnRole.Name || column.Means.Has(Meaning.PartName));

    // Every column that is named is taken out, and one that there is not is asked about; with the names alone go the addresses, which tell them.
    private static Trouble? Hidden(Clause clause, List<Mention> mentions, List<KnownColumn> columns)
    {
        if (mentions.Find(mention => mention.Kind == MentionKind.Unclear && !IsOfNames(mention)) is { } unclear)
            return Which(clause, unclear);
        columns.AddRange(mentions.Where(mention => mention.Kind == MentionKind.Unclear).SelectMany(mention => mention.Columns).Except(columns).ToList());
        if (NamedInVain(clause, mentions) is >= 0 and var at)
            return Unknown(clause, at, at + 1, clause.Book.Columns.Except(columns));
        if (clause.Leads(Meaning.Hide) && mentions.Count > 0 && mentions.TrueForAll(IsOfNames))
            columns.AddRange(clause.Book.OfRole(ColumnRole.Email).Except(columns).ToList());
        return null;
    }

    // "names and phone numbers", where no column has them: the place of such words, -1 for none.
    private static int NamedInVain(Clause clause, List<Mention> mentions) => clause.Places.FirstOrDefault(at =>
        at > clause.Lead && clause[at] is { Kind: TokenKind.Word, Action: null, IsFiller: false } token
        && clause.MentionAt(at) is null && !clause.IsTaken(at)
        && (token.IsUnknown || token.IsAny(Topics) && !token.Is(Meaning.Table))
        && mentions.Exists(mention => IsJoined(clause, at, mention)), -1);

    private static bool IsJoined(Clause clause, int at, Mention mention)
    {
        var (from, to) = at < mention.From ? (at + 1, mention.From) : (mention.To, at);
        return Enumerable.Range(from, to - from).All(between =>
                clause[between].IsFiller || clause[between].IsAny(Meaning.And, Meaning.Also) || clause[between].IsSign(",", "&", "/", "+"))
            && Enumerable.Range(from, to - from).Any(between => !clause[between].IsFiller);
    }
}
