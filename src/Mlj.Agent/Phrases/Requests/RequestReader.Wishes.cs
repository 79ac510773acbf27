using System.Globalization;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.NewColumns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>Which reader takes which clause.</summary>
internal sealed partial class RequestReader
{
    // The order matters: a reader takes a clause before those below it are asked.
    private Trouble? Do(Clause clause)
    {
        if ((Chooses(clause) ?? AnotherColumn(clause)) is { } choice)
            return choice;
        if (_steps.Count > 0 && IsSameAgain(clause) && !Grades(clause) && !Ranks(clause))
            return Again(clause);
        if (CallsAction(clause) && Special(clause, out var special))
            return special;
        if (HidesNames(clause) && Special(clause, Redaction, out var hidden))
            return hidden;
        if (DropsLowest(clause) && Special(clause, "drop_lowest", out var dropped))
            return dropped;
        if (MakesRandom(clause))
            return Random(WithName(clause));
        if (RewardsParticipation(clause))
            return Bonus(WithName(clause));
        if (IsRename(clause))
            return Rename(clause);
        var removes = Removes(clause);
        if (ComputesInstead(clause, removes) && new FormulaReader(WithName(clause), _topic).Find() is { } difference)
            return AddFormula(clause, difference);
        if (!removes && IsTableWithout(clause))
            return Remove(clause);
        if (!removes && IsSortLed(clause))
            return Sort(clause);
        if (removes || HidesColumn(clause))
            return Remove(clause);
        if (clause.Leads(Meaning.Hide) || clause.Leads(Meaning.Except) && !Judges(clause))
            return Filter(clause, isNegative: true);
        if (clause.Leads(Meaning.Show) && Raised(clause) is var (gained, more))
            return AddRaised(WithName(clause), gained, more);
        if (ShowsBonus(clause))
            return Bonus(clause);
        if (ShowsGrades(clause))
            return Grade(WithName(clause));
        if (ShowsRanks(clause))
            return Rank(WithName(clause));
        if (ChoosesJudged(clause) && JudgedIn(clause) is ({ Count: > 0 } judged, null))
            return Apply(judged, isNegative: false);
        if (ChoosesRows(clause))
            return Filter(clause, isNegative: false);
        return DoNamed(judges: Judges(clause), WithName(clause));
    }

    // What makes a column, whose name is read by now; what makes none comes last. A word of the name judges nobody, but where it was said it did.
    private Trouble? DoNamed(bool judges, Clause clause)
    {
        if (SaysItself(clause, Meaning.Action) && !Grades(clause) && Special(clause, out var special))
            return special;
        if (SaysRandom(clause))
            return Random(clause);
        if (Computes(clause) && TryFormula(clause, out var formula))
            return formula;
        if (Raised(clause) is var (raised, amount))
            return AddRaised(clause, raised, amount);
        if (Passes(clause, judges))
            return PassFail(clause);
        if (Ranks(clause))
            return Rank(clause);
        if (Grades(clause) && (clause.SaysAny(Meaning.Grade, Meaning.Column) || !CollatedScores.AreAsked(clause)))
            return Grade(clause);
        if (SaysItself(clause, Meaning.Bonus) || clause.Says(Meaning.Reward) && clause.HasAny(Meaning.Participation, Meaning.TestsTaken))
            return Bonus(clause);
        if (CollatedScores.AreAsked(clause))
            return Collate(clause);
        if (IsOnTop(clause) || clause.SaysAny(Meaning.Alphabetical, Meaning.Descending, Meaning.Ascending))
            return Sort(clause);
        if (AddsColumn(clause))
            return AddColumn(clause);
        // "the pupils from the lowest mean to the highest".
        if (clause.Says(Meaning.From) && clause.Says(Meaning.High) && clause.Says(Meaning.Low) && !clause.HasNumber())
            return Sort(clause);
        var before = _steps.Count;
        return Conditional(clause) ?? (_steps.Count == before ? TopRows.Of(clause) : null);
    }

    private static Clause WithName(Clause clause)
    {
        NameReader.Read(clause);
        return clause;
    }

    private Trouble? AddRaised(Clause clause, KnownColumn column, decimal amount) =>
        AddFormula(clause, string.Create(CultureInfo.InvariantCulture, $"[{column.Name}] + {amount}"));

    private bool TryFormula(Clause clause, out Trouble? trouble)
    {
        if (!clause.Says(Meaning.Grade) && new FormulaReader(clause, _topic).Find() is { } formula)
        {
            trouble = IsSum(clause, formula) is { } summed ? CollateSum(clause, summed) : AddFormula(clause, formula);
            return true;
        }
        return TryWrittenFormula(clause, out trouble);
    }
}
