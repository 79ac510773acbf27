using System.Globalization;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>A plan carried out, for people.</summary>
internal sealed class RunText
{
    private const int MostLines = 12;
    private const int MostCells = 5;

    private readonly SheetTable _origin;
    private readonly Screen _screen;
    private readonly bool _all;

    private RunText(SheetTable origin, bool all, Terminal terminal)
    {
        _origin = origin;
        _all = all;
        _screen = new Screen(terminal);
    }

    public static void Write(SheetTable table, Run run, bool all, string outcome, Terminal terminal) => new RunText(table, all, terminal).Write(run, outcome);

    private void Write(Run run, string outcome)
    {
        _screen.Heading(Invariant($"{_origin.Where}: {Change("row", "rows", run.Start.RowCount, run.Result.RowCount)}, {Change("column", "columns", run.Start.Columns.Count, run.Result.Columns.Count)}"));
        if (_origin.Notes.Count > 0)
            _screen.List([.. _origin.Notes.Select(Told.Of)], MostLines, " (--json lists them)");
        foreach (var mapping in run.Mappings)
            _screen.Line(Invariant($"  Step {mapping.Step}: column '{mapping.From}' of the plan is '{mapping.To}' here, by its {(mapping.By == ColumnMatch.Role ? "role" : "heading")}."));
        foreach (var step in run.Steps)
        {
            _screen.Line();
            _screen.Heading(Invariant($"Step {step.Number}: {BuiltInActions.Catalog.Describe(step.Action).Name}"));
            WriteDiff(step.Before, step.After, TableDiff.Between(step.Before, step.After));
            _screen.List([.. step.Notes.Select(Told.Of)], MostLines, " (--json lists them)");
        }
        if (run.Steps.Count > 1)
        {
            _screen.Line();
            _screen.Heading("The whole plan");
            WriteDiff(run.Start, run.Result, run.Diff);
        }
        if (run.Skipped.Count > 0)
        {
            _screen.Line();
            _screen.Heading(Invariant($"Left out: {run.Skipped.Count}"));
            _screen.List([.. run.Skipped.Select(skipped => Invariant($"step {skipped.Number}, {BuiltInActions.Catalog.Describe(skipped.Action).Name}: {string.Join(" ", skipped.Problems.Select(problem => problem.Message))}"))], int.MaxValue, "");
        }
        _screen.Line();
        _screen.Line($"Table: {TableHash.Of(run.Start)}");
        _screen.Line(outcome);
    }

    private void WriteDiff(Table before, Table after, TableDiff diff)
    {
        if (diff.IsEmpty)
            _screen.Line("  No column, row or cell changes.");
        foreach (var name in diff.AddedColumns)
            _screen.Line($"  New column '{name}': {Examples(after, after.Find(name)!)}");
        foreach (var name in diff.RemovedColumns)
            _screen.Line($"  Column '{name}' goes.");
        foreach (var (from, to) in diff.RenamedColumns)
            _screen.Line($"  Column '{from}' is called '{to}'.");
        WriteRows("go", diff.RemovedRows);
        WriteRows("come back", diff.AddedRows);
        if (diff.IsReordered)
            _screen.Line("  The rows stand in another order.");
        if (diff.ChangedCells.Count > 0)
        {
            _screen.Line(Invariant($"  {Count(diff.ChangedCells.Count, "cell", "cells")} {(diff.ChangedCells.Count == 1 ? "changes" : "change")}:"));
            _screen.List([.. diff.ChangedCells.Select(change => $"{Row(change.Stored)}: {change.Column} {Shown(before, change)} -> {Shown(after, change)}")], Most, More);
        }
        var statistics = ColumnStatistics.Between(before, after);
        if (statistics.Count > 0)
            _screen.Table(["Column", "Numbers", "Mean", "Least", "Most", "Deviation"], statistics.Select(change => (IReadOnlyList<string>)
            [
                change.Column,
                Arrow(change, statistics => statistics.Count),
                Arrow(change, statistics => statistics.Mean),
                Arrow(change, statistics => statistics.Minimum),
                Arrow(change, statistics => statistics.Maximum),
                Arrow(change, statistics => statistics.StandardDeviation),
            ]));
    }

    private int Most => _all ? int.MaxValue : MostLines;

    private static string More => " (--all shows them)";

    private void WriteRows(string what, IReadOnlyList<int> rows)
    {
        if (rows.Count == 0)
            return;
        _screen.Line(Invariant($"  {Count(rows.Count, "row", "rows")} {(rows.Count == 1 ? what.Replace("go", "goes", StringComparison.Ordinal).Replace("come ", "comes ", StringComparison.Ordinal) : what)}:"));
        _screen.List([.. rows.Select(Row)], Most, More);
    }

    private string Row(int stored) => Invariant($"row {_origin.Rows[stored]}") + (RowWords.Who(_origin.Table, stored) is { } who ? $", {who}" : "");

    private string Examples(Table table, Column column)
    {
        if (table.RowCount == 0)
            return "no rows";
        if (column.Kind == ColumnKind.Text && table.Order.Stored.Select(stored => column[stored].Text ?? "").GroupBy(text => text, StringComparer.Ordinal).Take(MostCells + 1).ToList() is { Count: <= MostCells } groups)
            return string.Join(", ", groups.OrderByDescending(group => group.Count()).Select(group => Invariant($"{group.Count()} {(group.Key.Length > 0 ? ShortText(group.Key) : "nothing")}")));
        var most = _all ? int.MaxValue : MostCells;
        return string.Join(", ", table.Order.Stored.Take(most).Select(stored => column[stored].IsMissing ? "nothing" : ShortText(column.Show(stored)))) + (table.RowCount > most ? ", ..." : "");
    }

    private static string ShortText(string text) => text.Length > 40 ? text[..39] + "…" : text;

    private static string Shown(Table table, CellChange change) => table.Find(change.Column) is { } column && !column[change.Stored].IsMissing ? ShortText(column.Show(change.Stored)) : "nothing";

    private static string Arrow(ColumnStatisticsChange change, Func<ColumnStatistics, decimal?> figure)
    {
        var (before, after) = (Number(change.Before is { } former ? figure(former) : null), Number(change.After is { } now ? figure(now) : null));
        return change.Before is null || before == after ? after : $"{before} -> {after}";
    }

    private static string Number(decimal? value) => value is { } number ? Rounding.HalfAwayFromZero(number, 2).ToString("0.##", CultureInfo.InvariantCulture) : "-";

    private static string Change(string one, string many, int before, int after) => before == after ? Count(before, one, many) : Invariant($"{before} -> {after} {many}");

    private static string Count(int count, string one, string many) => Invariant($"{count} {(count == 1 ? one : many)}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
