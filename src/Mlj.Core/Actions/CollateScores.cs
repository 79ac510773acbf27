using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>Makes one number of several scores. Missing scores are left out; somebody without any has no result.</summary>
[Action("collate_scores", "Adds a column that makes one number of several scores: their sum, average, max, min or median.")]
public sealed record CollateScores : TableAction
{
    private static readonly string[] WordsOfScores = ["score", "test", "exam", "quiz", "mark"];
    private static readonly string[] WordsOfOthers = ["taken", "count", "number of", "total", "average", "mean", "bonus", "rank", SyntheticMark.Word];

    /// <summary>The columns of the scores; when left out, all columns of tests, or else the columns of numbers whose heading says score, test, exam, quiz or mark.</summary>
    [Parameter("The columns of the scores. When left out, all columns of tests, or else the columns of numbers whose heading says score, test, exam, quiz or mark, but not taken, count, total, average or bonus.", Names = ParameterSubject.NumberColumn)]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Total_Score";

    /// <summary>How the scores become one; their sum by default.</summary>
    [Parameter("How the scores become one: 'sum', 'average', 'max', 'min' or 'median'.")]
    public CollateMethod Method { get; init; } = CollateMethod.Sum;

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var columns = Columns(table);
        var cells = columns.Select(column => column.Cells).ToArray();
        var results = new decimal?[table.StoredCount];
        var scores = new decimal[columns.Count];
        for (var stored = 0; stored < results.Length; stored++)
        {
            var count = 0;
            foreach (var column in cells)
                if (column[stored] is { } score)
                    scores[count++] = score;
            results[stored] = count > 0 ? Collated(scores.AsSpan(0, count)) : null;
        }
        if (ScoreColumns.Count == 0)
            context.Add(new Note(NoteLevel.Information, "columns_chosen", $"'{ResultColumn}' is made of {string.Join(", ", columns.Select(column => $"'{column.Name}'"))}. Name the columns in 'score_columns' if these are not all, or not the ones."));
        return table.With(new Column.Numbers(ResultColumn, results) { Format = Format(columns) });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) =>
        Columns(table).Count == 0 ? ["There is no column of scores. Name the columns in 'score_columns'."]
        : ScoreColumns.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice ? [$"'{twice.Key}' stands twice in 'score_columns' and would count twice. Name it once."]
        : [];

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var columns = Columns(before);
        var present = columns.Where(column => column.Number(stored) is not null).ToList();
        if (present.Count == 0)
            return $"No score in {columns.Count} {(columns.Count == 1 ? "column" : "columns")}, so no result.";
        decimal[] scores = [.. present.Select(column => column.Number(stored)!.Value)];
        var word = Method switch { CollateMethod.Sum => "Sum", CollateMethod.Average => "Average", CollateMethod.Max => "Highest", CollateMethod.Min => "Lowest", _ => "Median" };
        var left = columns.Count - present.Count;
        return string.Create(CultureInfo.InvariantCulture,
            $"{word} of {string.Join(", ", present.Select(column => column.Show(stored)))} = {Rounding.HalfAwayFromZero(Collated(scores), 4):0.####}{(left > 0 ? $"; {left} missing, left out" : "")}.");
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var cells = scope.Cells(Columns(before));
        return $"IF(COUNT({cells})=0,\"\",{Method.ToString().ToUpperInvariant()}({cells}))";
    }

    private decimal Collated(Span<decimal> scores)
    {
        if (Method == CollateMethod.Median)
        {
            Sort(scores);
            var middle = scores.Length / 2;
            return scores.Length % 2 == 1 ? scores[middle] : ExactMean.Of(scores[middle - 1] + scores[middle], 2);
        }
        var result = scores[0];
        foreach (var score in scores[1..])
            result = Method switch { CollateMethod.Max => Math.Max(result, score), CollateMethod.Min => Math.Min(result, score), _ => result + score };
        return Method == CollateMethod.Average ? ExactMean.Of(result, scores.Length) : result;
    }

    // A dozen scores a row: each goes where a search finds its place, which compares less than sorting does.
    private static void Sort(Span<decimal> scores)
    {
        for (var count = 1; count < scores.Length; count++)
        {
            var score = scores[count];
            var place = scores[..count].BinarySearch(score);
            place = place < 0 ? ~place : place;
            scores[place..count].CopyTo(scores[(place + 1)..]);
            scores[place] = score;
        }
    }

    private NumberFormat Format(IReadOnlyList<Column.Numbers> columns)
    {
        var format = columns.Select(column => column.Format).FirstOrDefault(each => each.Decimals is not null);
        return Method switch
        {
            CollateMethod.Average or CollateMethod.Median => format ?? NumberFormat.Percentage,
            CollateMethod.Sum => format is null ? NumberFormat.AsIs : format with { Boundaries = [] },
            _ => format ?? NumberFormat.AsIs,
        };
    }

    private IReadOnlyList<Column.Numbers> Columns(Table table) => Scores(table, ScoreColumns) is { Count: > 0 } scores
        ? scores
        : [.. table.Columns.OfType<Column.Numbers>().Where(column => column.Role == ColumnRole.None && Says(column, WordsOfScores) && !Says(column, WordsOfOthers))];

    // The other program's own headings have low lines for spaces.
    private static bool Says(Column column, string[] words)
    {
        var heading = column.Name.Replace('_', ' ');
        return words.Any(word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
