using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    /// <summary>What the sheets share: the table that is written, the steps that made it, and the formulas that they leave.</summary>
    private sealed record Facts(IReadOnlyList<Run> Runs, ActionCatalog Actions, BookOptions Options, LiveFormulas Formulas)
    {
        /// <summary>The table that is written.</summary>
        public Table Table => Runs[^1].Result;

        public IReadOnlyList<Step> Steps { get; } = [.. Runs.SelectMany(run => run.Steps).Select((step, index) => step with { Number = index + 1 })];

        /// <summary>Whether the book computes; a large one does not.</summary>
        public bool IsLive => Table.RowCount <= Options.MostLiveRows;

        /// <summary>The last judgement whose verdicts are in the table beside the scores that were judged; null when there is none.</summary>
        public Verdict? Verdict { get; private init; }

        /// <summary>The column that the summary is about: the judged one, otherwise the last over all tests; null when there is none.</summary>
        public Column.Numbers? Headline => Verdict?.Score ?? Table.WithRole(ColumnRole.Average).OfType<Column.Numbers>().LastOrDefault();

        private readonly Dictionary<Column, ColumnStatistics> _statistics = new(ReferenceEqualityComparer.Instance);

        /// <summary>The statistics of a column of the table; several sheets ask for those of the tests.</summary>
        public ColumnStatistics StatisticsOf(Column.Numbers column)
        {
            if (!_statistics.TryGetValue(column, out var statistics))
                _statistics[column] = statistics = ColumnStatistics.Of(column, Table.Order);
            return statistics;
        }

        public static Facts Of(IReadOnlyList<Run> runs, ActionCatalog actions, BookOptions options)
        {
            for (var index = 1; index < runs.Count; index++)
                if (!ReferenceEquals(runs[index].Start, runs[index - 1].Result))
                    throw new ArgumentException("A run was not on the result of the one before it.", nameof(runs));
            var table = runs[^1].Result;
            var formulas = table.RowCount <= options.MostLiveRows ? LiveFormulas.Of([.. runs.SelectMany(run => run.Steps)], table, MainTable) : LiveFormulas.None;
            return new Facts(runs, actions, options, formulas) { Verdict = VerdictOf(runs, table, formulas) };
        }

        /// <summary>The cells of a column of the table in all rows, as formulas of other sheets name them; null where there must be values.</summary>
        public string? Cells(Column column)
        {
            if (!IsLive || Table.RowCount == 0)
                return null;
            var scope = new FormulaScope(Table, MainTable, hasAllRows: true, []);
            var cells = scope.AllRows(column);
            return scope.IsRefused || !CanBeATable(Table) ? null : cells;
        }

        private static bool CanBeATable(Table table) =>
            table.Columns.All(column => column.Name.Length <= 255) && table.Columns.DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase).Count() == table.Columns.Count;

        private static Verdict? VerdictOf(IReadOnlyList<Run> runs, Table table, LiveFormulas formulas)
        {
            foreach (var step in runs.SelectMany(run => run.Steps).Reverse())
                if (step.Action is AddPassFail judged && step.After.Find(judged.ScoreColumn) is { } score && step.After.Find(judged.ResultColumn) is { } status
                    && table.Columns.FirstOrDefault(score.SharesCells) is Column.Numbers scores && table.Columns.FirstOrDefault(status.SharesCells) is Column.Texts verdicts)
                    return new Verdict(scores, verdicts, judged, formulas.NumbersOf.TryGetValue(verdicts.Name, out var numbers) ? numbers[0].Name
                        : judged.Threshold.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return null;
        }
    }

    /// <summary>A judgement.</summary>
    /// <param name="Score">The judged column.</param>
    /// <param name="Status">The column of verdicts.</param>
    /// <param name="Judged">How they were judged.</param>
    /// <param name="Mark">The pass mark as a formula asks for it: the name of its cell, or the number.</param>
    private sealed record Verdict(Column.Numbers Score, Column.Texts Status, AddPassFail Judged, string Mark);
}
