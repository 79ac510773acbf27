using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds the mean without the lowest scores, in percent and not rounded. What is the lowest has two rules, which differ where tests have
/// different maxima; see <see cref="DropRule"/>. One score is always kept.
/// </summary>
[Action("drop_lowest", "Adds a column with the mean of each participant's scores without the lowest ones.")]
public sealed record DropLowest : TableAction
{
    private const int MostColumns = 2000;

    /// <summary>The columns to average; all columns of scores when left out.</summary>
    [Parameter("The columns to average, in percent. All columns of scores when left out.", Names = ParameterSubject.NumberColumn)]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <summary>How many scores are left out of each participant's; from 1, 1 by default. Whoever has no more than that keeps one.</summary>
    [Parameter("How many scores are left out of each participant's, from 1. Whoever has no more than that keeps one.")]
    public int Drop { get; init; } = 1;

    /// <summary>Which scores are left out; those that leave the best result by default.</summary>
    [Parameter("Which scores are left out: 'best_for_student' those without which the result is the best, 'lowest_percent' those of the lowest percentage.")]
    public DropRule Rule { get; init; } = DropRule.BestForStudent;

    /// <summary>The maxima of the tests in points, above 0, one for each column, in their order; all tests weigh the same when left out.</summary>
    [Parameter("The maximum of each test in points, above 0, in the order of the columns. All tests weigh the same when left out.")]
    public IReadOnlyList<decimal> Maxima { get; init; } = [];

    /// <summary>What a missing score counts; it is left out by default, and not counted among the scores that are dropped.</summary>
    [Parameter("What a missing score counts: 'leave_out', or 'as_zero', which is then the lowest.")]
    public MissingScore Missing { get; init; } = MissingScore.LeaveOut;

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Average Without Lowest";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var scores = Scores(table, ScoreColumns);
        var cells = scores.Select(score => score.Cells).ToArray();
        var row = new Row(scores.Count);
        var result = new decimal?[table.StoredCount];
        for (var stored = 0; stored < result.Length; stored++)
        {
            row.Clear();
            for (var column = 0; column < cells.Length; column++)
                Add(row, column, cells[column][stored]);
            result[stored] = Mean(row);
        }
        return table.With(new Column.Numbers(ResultColumn, result) { Role = ColumnRole.Average, Format = NumberFormat.Percentage });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        var scores = Scores(table, ScoreColumns);
        foreach (var problem in ColumnChecks.Scores(scores))
            yield return problem;
        if (scores.Count > MostColumns)
            yield return $"{scores.Count} columns are more than this step can weigh. Name at most {MostColumns} in 'score_columns'.";
        if (Drop < 1)
            yield return $"'drop' is {Drop}. Give a whole number from 1.";
        if (Maxima.Count == 0)
            yield break;
        foreach (var problem in ColumnChecks.OneEach(Maxima, scores, "maxima"))
            yield return problem;
        if (Maxima.Any(maximum => maximum <= 0))
            yield return "A maximum in 'maxima' is not above 0. Give the most points that each test can have.";
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var scores = Scores(before, ScoreColumns);
        var row = new Row(scores.Count);
        for (var column = 0; column < scores.Count; column++)
            Add(row, column, scores[column].Number(stored));
        if (Mean(row) is not { } mean)
            return "No score, so no average.";
        var (kept, left) = (new List<string>(), new List<string>());
        for (var index = 0; index < row.Count; index++)
        {
            var column = scores[row.Columns[index]];
            var shown = column.Number(stored) is null ? "0 (missing)" : column.Show(stored);
            if (row.IsLeft[index])
                left.Add($"{column.Name} ({shown}{(Maxima.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {row.Weights[index]:0.####} points") : "")})");
            else
                kept.Add(Maxima.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{shown} x {row.Weights[index]:0.####}") : shown);
        }
        var divisor = Enumerable.Range(0, row.Count).Where(index => !row.IsLeft[index]).Sum(index => row.Weights[index]);
        return string.Create(CultureInfo.InvariantCulture,
            $"Without {(left.Count == 0 ? "none" : string.Join(", ", left))}: ({string.Join(" + ", kept)}) / {divisor:0.####} = {Rounding.HalfAwayFromZero(mean, 4):0.####}.");
    }

    private void Add(Row row, int column, decimal? score)
    {
        if (score is null && Missing == MissingScore.LeaveOut)
            return;
        row.Columns[row.Count] = column;
        row.Scores[row.Count] = score ?? 0;
        row.Weights[row.Count] = Maxima.Count > 0 ? Maxima[column] : 1;
        row.Count++;
    }

    private decimal? Mean(Row row)
    {
        if (row.Count == 0)
            return null;
        var left = Math.Min(Drop, row.Count - 1);
        var scores = row.Scores.AsSpan(0, row.Count);
        var weights = row.Weights.AsSpan(0, row.Count);
        var isLeft = row.IsLeft.AsSpan(0, row.Count);
        if (Rule == DropRule.BestForStudent && Maxima.Count > 0)
        {
            // Any marks will do to begin with.
            isLeft.Clear();
            isLeft[..left].Fill(true);
            BestSubset.Mark(scores, weights, left, isLeft);
        }
        else
            BestSubset.MarkLowest<decimal>(scores, left, isLeft);
        return Maxima.Count == 0 ? ExactMean.Of(row.KeptSum(), row.Count - left) : BestSubset.Mean(scores, weights, isLeft);
    }

    /// <summary>The scores of one participant that count, with room to mark those that are left out.</summary>
    private sealed class Row(int columns)
    {
        public int Count;

        public int[] Columns { get; } = new int[columns];

        public decimal[] Scores { get; } = new decimal[columns];

        public decimal[] Weights { get; } = new decimal[columns];

        public bool[] IsLeft { get; } = new bool[columns];

        public void Clear() => Count = 0;

        /// <summary>The sum of what is kept.</summary>
        public decimal KeptSum()
        {
            decimal sum = 0;
            for (var index = 0; index < Count; index++)
                if (!IsLeft[index])
                    sum += Scores[index];
            return sum;
        }
    }
}
