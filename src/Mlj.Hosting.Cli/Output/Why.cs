using System.Globalization;
using System.Text.Json;
using Mlj.Hosting.Cli.Shell;
using Mlj.Merging;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>Why a participant has the results that they have: every number, from which cell of which file, by which rule.</summary>
internal sealed class Why(Compilation results, Participant participant)
{
    private readonly int _stored = results.Participants.Index().First(each => ReferenceEquals(each.Item, participant)).Index;

    private IEnumerable<Column> Columns => results.Table.Columns.Where(column => column.Role is not (ColumnRole.Name or ColumnRole.Email));

    public void Write(Terminal terminal)
    {
        var screen = new Screen(terminal);
        screen.Heading(participant.ToString());
        if (participant.Emails.Count > 1)
            screen.Line($"  Addresses: {string.Join(", ", participant.Emails)}");
        foreach (var suggestion in results.Consolidation.Suggestions.Where(each => participant.Emails.Contains(each.Email) || participant.Emails.Contains(each.OtherEmail)))
            screen.Line($"  One person? {suggestion.Email} and {suggestion.OtherEmail}: {string.Join("; ", suggestion.Evidence)}");
        foreach (var column in Columns)
        {
            screen.Line();
            screen.Line($"{column.Name}: {(column[_stored].IsMissing ? "nothing" : column.Show(_stored))}");
            if (column.Test is { } test && participant.Attempts.Where(attempt => attempt.Test.Number == test).ToList() is { Count: > 0 } attempts)
                screen.List([.. attempts.Select(Tell)], int.MaxValue, "");
            else if (results.Explain(participant, column.Name) is { } why)
                screen.List([why], int.MaxValue, "");
        }
    }

    public void WriteJson(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteString("email", participant.Email);
        JsonOutput.WriteTexts(json, "emails", participant.Emails);
        json.WriteString("name", participant.Name);
        json.WriteStartArray("cells");
        foreach (var column in Columns)
        {
            json.WriteStartObject();
            json.WriteString("column", column.Name);
            json.WriteString("value", column.Show(_stored));
            json.WriteString("why", results.Explain(participant, column.Name));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("attempts");
        foreach (var attempt in participant.Attempts)
            WriteAttempt(json, attempt);
        json.WriteEndArray();
    });

    /// <summary>The same document for an address that nobody has.</summary>
    public static void WriteNobody(string email, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteString("email", email);
        JsonOutput.WriteTexts(json, "emails", []);
        json.WriteNull("name");
        json.WriteStartArray("cells");
        json.WriteEndArray();
        json.WriteStartArray("attempts");
        json.WriteEndArray();
    });

    private static void WriteAttempt(Utf8JsonWriter json, Attempt attempt)
    {
        var response = attempt.Response;
        json.WriteStartObject();
        json.WriteNumber("test", attempt.Test.Number);
        json.WriteString("file", attempt.Place.File);
        json.WriteString("sheet", attempt.Place.Sheet);
        json.WriteNumber("row", response.Row);
        json.WriteString("column", attempt.Place.Column is { } column ? Place.ColumnLetters(column) : null);
        json.WriteString("raw", response.RawScore);
        JsonOutput.WriteShown(json, "points", response.Score?.Points.ToString(CultureInfo.InvariantCulture));
        JsonOutput.WriteShown(json, "max_score", response.Score?.Maximum.ToString(CultureInfo.InvariantCulture));
        json.WriteString("email", response.Email?.Typed);
        json.WriteString("name", response.Name);
        json.WriteString("phone", response.Phone);
        json.WriteString("submitted", response.Submitted?.ToString("s", CultureInfo.InvariantCulture));
        json.WriteString("disposition", attempt.Disposition.ToString().ToLowerInvariant());
        json.WriteString("reason", attempt.Reason);
        json.WriteEndObject();
    }

    private static string Tell(Attempt attempt)
    {
        var response = attempt.Response;
        var what = response.Score is { } score
            ? string.Create(CultureInfo.InvariantCulture, $"'{response.RawScore}', which is {score} = {Rounding.HalfAwayFromZero(score.Percentage, 4):0.####} %")
            : response.RawScore is { } raw ? $"'{raw}'" : "an empty cell";
        var time = response.Submitted is { } submitted ? string.Create(CultureInfo.InvariantCulture, $", handed in {submitted:yyyy-MM-dd HH:mm:ss}") : "";
        var by = response.Email is { } email ? $", as {email.Typed.Trim()}" : "";
        return $"{attempt.Place}: {what}{by}{time}; {(attempt.Disposition == Disposition.Placed ? "counts" : $"{attempt.Disposition.ToString().ToLowerInvariant()}: {attempt.Reason}")}";
    }
}
