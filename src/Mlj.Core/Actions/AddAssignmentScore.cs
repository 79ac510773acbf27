using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds the assignment score of policy <c>mlj</c>: a score for taking part, by the share of tests completed (a score above 0) and the mean
/// of the completed scores. From 80 % of the tests 85 to 93, from 60 % 80, from 40 % 70 to 75, below that 50.
/// </summary>
[Action("add_assignment_score", "Adds a score for taking part: 50 to 93, by the share of tests completed and the mean of their scores.")]
public sealed record AddAssignmentScore : TableAction
{
    private static readonly decimal[] Steps = [55, 65, 75, 85];

    /// <summary>The columns of the tests; all columns of scores when left out.</summary>
    [Parameter("The columns of the tests, in percent. All columns of scores when left out.", Names = ParameterSubject.NumberColumn, Examples = ["Test 1 Score"])]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Assignment Score";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        Column.Numbers[] scores = [.. Scores(table, ScoreColumns)];
        var result = new decimal?[table.StoredCount];
        for (var stored = 0; stored < result.Length; stored++)
            result[stored] = Rule(scores, stored).Score;
        return table.With(new Column.Numbers(ResultColumn, result) { Role = ColumnRole.Assignment, Format = NumberFormat.Percentage with { Decimals = 1 } });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) =>
        Scores(table, ScoreColumns).Count == 0 ? ["There is no column of scores. Name the columns in 'score_columns'."] : [];

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        Column.Numbers[] scores = [.. Scores(before, ScoreColumns)];
        var (score, completed, mean, position) = Rule(scores, stored);
        var share = Rounding.Honest(completed * 100m / scores.Length, 0, [40, 60, 80]);
        return string.Create(CultureInfo.InvariantCulture,
            $"{completed} of {scores.Length} tests completed with a score above 0 ({share} %){(mean is { } value ? $", mean of the completed {Rounding.HonestText(value, 2, [55, 65, 75, 85])}" : "")}: {Tier(completed, scores.Length, position)} = {score:0.#}.");
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        Column.Numbers[] scores = [.. Scores(before, ScoreColumns)];
        for (var stored = 0; stored < before.StoredCount; stored++)
            scope.LeaveNear(stored, Rule(scores, stored).Mean, Steps);
        var areas = scope.Areas(scores);
        var completed = string.Join('+', areas.Select(area => $"COUNTIF({area},\">0\")"));
        var sum = string.Join('+', areas.Select(area => $"SUMIF({area},\">0\")"));
        var (from, gives) = scope.Scale("Assignment", $"{ResultColumn}: the part of the range, by the mean of the completed tests from",
            [(0, Cell.Of(0.1m)), (55, Cell.Of(0.3m)), (65, Cell.Of(0.5m)), (75, Cell.Of(0.7m)), (85, Cell.Of(0.9m))]);
        var part = $"LOOKUP({FormulaScope.Round($"({sum})/({completed})")},{from},{gives})";
        var (nearlyAll, most, some) = (Share("nearly_all", 80), Share("most", 60), Share("some", 40));
        var (all, range, mostScore) = (Score("nearly_all", 85, "for nearly all tests, at least"), Score("nearly_all_range", 8, "for nearly all tests: what the mean adds of this"), Score("most", 80, "for most tests"));
        var (someScore, someRange, least) = (Score("some", 70, "for some tests, at least"), Score("some_range", 5, "for some tests: what the mean adds of this"), Score("fewer", 50, "for fewer tests"));
        return string.Create(CultureInfo.InvariantCulture,
            $"IF(({completed})*100>={nearlyAll}*{scores.Length},{all}+{range}*{part},IF(({completed})*100>={most}*{scores.Length},{mostScore},IF(({completed})*100>={some}*{scores.Length},{someScore}+{someRange}*{part},{least})))");

        string Share(string name, decimal percent) => scope.Number($"Assignment_share_{name}", percent, $"Percent of the tests from which they count as '{name.Replace('_', ' ')}' in {ResultColumn}.");

        string Score(string name, decimal value, string what) => scope.Number($"Assignment_score_{name}", value, $"{ResultColumn} {what}.");
    }

    private static (decimal Score, int Completed, decimal? Mean, decimal Position) Rule(Column.Numbers[] scores, int stored)
    {
        decimal sum = 0;
        var completed = 0;
        foreach (var column in scores)
            if (column.Number(stored) is > 0 and var score)
            {
                sum += score;
                completed++;
            }
        decimal? mean = completed > 0 ? ExactMean.Of(sum, completed) : null;
        var position = mean switch { null => 0.5m, >= 85 => 0.9m, >= 75 => 0.7m, >= 65 => 0.5m, >= 55 => 0.3m, _ => 0.1m };
        // Compared as whole numbers, so that 4 of 5 is exactly 80 %.
        var result = (completed * 100) switch
        {
            var share when share >= 80 * scores.Length => 85 + 8 * position,
            var share when share >= 60 * scores.Length => 80,
            var share when share >= 40 * scores.Length => 70 + 5 * position,
            _ => 50,
        };
        return (result, completed, mean, position);
    }

    private static string Tier(int completed, int tests, decimal position) => (completed * 100) switch
    {
        var share when share >= 80 * tests => string.Create(CultureInfo.InvariantCulture, $"from 80 %: 85 + {position} of 8"),
        var share when share >= 60 * tests => "from 60 %: 80",
        var share when share >= 40 * tests => string.Create(CultureInfo.InvariantCulture, $"from 40 %: 70 + {position} of 5"),
        _ => "below 40 %: 50",
    };
}
