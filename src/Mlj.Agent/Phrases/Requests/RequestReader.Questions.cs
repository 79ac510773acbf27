using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Questions;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What a table answers without being changed.</summary>
internal sealed partial class RequestReader
{
    private static bool IsQuestion(Clause clause)
    {
        if (PersonReader.IsAskedAbout(clause))
            return true;
        var at = 0;
        while (at < clause.Count && (clause[at].IsFiller || clause[at].Is(Meaning.Also)) && !clause[at].IsAny(Grammar.Questions))
            at++;
        if (at >= clause.Count)
            return false;
        var first = clause[at];
        if (clause.HasAny(Meaning.Only, Meaning.New)
            || first.Is(Meaning.Who) && clause.SaysAny(Meaning.Remove, Meaning.Stay) && (clause.Says(Meaning.Ought) || !clause.HasSign("?")))
            return false;
        // "whoever has the most absences should come on top".
        if (first.Is(Meaning.Who) && (first.Is(Meaning.Person) || clause.Says(Meaning.Ought)) && IsOnTop(clause) && !clause.HasSign("?"))
            return false;
        if (first.IsAny(Meaning.What, Meaning.HowMany, Meaning.Who) || first.Is(Meaning.That) && clause.HasSign("?"))
            return true;
        // "could the list be limited to ...?" asks for a change.
        if (at > 0
            && first.Is(Meaning.List)
            && first.Is(Meaning.Table)
            && clause[at - 1].IsFiller
            && (clause.HasAny(Meaning.Keep, Meaning.Sort) || clause.Says(Meaning.Starts)))
            return false;
        if (first.Is(Meaning.List))
            return true;
        // "show me how many", "did anyone fail?".
        return clause.IndexOf(Meaning.HowMany) is >= 0 and var counted
            && (counted <= clause.Lead || clause.LeadsAny(Meaning.Show, Meaning.List, Meaning.What))
            && !clause.Says(Meaning.Sort)
            && !clause.Says(Meaning.Add)
            && !clause.Says(Meaning.Bonus)
            || clause[^1].IsSign("?")
                && !first.IsAny(Grammar.Verbs)
                && !clause.Tokens.Take(3).HasAny(Grammar.Verbs)
                && (first.IsAny(Meaning.Be, Meaning.Filler, Meaning.Took, Meaning.With))
                && clause.HasAny(Meaning.Person, Meaning.Pass, Meaning.Fail, Meaning.Who);
    }

    // A question, and no wish that is said like one.
    private bool IsMereQuestion(Clause clause, List<Token> tokens)
    {
        // What was joined to the question from the next clause is a wish.
        var isJoined = clause.Tokens.Skip(1).HasSign(",") && tokens.Exists(token => token.Start == token.End);
        if (isJoined || !IsQuestion(clause) || IsForEach(clause) || SaysFormula(clause) || ListsInOrder(clause))
            return false;
        return !(clause.Has(Meaning.Column) && (clause.Has(Meaning.Add) || clause.Has(Meaning.Called) && Ranks(clause)));
    }

    // "what letter does each student get?", "what is the total of all tests for each pupil?" ask for a column.
    private static bool IsForEach(Clause clause)
    {
        if (clause.HasAny(Meaning.HowMany, Meaning.Who) || !clause.Places.Any(at => IsEachPerson(clause, at)))
            return false;
        return clause.Says(Meaning.Letter) || Grades(clause) || Ranks(clause)
            || (CollatedScores.MethodAt(clause) is not null || clause.Says(Meaning.Combine)) && CollatedScores.Columns(clause).Count > 1;
    }

    private static bool IsEachPerson(Clause clause, int at) =>
        clause[at].Is(Meaning.All) && (clause[at].Is(Meaning.Person) || clause.Is(clause.Skip(at + 1), Meaning.Person));

