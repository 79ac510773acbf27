using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.NewColumns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What tells one wish from another.</summary>
internal sealed partial class RequestReader
{
    // "round test 2": an action is called by its own words.
    private bool CallsAction(Clause clause)
    {
        if (!clause.Leads(Meaning.Action) || clause.HasSign("="))
            return false;
        var isHeading = clause[clause.Lead].IsCapital && clause.Is(clause.Lead - 1, Meaning.Column);
        return !isHeading && !SaysFormula(clause) && !(Grades(clause) && (clause.Says(Meaning.Letter) || GradeBounds.AreSaid(clause)));
    }

    // "drop the two lowest scores" leaves them out of everybody's mean; "drop the lowest score column" is about a column.
    private static bool DropsLowest(Clause clause)
    {
        if (!clause.LeadsAny(Meaning.Remove, Meaning.Hide) || clause.Has(Meaning.Column) || clause.HasAny(Meaning.Row, Meaning.Who, Meaning.High) || clause.HasSpecificMention)
            return false;
        var low = clause.FindIndex(clause.Lead + 1, token => token.Is(Meaning.Low) && token.Is(Meaning.Min));
        return low > 0
            && clause.Places.Any(at => at > low && clause[at].IsAny(Meaning.Score, Meaning.Test, Meaning.TestsWord))
            && clause.Places.All(at => at <= clause.Lead || clause[at].Kind == TokenKind.Sign || clause[at].IsFiller || clause[at].Number is not null
                || clause[at].IsAny(Meaning.Low, Meaning.Score, Meaning.Test, Meaning.TestsWord, Meaning.Of, Meaning.For, Meaning.From, Meaning.All)
                || clause[at].Is(Meaning.Person) && (clause[at].IsOwner || clause.IsAny(clause[at - 1].IsFiller ? at - 2 : at - 1, Meaning.For, Meaning.From, Meaning.Of, Meaning.All)));
    }

    // "scaled: test 2 times 5".
    private bool SaysFormula(Clause clause) => clause.HasSign(":") && new FormulaReader(clause, _topic).Find() is not null;

    // "random marks in a column X".
    private static bool MakesRandom(Clause clause) =>
        SaysRandom(clause)
        && !clause.LeadsAny(Meaning.Remove, Meaning.Sort, Meaning.Hide, Meaning.Rename, Meaning.Grade, Meaning.Rank, Meaning.PassFail)
        && (!clause.Leads(Meaning.Keep) || clause.Has(Meaning.New));

    // A pony is nearly phony: a word that is misspelt says it only beside one for scores.
    private static bool SaysRandom(Clause clause) =>
        SaysItself(clause, Meaning.Random)
        && (clause.Tokens.Any(token => token.Is(Meaning.Random) && !token.IsMended) || clause.HasNumber() || clause.HasAny(Meaning.Score, Meaning.Test, Meaning.Column));

