using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Questions;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>Questions about one person: the table looks them up, and says so when nobody has that name.</summary>
internal sealed partial class RequestReader
{
    private static readonly Meanings Judgements = Meanings.Of(Meaning.Pass, Meaning.Fail, Meaning.PassFail);

    // "what is Jonas Berg's average?", "did he pass test 2?", "how many tests did he take?".
    private Trouble? Of(Clause clause, List<(int From, int To)> people)
    {
        if (people.Count > 1)
            return new Trouble("one_person");
        // "who did better than Jonas?" is about others.
        if (clause.HasAny(Grammar.Comparisons) && clause.HasAny(Meaning.Who, Meaning.HowMany))
            return new Trouble("which_rows");
        var (column, trouble) = AskedOf(clause);
        if (trouble is null)
            Question = new TableQuestion(QuestionSubject.Value, column?.Name) { Person = PersonReader.Text(clause, people[0]) };
        return trouble;
    }

    // The column that is asked about; null for the whole row.
    private static (KnownColumn? Column, Trouble? Trouble) AskedOf(Clause clause)
    {
        var columns = clause.Mentions.Where(mention => mention.Kind == MentionKind.One && !(mention.IsGeneric && clause.Mentions.Count > 1))
            .Select(mention => mention.Columns[0]).Distinct().ToList();
        if (columns.Count > 0)
            return (columns is [var only] ? only : null, null);
        if (clause.Mentions.Find(mention => mention is { Kind: MentionKind.Unclear, IsGeneric: false }) is { } unclear)
            return (null, Which(clause, unclear));
        if (clause.HasAny(Judgements))
            return (clause.Book.OfRole(ColumnRole.Status) is [var status] ? status : null, null);
        if (clause.Has(Meaning.HowMany) && clause.Has(Meaning.TestsWord))
            return (clause.Book.OfRole(ColumnRole.TestsTaken) is [var taken] ? taken : null, null);
        var lacking = clause.Places.FirstOrDefault(at => clause[at].IsAny(Meaning.Rank, Meaning.Grade, Meaning.Letter, Meaning.Status, Meaning.Phone) && clause.MentionAt(at) is null, -1);
        return lacking < 0 ? (null, null) : (null, Unknown(clause, lacking, lacking + 1, clause.Book.Columns));
    }
}