    private Trouble? Ask(Clause clause)
    {
        if (clause.UnknownMention is { } unknown)
            return Unknown(clause, unknown.From, unknown.To, clause.Book.Scores);
        if (PersonReader.Names(clause) is { Count: > 0 } people)
            return Of(clause, people);
        if (TopRows.Of(clause) is { } top)
            return top;
        if (clause.Has(Meaning.HowMany))
            return Rows(clause, clause.Has(Meaning.Share) ? QuestionSubject.Share : QuestionSubject.Count);
        var asksWho = clause.HasAny(Meaning.Who, Meaning.List) || clause.Has(Meaning.Person) && clause.Has(Meaning.That);
        var extreme = clause.Says(Meaning.Max) || clause.Says(Meaning.High)
            ? QuestionSubject.Highest
            : clause.Says(Meaning.Min) || clause.Says(Meaning.Low)
            ? QuestionSubject.Lowest
            : (QuestionSubject?)null;
        var method = CollatedScores.MethodAt(clause);
        var hasCondition = clause.Tokens.Any(token =>
            token.IsAny(Grammar.Comparisons)
                || token.IsAny(Meaning.OrMore, Meaning.OrLess, Meaning.Missed, Meaning.Without, Meaning.Starts, Meaning.Ends, Meaning.Contains,
                    Meaning.Pass, Meaning.Fail, Meaning.Missing, Meaning.Between));
        if (extreme is { } subject && !hasCondition)
            return About(clause, subject, method?.At ?? -1);
        if (method is var (name, at) && !asksWho && !hasCondition)
            return About(clause,
                name switch
                {
                    "average" => QuestionSubject.Mean,
                    "median" => QuestionSubject.Median,
                    "max" => QuestionSubject.Highest,
                    "min" => QuestionSubject.Lowest,
                    _ => QuestionSubject.Sum
                }, at);
        if (asksWho || hasCondition)
            return Rows(clause, QuestionSubject.List);
        return NotUnderstood(clause) is { IsRefusal: true } refusal || clause.Mentions.Count == 0
            ? new Trouble("out_of_scope") { IsRefusal = true }
            : new Trouble("what_about_it");
    }

    private Trouble? About(Clause clause, QuestionSubject subject, int method)
    {
        // "the average of the left-handed ones" is not that of all.
        if (clause.Places.FirstOrDefault(at => IsStrange(clause, clause[at]) && clause.MentionAt(at) is null && !clause[at].IsFiller, -1) is >= 0 and var strange)
            return Unknown(clause, strange, strange + 1, clause.Book.Scores);
        var others = clause.Mentions.Where(mention => !mention.Covers(method) && !(mention is { IsGeneric: true } && clause.Mentions.Count > 1)).ToList();
        var candidates = others.Count > 0 ? others : clause.Mentions;
        if (candidates.Find(mention => mention.Kind == MentionKind.One && !mention.Columns[0].IsText) is { } one)
        {
            Question = new TableQuestion(subject, one.Columns[0].Name);
            return null;
        }
        if (candidates.Count > 0)
            return Which(clause, candidates[0]);
        if (Stranger(clause) is var (from, to))
            return Unknown(clause, from, to, clause.Book.Scores);
        return new Trouble("which_score") { Columns = clause.Book.Scores, Join = "in" };
    }

    private Trouble? Rows(Clause clause, QuestionSubject subject)
    {
        var (conditions, trouble) = Asked(clause);
        if (trouble is not null)
            return trouble;
        if (clause.Has(Meaning.Except) && conditions.Count > 0)
            conditions = [conditions[0].Opposite ?? conditions[0]];
        if (NotHeeded(clause, conditions, subject) is { } unheeded)
            return unheeded;
        if (!PlanWriter.TryWrite(conditions.Select(condition => condition.Step()), catalog, out var plan))
            return new Trouble("what_to_do");
        Question = new TableQuestion(subject) { Rows = plan };
        return null;
    }
}