    // "mocks attempted bonus", "extra points for participation".
    private static bool RewardsParticipation(Clause clause)
    {
        var hasCount = clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.Columns[0].Role == ColumnRole.TestsTaken);
        var isExtra = clause.Says(Meaning.Extra) && (clause.Says(Meaning.Participation) || hasCount || SaysSittings(clause)) && !clause.HasLooseNumber;
        if (!clause.Says(Meaning.Bonus) && !isExtra || !hasCount && !clause.HasAny(Meaning.TestsTaken, Meaning.Participation) && !SaysSittings(clause))
            return false;
        var isAdded = clause.HasNumber() && (clause.HasSign("+") || clause.Has(Meaning.Plus));
        return !isAdded && !clause.LeadsAny(Meaning.Remove, Meaning.Sort, Meaning.Rename) && !IsMentioned(clause, Meaning.Bonus);
    }

    // "the tests they sat", "every quiz that a pupil did".
    private static bool SaysSittings(Clause clause) => clause.Places.Any(at =>
        clause[at].Is(Meaning.Test) && clause.Skip(at + 1, Meaning.Them, Meaning.Person, Meaning.That, Meaning.All) is var took
        && took > at + 1 && clause.Is(took, Meaning.Took));

    // "drop the phone column"; "clear" only with a column that is named.
    private static bool Removes(Clause clause) =>
        clause.Leads(Meaning.Remove) && !clause.Leads(Meaning.Keep)
        || clause.Leads(Meaning.Clear) && clause.Has(Meaning.Column) && clause.HasSpecificMention;

    // "take 10 away from Round 3", "a new column Gap, test 1 take away test 3" compute; "find X by dividing A by B" shows no rows.
    private static bool ComputesInstead(Clause clause, bool removes) =>
        removes && clause.Leads(Meaning.Minus) && (clause.HasLooseNumber || clause.Says(Meaning.New))
        || clause.Leads(Meaning.Show) && clause.SaysAny(Meaning.Divide, Meaning.Multiply, Meaning.Difference);

    // "the table without the final average column".
    private static bool IsTableWithout(Clause clause) =>
        clause.IndexOf(Meaning.Without) is >= 0 and var without && clause.Has(Meaning.Column) && clause.Mentions is [{ Kind: MentionKind.One } column]
        && without < column.From
        && !clause.Leads(Meaning.Hide) && !clause.Has(Meaning.New)
        && !clause.HasNumber() && !clause.HasAny(Meaning.Person, Meaning.Row, Meaning.Who);

    private static bool IsSortLed(Clause clause) =>
        !clause.Leads(Meaning.Rank)
        && (clause.Leads(Meaning.Sort) || clause.Says(Meaning.Sort) && !clause.Leads(Meaning.Add) || ListsInOrder(clause));

    // "hide the phone numbers", but not "hide Lagos students".
    private static bool HidesColumn(Clause clause) =>
        clause.Leads(Meaning.Hide)
        && clause.Mentions.Find(mention => mention.Kind == MentionKind.One || mention is { Kind: MentionKind.Many, IsGeneric: false }) is { } hidden
        && !(hidden.From > 0 && IsValue(clause[hidden.From - 1])) && !(hidden.To < clause.Count && IsValue(clause[hidden.To]))
        && !clause.HasLooseNumber
        && !clause.HasAny(Meaning.Person, Meaning.Row, Meaning.Who, Meaning.With, Meaning.Contains, Meaning.Starts, Meaning.Ends);

    private static bool IsValue(Token token) => token is { IsCapital: true, IsUnknown: true } or { Kind: TokenKind.Quoted } || token.IsCode;

    private static bool ShowsBonus(Clause clause) => clause.Leads(Meaning.Show) && SaysItself(clause, Meaning.Bonus) && !clause.HasNumber();

    // "show letter grades for all".
    private static bool ShowsGrades(Clause clause) =>
        clause.Leads(Meaning.Show) && Grades(clause)
        && !clause.Says(Meaning.Only) && !clause.Has(Meaning.Who) && !clause.HasAny(Grammar.Comparisons)
        && (clause.Says(Meaning.Letter) || clause.Has(Meaning.All) || GradeBounds.AreSaid(clause));

    // "see positions based on the average" wishes for them.
    private static bool ShowsRanks(Clause clause) =>
        clause.Leads(Meaning.Show) && SaysItself(clause, Meaning.Rank)
        && !clause.Says(Meaning.Only) && !clause.Has(Meaning.Who)
        && !clause.HasNumberOrComparison() && clause.Tokens.All(token => token.Ordinal is null);

    // "keep those above 50", where nothing else is to be made.
    private bool ChoosesRows(Clause clause) =>
        clause.LeadsAny(Meaning.Keep, Meaning.Only, Meaning.Show, Meaning.List)
        && !Judges(clause) && !IsMaking(clause) && !NamesNewColumn(clause) && !IsOnTop(clause) && !CollatesOnly(clause);

    // "keep those who failed test 2 with a pass mark of 50".
    private static bool ChoosesJudged(Clause clause) =>
        clause.LeadsAny(Meaning.Keep, Meaning.Only) && clause.Says(Meaning.Who) && !clause.HasAny(Meaning.Column, Meaning.New, Meaning.PassFail);

    // "show X in a new column Y".
    private bool NamesNewColumn(Clause clause) =>
        clause.LeadsAny(Meaning.Show, Meaning.Keep, Meaning.Only) && clause.Has(Meaning.Column)
        && WithName(new Clause(message, clause.Tokens, clause.Book)).NewName is not null;

    // "show the sum of test 1 and 2", with no condition.
    private static bool CollatesOnly(Clause clause)
    {
        if (!CollatedScores.AreAsked(clause) || clause.Says(Meaning.Who) || clause.Says(Meaning.Only) && clause.Lead != clause.Count - 1)
            return false;
        return !clause.Places.Where(at => clause.MentionAt(at) is null).Select(at => clause[at])
            .Any(token => token is { Kind: TokenKind.Number, Number: not null, Ordinal: null } || token.IsAny(Grammar.Comparisons));
    }

    // "pass/fail on test 1", "pass mark for test 1".
    private static bool Judges(Clause clause) =>
        clause.Says(Meaning.Threshold) && !clause.HasLead && clause.HasSpecificMention && !clause.Says(Meaning.Not)
        || clause.Says(Meaning.PassFail)
        || clause.Says(Meaning.Pass) && clause.Says(Meaning.Fail)
        || clause.Says(Meaning.Threshold) && clause.SaysAny(Meaning.Pass, Meaning.Fail);

    private static bool Passes(Clause clause, bool judges) =>
        judges && !GradeBounds.AreSaid(clause)
        || clause.SaysAny(Meaning.Pass, Meaning.Fail) && (IsMaking(clause) || clause.Says(Meaning.Score) || !clause.Says(Meaning.Who));

    private static bool Computes(Clause clause) =>
        IsMaking(clause) || clause.HasSign("=", ":") || clause.NewName is not null
        || clause.SaysAny(Meaning.Formula, Meaning.Difference, Meaning.Divide, Meaning.Multiply);

    private static bool AddsColumn(Clause clause)
    {
        var isMaking = IsMaking(clause);
        if (clause.NewName is null)
            return clause.HasLead
                && (isMaking || clause.Leads(Meaning.Only) && clause.Has(Meaning.Column))
                && clause.HasAny(Meaning.Column, Meaning.Heading)
                && !clause.Has(Meaning.Who);
        return isMaking || (!clause.HasLead || clause.Leads(Meaning.Only) && clause.Has(Meaning.Column)) && clause.HasAny(Meaning.Column, Meaning.Heading);
    }

    // "list them alphabetically by name".
    private static bool ListsInOrder(Clause clause) => ListsBy(clause) || ListsFromEnd(clause);

    private static bool ListsBy(Clause clause) =>
        clause.Leads(Meaning.List) && clause.IndexOf(Meaning.By) is >= 0 and var by
        && clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.From == clause.Skip(by + 1))
        && !clause.HasNumberOrComparison() && !clause.HasAny(Meaning.With, Meaning.Without, Meaning.Who);

    // "list from the highest to the lowest".
    private static bool ListsFromEnd(Clause clause)
    {
        if (clause.HasNumberOrComparison() || !clause.LeadsAny(Meaning.List, Meaning.Show) && !(clause.Has(Meaning.List) && clause.Says(Meaning.From)))
            return false;
        return clause.SaysAny(Meaning.Alphabetical, Meaning.Ascending, Meaning.Descending)
            // "from the top average down".
            || clause.Says(Meaning.From) && clause.Has(Meaning.Down) && clause.SaysAny(Meaning.High, Meaning.Low)
            || clause.Says(Meaning.High) && (clause.Leads(Meaning.List) && clause.Says(Meaning.First) || clause.Says(Meaning.From) && clause.Says(Meaning.Low));
    }

    // "add a column", "a new column", "compute".
    private static bool IsMaking(Clause clause) =>
        clause.LeadsAny(Meaning.Add, Meaning.Formula)
        || clause.Has(Meaning.Column) && (clause.Says(Meaning.New) || !clause.HasLead && clause.Says(Meaning.Add));

    // "the highest first", "whoever has the lowest last".
    private static bool IsOnTop(Clause clause) =>
        clause.SaysAny(Meaning.High, Meaning.Low)
        && (clause.SaysAny(Meaning.First, Meaning.Last) || clause.Says(Meaning.Starts) && clause.Has(Meaning.Who));

    // The word is said, and not as part of a column's name.
    private static bool SaysItself(Clause clause, Meaning meaning) => clause.Says(meaning) && !IsMentioned(clause, meaning);

    private static bool IsMentioned(Clause clause, Meaning meaning) =>
        clause.Mentions.Exists(mention => mention.IsSpecific && clause.Under(mention).Has(meaning));

    // "1st, 2nd", "who is in first place, who is second", "1, 2, 3 and so on".
    private static bool Counts(Clause clause) => clause.Places.Any(at =>
        clause[at].Ordinal == 1 && clause.Skip(at + 1, Meaning.Rank) is var sign && clause.IsSign(sign, ",", "/", "-", ";")
            && clause.Skip(sign + 1, Meaning.Who, Meaning.Be, Meaning.In) is var next && next < clause.Count && clause[next].Ordinal == 2
        || at + 4 < clause.Count
            && clause[at].Number == 1
            && clause[at + 1].IsSign(",")
            && clause[at + 2].Number == 2
            && clause[at + 3].IsSign(",")
            && clause[at + 4].Number == 3);

    private static bool Ranks(Clause clause) =>
        clause.Leads(Meaning.Rank) || clause.Says(Meaning.Competition) || SaysItself(clause, Meaning.Rank)
        || Counts(clause) && (clause.Says(Meaning.High) || clause.Has(Meaning.Who));

    private static bool Grades(Clause clause) =>
        clause.Leads(Meaning.Grade)
        || (clause.Says(Meaning.Grade) || SaysLetter(clause) || GradeBounds.AreSaid(clause)) && (!IsMentioned(clause, Meaning.Grade) || IsMaking(clause))
        || clause.Tokens.Any(token => token.Settings.Any(each => each.StartsWith("add_grades.", StringComparison.Ordinal)));

    // "a letter for each", but not "names starting with the letter A".
    private static bool SaysLetter(Clause clause) =>
        clause.IndexOf(Meaning.Letter) is >= 0 and var letter
        && !clause.IsAny(letter - 1, Meaning.Starts, Meaning.Ends, Meaning.Contains)
            && !clause.IsAny(letter - 2, Meaning.Starts, Meaning.Ends, Meaning.Contains);
}
