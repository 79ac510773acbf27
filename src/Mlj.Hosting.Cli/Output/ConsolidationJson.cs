using System.Globalization;
using System.Text.Json;
using Mlj.Merging;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>The consolidation as one JSON document.</summary>
internal static class ConsolidationJson
{
    public static void Write(Compilation results, WhatIf? whatIf, TextWriter output) => JsonOutput.Write(output, json =>
    {
        WriteTests(json, results.Consolidation.Tests);
        WriteParticipants(json, results);
        json.WriteStartArray("suggestions");
        foreach (var suggestion in results.Consolidation.Suggestions)
            WriteSuggestion(json, suggestion);
        json.WriteEndArray();
        json.WriteStartArray("attempts");
        foreach (var retake in results.Consolidation.Retakes)
            WriteRetake(json, retake);
        json.WriteEndArray();
        if (whatIf is not null)
            WriteWhatIf(json, whatIf);
        if (results.Roster is { } roster)
            WriteRoster(json, roster);
        JsonOutput.WriteRefused(json, results.Refused);
        JsonOutput.WriteNotes(json, results.Notes);
        WriteLedger(json, results.Ledger);
    });

    private static void WriteTests(Utf8JsonWriter json, IReadOnlyList<RecognisedTest> tests)
    {
        json.WriteStartArray("tests");
        foreach (var test in tests)
        {
            json.WriteStartObject();
            WriteTest(json, test);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteTest(Utf8JsonWriter json, RecognisedTest test)
    {
        json.WriteNumber("number", test.Number);
        json.WriteString("number_from", test.NumberWhy);
        json.WriteString("title", test.Title);
        json.WriteString("file", test.File);
        json.WriteString("sheet", test.Sheet);
        json.WriteNumber("max_score", test.Maximum);
        json.WriteBoolean("max_score_assumed", test.IsMaximumAssumed);
        json.WriteString("max_score_from", test.MaximumWhy);
        json.WriteNumber("rows", test.Rows);
        json.WriteStartObject("columns");
        foreach (var column in test.Columns.Where(column => column.Role is not (SourceColumnRole.None or SourceColumnRole.QuestionPoints or SourceColumnRole.Feedback)).DistinctBy(column => column.Role))
            json.WriteString(RoleNames.Of(column.Role), column.Heading.Length > 0 ? column.Heading : Place.ColumnLetters(column.Column));
        json.WriteEndObject();
    }

    private static void WriteParticipants(Utf8JsonWriter json, Compilation results)
    {
        var table = results.Table;
        var scores = table.WithRole(ColumnRole.Score).Where(column => column.Test is not null).ToList();
        json.WriteStartArray("participants");
        foreach (var stored in table.Order.Stored)
        {
            var participant = results.Participants[stored];
            json.WriteStartObject();
            json.WriteString("email", participant.Email);
            JsonOutput.WriteTexts(json, "emails", participant.Emails);
            json.WriteString("name", participant.Name);
            json.WriteStartObject("scores");
            foreach (var column in scores)
                JsonOutput.WriteShown(json, column.Test!.Value.ToString(CultureInfo.InvariantCulture), column.Show(stored));
            json.WriteEndObject();
            JsonOutput.WriteShown(json, "tests_taken", Shown(ColumnRole.TestsTaken));
            JsonOutput.WriteShown(json, "assignment_score", Shown(ColumnRole.Assignment));
            JsonOutput.WriteShown(json, "final_average", Shown(ColumnRole.Average));
            json.WriteString("status", Shown(ColumnRole.Status));
            json.WriteEndObject();

            string? Shown(ColumnRole role) => table.WithRole(role).FirstOrDefault()?.Show(stored);
        }
        json.WriteEndArray();
    }

    private static void WriteSuggestion(Utf8JsonWriter json, IdentitySuggestion suggestion)
    {
        json.WriteStartObject();
        JsonOutput.WriteTexts(json, "emails", [suggestion.Email, suggestion.OtherEmail]);
        json.WriteString("band", suggestion.Band.ToString().ToLowerInvariant());
        JsonOutput.WriteTexts(json, "evidence", suggestion.Evidence);
        JsonOutput.WriteTexts(json, "against", suggestion.Against);
        json.WriteEndObject();
    }

    private static void WriteRetake(Utf8JsonWriter json, Retake retake)
    {
        json.WriteStartObject();
        json.WriteString("email", retake.Participant.Email);
        json.WriteString("name", retake.Participant.Name);
        json.WriteNumber("test", retake.Test);
        JsonOutput.WriteShown(json, "kept", Shown(retake.Participant.PercentageOf(retake.Test)));
        json.WriteStartArray("superseded");
        foreach (var attempt in retake.Superseded)
            if (Shown(attempt.Response.Score?.Percentage) is { } shown)
                json.WriteNumberValue(decimal.Parse(shown, CultureInfo.InvariantCulture));
            else
                json.WriteNullValue();
        json.WriteEndArray();
        json.WriteEndObject();

        static string? Shown(decimal? percentage) => percentage is { } value ? Rounding.HonestText(value, 2, NumberFormat.Percentage.Boundaries) : null;
    }

    private static void WriteWhatIf(Utf8JsonWriter json, WhatIf whatIf)
    {
        json.WriteStartObject("what_if");
        json.WriteString("attempts", whatIf.Attempts.ToString().ToLowerInvariant());
        json.WriteStartArray("changes");
        foreach (var change in whatIf.Changes)
        {
            json.WriteStartObject();
            json.WriteString("email", change.Before.Email);
            json.WriteString("name", change.Before.Name);
            json.WriteStartArray("cells");
            foreach (var cell in change.Cells)
            {
                json.WriteStartObject();
                json.WriteString("column", cell.Column);
                json.WriteString("before", cell.Before);
                json.WriteString("after", cell.After);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRoster(Utf8JsonWriter json, Roster roster)
    {
        json.WriteStartObject("roster");
        json.WriteString("file", roster.File);
        json.WriteNumber("entries", roster.Entries.Count);
        json.WriteStartArray("absent");
        foreach (var entry in roster.Absent)
        {
            json.WriteStartObject();
            json.WriteString("email", entry.Email);
            json.WriteString("name", entry.Name);
            json.WriteNumber("row", entry.Row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unexpected");
        foreach (var participant in roster.Unexpected)
        {
            json.WriteStartObject();
            json.WriteString("email", participant.Email);
            json.WriteString("name", participant.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("suggestions");
        foreach (var suggestion in roster.Suggestions)
            WriteSuggestion(json, suggestion);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLedger(Utf8JsonWriter json, Ledger ledger)
    {
        json.WriteStartObject("ledger");
        WriteCounts(json, ledger.Total);
        json.WriteStartArray("files");
        foreach (var file in ledger.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            WriteCounts(json, file);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("not_placed");
        foreach (var entry in ledger.NotPlaced)
        {
            json.WriteStartObject();
            json.WriteString("file", entry.Place.File);
            json.WriteNumber("row", entry.Place.Row ?? 0);
            json.WriteString("disposition", entry.Disposition.ToString().ToLowerInvariant());
            json.WriteString("reason", entry.Reason);
            json.WriteString("who", entry.Who);
            json.WriteString("score", entry.RawScore);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, FileLedger counts)
    {
        json.WriteNumber("rows_read", counts.RowsRead);
        json.WriteNumber("placed", counts.Placed);
        json.WriteNumber("superseded", counts.Superseded);
        json.WriteNumber("duplicates", counts.Duplicates);
        json.WriteNumber("quarantined", counts.Quarantined);
        json.WriteNumber("blank", counts.Blank);
        json.WriteNumber("points_read", counts.PointsRead);
        json.WriteNumber("points_placed", counts.PointsPlaced);
        json.WriteNumber("points_not_placed", counts.PointsNotPlaced);
    }
}
