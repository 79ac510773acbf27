using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds a grade by lower bounds. The exact score is compared, not the rounded one that is shown; the score's column then shows as many digits
/// as it takes to see why. Somebody without a score gets N/A and no grade.
/// </summary>
[Action("add_grades", "Adds a column with the grade of each score, by the exact score; N/A without a score.")]
public sealed record AddGrades : TableAction
{
    /// <summary>The column of scores to grade.</summary>
    [Parameter("The column of scores to grade.", Names = ParameterSubject.NumberColumn)]
    public required string ScoreColumn { get; init; }

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string GradeColumn { get; init; } = "Grade";

    /// <summary>The scale, where no thresholds are given; A 90, B 80, C 70, D 60, F 0 by default.</summary>
    [Parameter("The scale, for scores in percent: 'letters' (A 90, B 80, C 70, D 60, F 0), 'plus_minus', 'waec' or 'nigerian_university'.")]
    public GradeScale Scale { get; init; } = GradeScale.Letters;

    /// <summary>A scale of your own: the lowest score of each grade, in the unit of the column, from the best grade down to one from 0 or less. The scale's when null.</summary>
    [Parameter("A scale of your own: the lowest score of each grade, in the unit of the column, from the best grade down to one from 0, such as {\"A\": 90, \"B\": 50, \"F\": 0}. That of 'scale' when left out.")]
    public IReadOnlyDictionary<string, decimal>? Thresholds { get; init; }

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var bounds = Bounds();
        var scores = (Column.Numbers)table.Find(ScoreColumn)!;
        var grades = new string?[table.StoredCount];
        var below = 0;
        for (var stored = 0; stored < grades.Length; stored++)
            if (scores.Number(stored) is { } score)
            {
                grades[stored] = Grade(bounds, score);
                below += grades[stored] is null ? 1 : 0;
            }
            else
                grades[stored] = NotApplicable.Text;
        if (below > 0)
            context.Add(new Note(NoteLevel.Review, "below_the_scale", string.Create(CultureInfo.InvariantCulture,
                $"{below} of the scores in '{ScoreColumn}' {(below == 1 ? "is" : "are")} below {bounds[^1].From:0.####}, where the lowest grade begins, and got no grade. Look at them.")));
        var format = bounds.Aggregate(scores.Format, (each, bound) => each.WithBoundary(bound.From));
        return table
            .With(scores.Formatted(format))
            .With(new Column.Texts(GradeColumn, grades) { Role = ColumnRole.Grade });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        if (Thresholds is null)
            yield break;
        var bounds = Bounds();
        if (Scale != GradeScale.Letters)
            yield return "There is a 'scale' and there are 'thresholds'. Give one of them.";
        if (bounds.Count == 0)
        {
            yield return "'thresholds' is empty. Give the lowest score of each grade, or leave it out.";
            yield break;
        }
        if (bounds.Any(bound => string.IsNullOrWhiteSpace(bound.Grade)))
            yield return "A grade in 'thresholds' has no name. Name every grade.";
        for (var index = 1; index < bounds.Count; index++)
            if (bounds[index].From >= bounds[index - 1].From)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"'thresholds' must descend: '{bounds[index].Grade}' from {bounds[index].From:0.####} comes after '{bounds[index - 1].Grade}' from {bounds[index - 1].From:0.####}. Write them from the best grade down.");
                yield break;
            }
        if (bounds[^1].From > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"'thresholds' end with '{bounds[^1].Grade}' from {bounds[^1].From:0.####}, so a lower score would have no grade. Add the grade from 0.");
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var bounds = Bounds();
        var scores = (Column.Numbers)before.Find(ScoreColumn)!;
        for (var stored = 0; stored < scores.Count; stored++)
            scope.LeaveNear(stored, scores.Number(stored), bounds.Select(bound => bound.From));
        var (from, gives) = scope.Scale("Grade", $"{GradeColumn}: by the lowest {ScoreColumn} of each", bounds.Select(bound => (bound.From, Cell.Of(bound.Grade))));
        var score = scope.Cell(scores);
        return $"IF(ISNUMBER({score}),IFERROR(LOOKUP({FormulaScope.Round(score)},{from},{gives}),\"\"),{scope.Text(NotApplicable.Text)})";
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var bounds = Bounds();
        var scores = (Column.Numbers)before.Find(ScoreColumn)!;
        if (scores.Number(stored) is not { } score)
            return $"{ScoreColumn} is missing, so there is no grade.";
        var shown = scores.Formatted(bounds.Aggregate(scores.Format, (each, bound) => each.WithBoundary(bound.From))).Show(stored);
        var place = bounds.TakeWhile(bound => score < bound.From).Count();
        if (place == bounds.Count)
            return string.Create(CultureInfo.InvariantCulture, $"{ScoreColumn} {shown} is below {bounds[^1].From:0.####}, where the lowest grade begins.");
        var next = place > 0 ? string.Create(CultureInfo.InvariantCulture, $" and below {bounds[place - 1].From:0.####}, where {bounds[place - 1].Grade} begins") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{ScoreColumn} {shown} is at or above {bounds[place].From:0.####}, where {bounds[place].Grade} begins{next}.");
    }

    private static string? Grade(IReadOnlyList<(string Grade, decimal From)> bounds, decimal score)
    {
        for (var index = 0; index < bounds.Count; index++)
            if (score >= bounds[index].From)
                return bounds[index].Grade;
        return null;
    }

    private IReadOnlyList<(string Grade, decimal From)> Bounds() =>
        Thresholds is null ? GradeBounds.Of(Scale) : [.. Thresholds.Select(each => (each.Key, each.Value))];
}
