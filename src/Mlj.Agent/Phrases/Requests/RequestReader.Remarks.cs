using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What is said beside the wishes: clauses that ask for nothing, or only tell what the next one is about.</summary>
internal sealed partial class RequestReader
{
    private static readonly Meanings Doing = Grammar.Verbs | Grammar.NounVerbs | Grammar.Comparisons | Meanings.Of(Meaning.Clear, Meaning.Tamper, Meaning.Send,
        Meaning.Bonus, Meaning.Pass, Meaning.Fail, Meaning.Grade, Meaning.Who, Meaning.What, Meaning.HowMany, Meaning.Letter, Meaning.Alphabetical,
        Meaning.Descending, Meaning.Ascending, Meaning.First, Meaning.Last, Meaning.Without, Meaning.Missed, Meaning.Median, Meaning.Max, Meaning.Min);

    private bool AsksNothing(Clause clause, IReadOnlyList<List<Token>> clauses, int index) =>
        IsTrial(clause, clauses, index)
        || StaysEmpty(clause)
        || IsRemark(clause, clauses, index)
        || ShowsWhatIsMade(clause)
        || RenamesAgain(clause)
        || FiltersAgain(clause)
        || HidesAgain(clause)
        || TellsWhyToRemove(clause, clauses, index)
        || KeepsBesides(clause);

    // "just for testing, ..." says why.
    private static bool IsTrial(Clause clause, IReadOnlyList<List<Token>> clauses, int index) =>
        index + 1 < clauses.Count && clause.Count is > 2 and < 6 && clause[0].Is(Meaning.Only) && clause[1].Is(Meaning.For) && !clause.HasNumberOrComparison();

    // "leave it empty" behind a new column, which is empty already.
    private bool StaysEmpty(Clause clause) =>
        _steps is [.., { Action: "add_column" } added] && added.Params["default_value"]?.ToString() is ""
        && clause.Has(Meaning.Blank) && !clause.Mentions.Exists(mention => mention.IsSpecific && !mention.Columns[0].IsMade);

    // "show the grades" behind what makes them.
    private bool ShowsWhatIsMade(Clause clause) =>
        _steps.Count > 0 && clause.Count < 8
        && (clause.Leads(Meaning.Show) || clause.Leads(Meaning.Add) && !clause.Has(Meaning.Column) && clause.NewName is null)
        && SaysOnly(clause, Results) && clause.Tokens.All(IsMade)
        && clause.Mentions.TrueForAll(mention => mention.IsGeneric || mention.Columns[0].IsMade);

    // A rank is shown where one was made.
    private bool IsMade(Token token) =>
        token.IsFiller || !token.IsAny(Meaning.Grade, Meaning.Letter, Meaning.Status, Meaning.Rank) || token.IsAny(Grammar.Pronouns)
        || _steps.Exists(step => token.Is(Meaning.Rank) ? step.Action == "add_rank"
            : token.IsAny(Meaning.Grade, Meaning.Letter) ? step.Action == "add_grades" || token.Is(Meaning.Status) && step.Action == "add_pass_fail"
            : step.Action == "add_pass_fail");

    private static readonly Meanings Results = Meanings.Of(
        Meaning.Grade, Meaning.Status, Meaning.Rank, Meaning.It, Meaning.Them, Meaning.Letter, Meaning.Table);

    // "update the heading" behind what renames it.
    private bool RenamesAgain(Clause clause) =>
        _steps is [.., { Action: "rename_column" }] && clause.Count < 8
        && (clause.Says(Meaning.Rename) || clause.Leads(Meaning.Change) || clause.Leads(Meaning.Only) && clause.Has(Meaning.Heading)) && clause.Mentions.TrueForAll(mention => mention.IsGeneric);

    // "hide the rest" behind what keeps some.
    private bool FiltersAgain(Clause clause) =>
        _steps is [.., { Action: "filter_data" }] && clause.LeadsAny(Meaning.Hide, Meaning.Remove, Meaning.Keep)
        && SaysOnly(clause, Others) && clause.HasAny(Meaning.Otherwise, Meaning.Person);

    private static readonly Meanings Others = Meanings.Of(Meaning.Otherwise, Meaning.Person, Meaning.All, Meaning.Only);

    // Nothing but the verb and words of these meanings.
    private static bool SaysOnly(Clause clause, Meanings meanings) =>
        clause.Tokens.All(token => token.Kind == TokenKind.Sign || token.IsFiller || token == clause[clause.Lead] || token.IsAny(meanings));

    // "we don't want the test accounts, so remove all rows that ..." says why first.
    private bool TellsWhyToRemove(Clause clause, IReadOnlyList<List<Token>> clauses, int index) =>
        clause.Leads(Meaning.Remove) && index + 1 < clauses.Count && clause[clause.Lead].Plain.Contains(' ')
        && new Clause(message, clauses[index + 1], _book) is var own && own.Leads(Meaning.Remove)
        && (own.Mentions.Exists(mention => !mention.IsGeneric) || own.Has(Meaning.Row));

    // "..., but leave Surname where it is" behind what is removed.
    private bool KeepsBesides(Clause clause) =>
        clause.Leads(Meaning.Keep) && _steps is [.., { Action: "remove_column" }]
        && !clause.HasNumberOrComparison() && !clause.HasAny(Meaning.Person, Meaning.Row)
        && !clause.Places.Any(at => clause.MentionAt(at) is null && clause[at].IsAny(Held));

