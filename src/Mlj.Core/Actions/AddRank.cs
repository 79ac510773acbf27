using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>
/// Adds the rank of each score among the rows that the table shows. Exact scores are compared. Somebody without a score has no rank and takes no
/// place, and neither do rows that a filter has left out.
/// </summary>
[Action("add_rank", "Adds a column with the rank of each score; equal scores share a rank, and without a score there is none.")]
public sealed record AddRank : TableAction
{
    private const int MostRowsOfAFormula = 5000;
    private const string Margin = "0.0000000005";

    /// <summary>The column of scores to rank.</summary>
    [Parameter("The column of scores to rank.", Names = ParameterSubject.NumberColumn)]
    public required string ScoreColumn { get; init; }

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string RankColumn { get; init; } = "Rank";

    /// <summary>Whether the lowest score is first; by default the highest is.</summary>
    [Parameter("Whether the lowest score gets rank 1: true, or false for the highest.")]
    public bool Ascending { get; init; }

    /// <summary>Which ranks equal scores share; the best of their places by default.</summary>
    [Parameter("Which ranks equal scores share, for 44, 42, 42, 41: 'standard' 1 2 2 4, 'dense' 1 2 2 3, 'modified' 1 3 3 4, 'fractional' 1 2.5 2.5 4.")]
    public RankMethod Method { get; init; } = RankMethod.Standard;

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var scores = (Column.Numbers)table.Find(ScoreColumn)!;
        var sorted = new List<(decimal Score, int Stored)>(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
            if (table.Order[row] is var stored && scores.Number(stored) is { } score)
                sorted.Add((score, stored));
        sorted.Sort();
        if (!Ascending)
            sorted.Reverse();
        var ranks = new decimal?[table.StoredCount];
        var groups = 0;
        for (int first = 0, next; first < sorted.Count; first = next)
        {
            for (next = first + 1; next < sorted.Count && sorted[next].Score == sorted[first].Score;)
                next++;
            var rank = Rank(++groups, first + 1, next);
            for (var place = first; place < next; place++)
                ranks[sorted[place].Stored] = rank;
        }
        return table.With(new Column.Numbers(RankColumn, ranks) { Format = Method == RankMethod.Fractional ? NumberFormat.AsIs : new NumberFormat(0) });
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var scores = (Column.Numbers)before.Find(ScoreColumn)!;
        if (scores.Number(stored) is not { } score)
            return $"{ScoreColumn} is missing, so there is no rank.";
        int ahead = 0, equal = 0, all = 0;
        foreach (var each in before.Order.Stored)
            if (scores.Number(each) is { } other)
            {
                all++;
                equal += other == score ? 1 : 0;
                ahead += (Ascending ? other < score : other > score) ? 1 : 0;
            }
        return string.Create(CultureInfo.InvariantCulture,
            $"Of {all} {(all == 1 ? "score" : "scores")} {ahead} {(ahead == 1 ? "is" : "are")} {(Ascending ? "lower" : "higher")} than {scores.Show(stored)}{(equal > 1 ? $" and {equal - 1} {(equal == 2 ? "is" : "are")} equal" : "")}.");
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        var scores = (Column.Numbers)before.Find(ScoreColumn)!;
        // The places after equal scores need all scores in order, which no short formula has; and every row would look at every other.
        if (Method == RankMethod.Dense || scope.Rows > MostRowsOfAFormula || HasNearTies(before, scores))
            return null;
        var (score, all) = (scope.Cell(scores), scope.AllRows(scores));
        // Half of what is settled away, so that the last digit of a double does not part those who are equal.
        var (better, worse) = Ascending ? ("\"<\"", "-") : ("\">\"", "+");
        var ahead = $"COUNTIF({all},{better}&({score}{worse}{Margin}))";
        var withEquals = $"COUNTIF({all},{better}&({score}{(worse == "+" ? "-" : "+")}{Margin}))";
        var rank = Method switch
        {
            RankMethod.Modified => withEquals,
            RankMethod.Fractional => $"({ahead}+1+{withEquals})/2",
            _ => $"{ahead}+1",
        };
        return $"IF(ISNUMBER({score}),{rank},\"\")";
    }

    private static bool HasNearTies(Table before, Column.Numbers scores)
    {
        decimal[] sorted = [.. before.Order.Stored.Select(scores.Number).OfType<decimal>().Order()];
        for (var index = 1; index < sorted.Length; index++)
            if (sorted[index] != sorted[index - 1] && FormulaScope.IsNear(sorted[index], sorted[index - 1]))
                return true;
        return false;
    }

    private decimal Rank(int group, int first, int last) => Method switch
    {
        RankMethod.Dense => group,
        RankMethod.Modified => last,
        RankMethod.Fractional => (first + last) / 2m,
        _ => first,
    };
}
