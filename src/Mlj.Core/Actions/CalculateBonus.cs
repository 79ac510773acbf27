using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds the score with a bonus for the number of tests taken: 5 % of the score for 1 or 2, 10 % for 3 to 5, 15 % for 6 or more. A bonus never
/// lifts a score above the maximum unless that is asked for, and never lowers one that is above it already.
/// </summary>
[Action("calculate_bonus", "Adds a column with the score and a bonus by tests taken: 1 or 2 give 5 % of the score, 3 to 5 10 %, 6 or more 15 %, up to the maximum.")]
public sealed record CalculateBonus : TableAction
{
    private const string StandardCountColumn = "Tests_Taken";

    /// <summary>The column of scores that the bonus is added to.</summary>
    [Parameter("The column of scores that the bonus is added to.", Names = ParameterSubject.NumberColumn)]
    public required string ScoreColumn { get; init; }

    /// <summary>The column with the number of tests taken; when null 'Tests_Taken', or else the column that was made by counting them.</summary>
    [Parameter("The column with the number of tests taken. 'Tests_Taken' when left out, or else the column that counts the tests.", Names = ParameterSubject.NumberColumn)]
    public string? TestCountColumn { get; init; }

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string BonusColumn { get; init; } = "Bonus_Score";

    /// <summary>The highest score there is, in the unit of the column; 100 by default.</summary>
    [Parameter("The highest score there is, in the unit of the column; above 0.")]
    public decimal Maximum { get; init; } = 100;

    /// <summary>Whether the bonus stops at the maximum; it does by default.</summary>
    [Parameter("Whether the bonus stops at the maximum: true, or false to let it go above.")]
    public bool Cap { get; init; } = true;

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var (scores, counts) = ((Column.Numbers)table.Find(ScoreColumn)!, Counts(table)!);
        var results = new decimal?[table.StoredCount];
        var unclear = 0;
        for (var stored = 0; stored < results.Length; stored++)
            if (scores.Number(stored) is { } score)
            {
                results[stored] = Percent(counts.Number(stored)) is { } percent ? WithBonus(score, percent) : null;
                unclear += results[stored] is null ? 1 : 0;
            }
        if (unclear > 0)
            context.Add(new Note(NoteLevel.Review, "no_count", string.Create(CultureInfo.InvariantCulture,
                $"{unclear} {(unclear == 1 ? "row has" : "rows have")} a score but no number of tests in '{counts.Name}' (a whole number from 0), so there is no bonus score. Fill it in.")));
        var format = (scores.Format.Decimals is null ? NumberFormat.Percentage : scores.Format).WithBoundary(Maximum);
        return table.With(new Column.Numbers(BonusColumn, results) { Format = format });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        if (Maximum <= 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"'maximum' is {Maximum:0.####}. Give the highest score there is, above 0.");
        if (Counts(table) is null)
            yield return $"There is no column '{StandardCountColumn}' and none that counts the tests. Name it in 'test_count_column', or do 'count_tests' first.";
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var (scores, counts) = ((Column.Numbers)before.Find(ScoreColumn)!, Counts(before)!);
        if (scores.Number(stored) is not { } score)
            return $"{ScoreColumn} is missing, so there is no bonus.";
        if (Percent(counts.Number(stored)) is not { } percent)
            return $"{counts.Name} {(counts.Number(stored) is null ? "is missing" : $"is {counts.Show(stored)}")}, which is no number of tests, so there is no bonus.";
        var result = WithBonus(score, percent);
        var stopped = result != score * (100 + percent) / 100 ? string.Create(CultureInfo.InvariantCulture, $", stopped at {(result == score ? "the score itself" : $"the maximum {Maximum:0.####}")}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{counts.Name} {counts.Show(stored)}: {scores.Show(stored)} + {percent} %{stopped} = {Rounding.HalfAwayFromZero(result, 4):0.####}.");
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var (score, count) = (scope.Cell(before.Find(ScoreColumn)!), scope.Cell(Counts(before)!));
        var (from, gives) = scope.Scale("Bonus", $"{BonusColumn}: percent of the score on top of it, by the number of tests from", [(0, Cell.Of(0)), (1, Cell.Of(5)), (3, Cell.Of(10)), (6, Cell.Of(15))]);
        var raised = $"{score}*(100+LOOKUP({count},{from},{gives}))/100";
        var result = Cap ? $"MAX({score},MIN({raised},{scope.Number("Bonus_maximum", Maximum, $"The highest {BonusColumn} that a bonus leads to.")}))" : $"MAX({score},{raised})";
        return $"IF(ISNUMBER({score}),IF(ISNUMBER({count}),IF(AND({count}>=0,{count}=INT({count})),{result},\"\"),\"\"),\"\")";
    }

    private decimal WithBonus(decimal score, int percent)
    {
        var raised = score * (100 + percent) / 100;
        // A negative score times 1.05 would be lower.
        return Math.Max(score, Cap ? Math.Min(raised, Maximum) : raised);
    }

    private static int? Percent(decimal? tests) => tests switch
    {
        null or < 0 => null,
        { } count when count != decimal.Truncate(count) => null,
        0 => 0,
        < 3 => 5,
        < 6 => 10,
        _ => 15,
    };

    private Column.Numbers? Counts(Table table) => TestCountColumn is not null
        ? table.Find(TestCountColumn) as Column.Numbers
        : table.Find(StandardCountColumn) as Column.Numbers ?? table.WithRole(ColumnRole.TestsTaken).OfType<Column.Numbers>().FirstOrDefault();
}