    // What chooses rows by what they hold.
    private static readonly Meanings Held = Meanings.Of(
        Meaning.With, Meaning.Without, Meaning.Contains, Meaning.Starts, Meaning.Ends, Meaning.Between, Meaning.Missing, Meaning.Missed, Meaning.Took,
        Meaning.Pass, Meaning.Fail);

    // "this is the exams office", "nobody reads it": words around a request that ask for nothing, as they name no column and no number.
    private bool IsRemark(Clause clause, IReadOnlyList<List<Token>> clauses, int index)
    {
        if (clauses.Count == 1)
            return false;
        if (clause.Count < 5
            && clause.Mentions.Count == 0
            && clause.Tokens.All(token => token.Kind == TokenKind.Sign || token.Kind == TokenKind.Word && (token.IsUnknown || token.IsFiller)))
            return true;
        if (index == clauses.Count - 1 && _steps.Count == 0 || NamesSomething(clause))
            return false;
        return HasOwnSubject(clause) && !OrdersSomething(clause);
    }

    private static bool NamesSomething(Clause clause) =>
        clause.HasNumber() || clause.HasSign("?")
        || clause.Tokens.Any(token => token.Kind is TokenKind.Quoted or TokenKind.Column)
        || clause.Mentions.Exists(mention => mention is { Kind: not MentionKind.Unclear, IsGeneric: false });

    // Somebody does it, whom the request does not ask: "the bursar keeps that".
    private static bool HasOwnSubject(Clause clause) =>
        clause[0].Is(Meaning.Vague)
        || Enumerable.Range(0, Math.Min(4, clause.Count - 1)).Any(at => (clause[at].IsAny(Meaning.It, Meaning.Only) || clause[at].IsFiller)
            && clause[at + 1] is { Kind: TokenKind.Word } next && (next.IsUncertain || next.Is(Meaning.Be)));

    // Whether a verb stands where it orders; behind a word of its own, as in "the bursar keeps", it only tells.
    private static bool OrdersSomething(Clause clause)
    {
        var verb = clause.Places.FirstOrDefault(at =>
            IsDoing(clause[at]) && !(clause[at].Is(Meaning.Only) && at + 1 < clause.Count && clause[at + 1].IsUnknown), -1);
        if (verb < 0)
            return false;
        var isTold = verb > 0 && clause[verb - 1] is { Kind: TokenKind.Word } before
            && (before.IsUnknown || before.Is(Meaning.To) && verb > 1 && clause[verb - 2].IsUnknown);
        return !isTold;
    }

    private static bool IsDoing(Token token) => token.IsAny(Doing) && !token.IsFiller;

    // "the addresses must not go to the examiners, so strip that column out".
    private bool TakesTopic(Clause clause, IReadOnlyList<List<Token>> clauses, int index)
    {
        if (LeadsIn(clause, clauses, index) is not { } topic)
            return false;
        (_topic, _leadsOn) = (topic, true);
        _isLowBest = clause.IndexOf(Meaning.Low) is >= 0 and var low && clause.IndexOf(Meaning.High) > low;
        return true;
    }

    // A remark about a column that the next wish is about.
    private KnownColumn? LeadsIn(Clause clause, IReadOnlyList<List<Token>> clauses, int index)
    {
        if (index + 1 >= clauses.Count || clause.Mentions is not [{ IsSpecific: true } mention])
            return null;
        if (clause.HasNumber() || clause.Places.Any(at => IsDoing(clause[at]) && clause.MentionAt(at) is null))
            return null;
        var next = new Clause(message, clauses[index + 1], _book);
        return next.HasAny(Meaning.It, Meaning.Them) && next.Mentions.TrueForAll(each => each.IsGeneric) ? mention.Columns[0] : null;
    }

    // "for the meeting, ...": what it is for.
    private static bool IsOccasion(Clause clause, IReadOnlyList<List<Token>> clauses, int index) =>
        index + 1 < clauses.Count && clause.Count < 6 && clause[0].Is(Meaning.For) && !clause.HasLead
        && clause.Mentions.Count == 0 && !clause.HasNumber() && !clause.Has(Meaning.Person);

    // "do not delete the exam column" asks for nothing.
    private static bool IsForbidden(Clause clause)
    {
        var before = clause.Lead - 1;
        while (before >= 0 && clause[before].IsFiller && !clause[before].Is(Meaning.Not))
            before--;
        return clause.HasLead && clause.Is(before, Meaning.Not) && clause[clause.Lead].IsAny(Grammar.Verbs)
            && !clause.Tokens.Take(before).HasAny(Meaning.Person, Meaning.Who);
    }

    // Courtesies and remarks that ask for nothing.
    private static bool IsIdle(IReadOnlyList<Token> tokens) => tokens.All(token =>
        token.Kind == TokenKind.Sign || token.IsFiller || token.IsAny(Meaning.Also, Meaning.Then, Meaning.No)
        || token is { Kind: TokenKind.Word, IsUnknown: true, IsCapital: false } && token.End - token.Start <= 2);
}
