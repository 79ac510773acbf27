using System.Text.Json;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>A plan carried out, as one JSON document.</summary>
internal static class RunJson
{
    private const int MostEntries = 100;
    private const int StatisticsDecimals = 10;

    public static void Write(PlannedRun planned, bool all, string? written, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteBoolean("done", planned.IsDone);
        if (planned.Table is { } table)
            WriteTable(json, "table", table.Table, table.Where);
        if (planned.IsDone)
        {
            var run = planned.Run;
            WriteTable(json, "result", run.Result, null);
            json.WritePropertyName("plan");
            json.WriteRawValue(PlanJson.Write(run.Plan, BuiltInActions.Catalog));
            json.WriteStartObject("diff");
            WriteDiff(json, planned.Table, run.Start, run.Result, run.Diff, all);
            json.WriteEndObject();
            json.WriteStartArray("steps");
            foreach (var step in run.Steps)
            {
                json.WriteStartObject();
                json.WriteNumber("step", step.Number);
                json.WriteString("action", BuiltInActions.Catalog.Describe(step.Action).Name);
                json.WriteStartObject("diff");
                WriteDiff(json, planned.Table, step.Before, step.After, TableDiff.Between(step.Before, step.After), all);
                json.WriteEndObject();
                JsonOutput.WriteNotes(json, step.Notes);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        WriteMappings(json, planned.Run?.Mappings ?? []);
        json.WriteStartArray("skipped");
        foreach (var skipped in planned.Run?.Skipped ?? [])
        {
            json.WriteStartObject();
            json.WriteNumber("step", skipped.Number);
            json.WriteString("action", BuiltInActions.Catalog.Describe(skipped.Action).Name);
            WriteProblems(json, skipped.Problems);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteProblems(json, planned.Problems);
        JsonOutput.WriteRefused(json, planned.Refused is { } refused ? [refused] : []);
        JsonOutput.WriteNotes(json, planned.Table?.Notes ?? []);
        json.WriteString("written", written);
    });

    private static void WriteTable(Utf8JsonWriter json, string name, Table table, Place? where)
    {
        json.WriteStartObject(name);
        if (where is { } place)
        {
            json.WriteString("file", place.File);
            json.WriteString("sheet", place.Sheet);
        }
        json.WriteString("hash", TableHash.Of(table));
        json.WriteNumber("rows", table.RowCount);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("kind", Snake(column.Kind));
            json.WriteString("role", column.Role == ColumnRole.None ? null : Snake(column.Role));
            if (column.Test is { } test)
                json.WriteNumber("test", test);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDiff(Utf8JsonWriter json, SheetTable origin, Table before, Table after, TableDiff diff, bool all)
    {
        var most = all ? int.MaxValue : MostEntries;
        WriteCounts(json, "rows", before.RowCount, after.RowCount);
        WriteCounts(json, "columns", before.Columns.Count, after.Columns.Count);
        json.WriteStartArray("added_columns");
        foreach (var column in diff.AddedColumns.Select(name => after.Find(name)!))
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("kind", Snake(column.Kind));
            json.WriteStartArray("cells");
            foreach (var stored in after.Order.Stored.Take(most))
            {
                json.WriteStartObject();
                WriteRow(json, origin, stored);
                WriteCell(json, "after", column[stored]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        JsonOutput.WriteTexts(json, "removed_columns", diff.RemovedColumns);
        json.WriteStartArray("renamed_columns");
        foreach (var (from, to) in diff.RenamedColumns)
        {
            json.WriteStartObject();
            json.WriteString("from", from);
            json.WriteString("to", to);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteRows(json, "added_rows", origin, diff.AddedRows, most);
        WriteRows(json, "removed_rows", origin, diff.RemovedRows, most);
        json.WriteBoolean("reordered", diff.IsReordered);
        json.WriteNumber("changed_cell_count", diff.ChangedCells.Count);
        json.WriteStartArray("changed_cells");
        foreach (var change in diff.ChangedCells.Take(most))
        {
            json.WriteStartObject();
            WriteRow(json, origin, change.Stored);
            json.WriteString("column", change.Column);
            WriteCell(json, "before", change.Before);
            WriteCell(json, "after", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("statistics");
        foreach (var change in ColumnStatistics.Between(before, after))
        {
            json.WriteStartObject();
            json.WriteString("column", change.Column);
            WriteStatistics(json, "before", change.Before);
            WriteStatistics(json, "after", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, int before, int after)
    {
        json.WriteStartObject(name);
        json.WriteNumber("before", before);
        json.WriteNumber("after", after);
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, string name, SheetTable origin, IReadOnlyList<int> rows, int most)
    {
        json.WriteNumber(name[..^1] + "_count", rows.Count);
        json.WriteStartArray(name);
        foreach (var stored in rows.Take(most))
        {
            json.WriteStartObject();
            WriteRow(json, origin, stored);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, SheetTable origin, int stored)
    {
        json.WriteNumber("row", origin.Rows[stored]);
        json.WriteString("who", RowWords.Who(origin.Table, stored));
    }

    private static void WriteCell(Utf8JsonWriter json, string name, Cell cell)
    {
        json.WritePropertyName(name);
        if (cell.Number is not null)
            json.WriteRawValue(cell.ToString());
        else
            json.WriteStringValue(cell.Text);
    }

    private static void WriteStatistics(Utf8JsonWriter json, string name, ColumnStatistics? statistics)
    {
        if (statistics is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("count", statistics.Count);
        json.WriteNumber("missing", statistics.Missing);
        WriteCell(json, "mean", Rounded(statistics.Mean));
        WriteCell(json, "min", Cell.Of(statistics.Minimum));
        WriteCell(json, "max", Cell.Of(statistics.Maximum));
        WriteCell(json, "sd", Rounded(statistics.StandardDeviation));
        json.WriteEndObject();

        static Cell Rounded(decimal? value) => Cell.Of(value is { } number ? Rounding.HalfAwayFromZero(number, StatisticsDecimals) : null);
    }

    private static void WriteMappings(Utf8JsonWriter json, IReadOnlyList<ColumnMapping> mappings)
    {
        json.WriteStartArray("mappings");
        foreach (var mapping in mappings)
        {
            json.WriteStartObject();
            json.WriteNumber("step", mapping.Step);
            json.WriteString("parameter", mapping.Parameter);
            json.WriteString("from", mapping.From);
            json.WriteString("to", mapping.To);
            json.WriteString("by", Snake(mapping.By));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void WriteProblems(Utf8JsonWriter json, IReadOnlyList<PlanProblem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            if (problem.Step is { } step)
                json.WriteNumber("step", step);
            else
                json.WriteNull("step");
            json.WriteString("code", problem.Code);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Snake(Enum name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString());
}
