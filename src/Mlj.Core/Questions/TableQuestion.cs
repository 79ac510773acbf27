using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Questions;

/// <summary>A question that a table answers without being changed. Immutable.</summary>
/// <param name="Subject">What is asked.</param>
/// <param name="Column">The column that is asked about; null for <see cref="QuestionSubject.Count"/>, <see cref="QuestionSubject.Share"/> and <see cref="QuestionSubject.List"/>, and for all columns with <see cref="QuestionSubject.Value"/>.</param>
public sealed record TableQuestion(QuestionSubject Subject, string? Column = null)
{
    /// <summary>
    /// Which rows it is about, as steps that filter and sort; all rows by default. Other steps are done on the way too, and what they make is
    /// forgotten with the answer.
    /// </summary>
    public Plan Rows { get; init; } = Plan.Empty;

    /// <summary>Whom it is about, by the words of a name in any order, or by an address; null for everybody. Case and accents are the same to it.</summary>
    public string? Person { get; init; }

    /// <summary>Asks a table. That no row is meant is an answer: nobody, or no number.</summary>
    /// <param name="table">The table, which stays as it is.</param>
    /// <param name="catalog">The catalogue that knows the steps of <see cref="Rows"/>.</param>
    /// <returns>The answer; a sentence that says what is wrong, with no number and no rows, when the column or a step does not fit the table.</returns>
    public TableAnswer Answer(Table table, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(catalog);
        var chosen = table;
        foreach (var (index, step) in Rows.Steps.Index())
        {
            if (StepCheck.Find(step, index + 1, chosen, catalog, Rows.Seed) is [var problem, ..])
                return new TableAnswer(problem.Message, null, []);
            chosen = step.Apply(chosen, new RunContext(Rows.Seed, index + 1));
        }
        if (Person is not null)
        {
            chosen = PersonRows.Of(chosen, Person);
            if (chosen.RowCount == 0)
                return new TableAnswer($"Nobody named '{ShortText.Of(Person, 80)}' is in the table, and no column is called so.", null, []);
        }
        if (Subject == QuestionSubject.Count)
            return AnswerText.Count(chosen, table);
        if (Subject == QuestionSubject.Share)
            return AnswerText.Share(chosen, table);
        if (Subject == QuestionSubject.List)
            return AnswerText.List(chosen);
        if (Subject == QuestionSubject.Value && Column is null)
            return AnswerText.Values(chosen, AnswerText.Told(chosen));
        if (Column is null || chosen.Find(Column) is not { } column)
            return new TableAnswer(PlanProblems.UnknownColumn(1, Column ?? "", chosen).Message, null, []);
        if (Subject == QuestionSubject.Value)
            return AnswerText.Values(chosen, [column]);
        return column is Column.Numbers numbers
            ? AnswerText.Of(Subject, numbers, chosen)
            : new TableAnswer($"The column '{column.Name}' holds text, so it has no {AnswerText.Word(Subject)}.", null, []);
    }
}
