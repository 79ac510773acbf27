using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What was recognised of files, as one JSON document.</summary>
internal static class InspectionJson
{
    public static void Write(IReadOnlyList<Inspection> inspections, IReadOnlyList<RefusedFile> refused, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray("files");
        foreach (var inspection in inspections)
        {
            json.WriteStartObject();
            json.WriteString("file", inspection.File);
            json.WriteStartArray("sheets");
            foreach (var sheet in inspection.Sheets)
            {
                json.WriteStartObject();
                json.WriteString("name", sheet.Name);
                json.WriteBoolean("visible", sheet.IsVisible);
                json.WriteBoolean("chosen", sheet.Name == inspection.Layout.Where.Sheet);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (inspection.Layout.HeaderRow is { } row)
                json.WriteNumber("header_row", row);
            else
                json.WriteNull("header_row");
            if (inspection.Test is { } test)
            {
                json.WriteStartObject("test");
                ConsolidationJson.WriteTest(json, test);
                json.WriteEndObject();
            }
            else
                json.WriteNull("test");
            json.WriteStartArray("columns");
            foreach (var column in inspection.Test?.Columns ?? inspection.Layout.Columns)
            {
                json.WriteStartObject();
                json.WriteString("column", Place.ColumnLetters(column.Column));
                json.WriteString("heading", column.Heading);
                json.WriteString("role", RoleNames.Of(column.Role));
                json.WriteString("why", column.Why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("problem", inspection.Problem is { } problem ? Told.Of(problem) : null);
            JsonOutput.WriteCorrections(json, inspection.Problem?.Corrections ?? []);
            JsonOutput.WriteNotes(json, inspection.Notes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        JsonOutput.WriteRefused(json, refused);
    });
}
