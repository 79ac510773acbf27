using System.Globalization;
using System.Text.Json;
using Mlj.Exports.Xlsx;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Views;

/// <summary>Makes views of what the library hands back. Numbers are rounded as the workbook shows them.</summary>
internal static class Show
{
    private const int StatisticsDecimals = 10;
    private const int PercentageDecimals = 2;
    private const int MostNotPlaced = 1_000;
    private const int MostListed = 1_000;

    /// <summary>How many notes a summary has at most; the workbook has all.</summary>
    public const int MostNotes = 500;

    public static SessionView Session(Session session) => new(
        session.Id, session.Version, session.Source, session.Created, session.Expires, session.Basis is null ? "uploading" : "completed",
        [.. session.Uploads.Select(upload => File(upload, session))], session.Uploads.Count, session.Basis?.ResultId, session.IsStale, session.Pending is not null,
        session.Choices.Attempts, session.Choices.Policy, session.Mode, session.Roster is { } roster ? RosterFile(roster) : null);

    public static FileView File(Upload upload, Session session) => new(upload.Id, upload.Name, upload.Size, upload.UploadedAt, upload.Recognised, upload.Recognition,
        session.Uploads.TakeWhile(earlier => earlier.Id != upload.Id).FirstOrDefault(earlier => earlier.Sha256 == upload.Sha256)?.Name);

    public static RosterFileView RosterFile(RosterFile file) => new(file.Name, file.Size, file.UploadedAt, file.Entries);

    public static RosterResultView Roster(Roster roster, Compilation results)
    {
        var absent = roster.Absent.ToList();
        var names = absent.Where(entry => entry.Email is not null).DistinctBy(entry => entry.Email).ToDictionary(entry => entry.Email!, entry => entry.Name, StringComparer.Ordinal);
        return new(roster.File, roster.Entries.Count, roster.Entries.Count - absent.Count, absent.Count, roster.Unexpected.Count,
            [.. absent.Take(MostListed).Select(entry => new RosterPersonView(entry.Name, entry.Email, entry.Row))],
            [.. roster.Unexpected.Take(MostListed).Select(participant => new RosterPersonView(participant.Name, participant.Email, null))],
            [.. roster.Suggestions.Take(MostListed).Select(each => Suggestion(each, email => names.GetValueOrDefault(email) ?? results.Find(email)?.Name ?? ""))]);
    }

    public static ColumnView Column(Column column)
    {
        var colour = Colour(column.Test);
        return new(column.Name, column.Kind, column.Role, column.Test, colour?.Fill, colour?.Ink);
    }

    public static TestColour? Colour(int? test) => test is >= 1 and { } number ? TestColour.Of(number) is var colour ? new TestColour("#" + colour.Fill, "#" + colour.Ink) : null : null;

    /// <summary>A cell as a number, a text or null.</summary>
    public static object? Cell(Column column, int stored) => column switch
    {
        { Kind: ColumnKind.Number } => column.Show(stored) is { Length: > 0 } shown ? Shortest(shown) : null,
        _ => column[stored].Text,
    };

    public static object? Cell(Cell cell) => cell.Number is { } number ? number : cell.Text;

    public static NoteView Note(Note note) => new(note.Level, note.Code, note.Message, note.Place?.File, note.Place?.Sheet, note.Place?.Row,
        note.Place?.Column is { } column ? Place.ColumnLetters(column) : null, note.Corrections);

    public static TestView Test(RecognisedTest test)
    {
        var colour = Colour(test.Number);
        return new(test.Number, test.NumberWhy, test.Title, test.File, test.Sheet, test.Maximum, test.IsMaximumAssumed, test.MaximumWhy, test.Rows, colour?.Fill ?? "", colour?.Ink ?? "");
    }

    public static LedgerView Ledger(Ledger ledger) => new(Counts(ledger.Total), [.. ledger.Files.Select(Counts)],
        [.. ledger.NotPlaced.Take(MostNotPlaced).Select(row => new NotPlacedView(row.Place.File, row.Place.Row, row.Disposition, row.Reason, row.Who, row.RawScore))], ledger.NotPlaced.Count);

    public static SuggestionView Suggestion(IdentitySuggestion suggestion, Compilation results) => Suggestion(suggestion, email => results.Find(email)?.Name ?? "");

    public static RetakeView Retake(Retake retake) => new(retake.Participant.Email, retake.Participant.Name, retake.Test,
        Percentage(retake.Participant.PercentageOf(retake.Test)), [.. retake.Kept.Select(Percentage)], [.. retake.Superseded.Select(Percentage)]);

    public static AttemptView Attempt(Attempt attempt) => new(attempt.Test.Number, attempt.Place.File, attempt.Place.Sheet ?? "", attempt.Place.Row ?? 0,
        attempt.Response.RawScore, Percentage(attempt), attempt.Response.Submitted, attempt.Disposition, attempt.Reason);

    public static StepView Step(int number, TableAction action, bool undone, IEnumerable<Note> notes)
    {
        var description = BuiltInActions.Catalog.Describe(action);
        return new(number, description.Name, Parameters(action), description.Summary, undone, [.. notes.Select(Note)]);
    }

    public static StepView Step(HistoryStep step) => Step(step.Number, step.Action, step.IsUndone, step.Done?.Notes ?? []);

    public static StatisticsView Statistics(ColumnStatistics statistics) => new(statistics.Count, statistics.Missing,
        Rounded(statistics.Mean), statistics.Minimum, statistics.Maximum, Rounded(statistics.StandardDeviation));

    public static MappingView Mapping(ColumnMapping mapping) => new(mapping.Step, mapping.Parameter, mapping.From, mapping.To, mapping.By);

    public static SkippedView Skipped(SkippedStep step) => new(step.Number, BuiltInActions.Catalog.Describe(step.Action).Name, ProblemView.Of(step.Problems));

    /// <summary>The texts of a column that gives verdicts, counted; the most frequent first.</summary>
    public static IReadOnlyDictionary<string, int> Verdicts(Table table, Column? column) => column is null
        ? new Dictionary<string, int>()
        : table.Order.Stored.Select(stored => column[stored].Text).OfType<string>().GroupBy(text => text, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static decimal? Percentage(Attempt attempt) => Percentage(attempt.Response.Score?.Percentage);

    private static decimal? Percentage(decimal? value) =>
        value is { } number ? (decimal)Shortest(Rounding.HonestText(number, PercentageDecimals, NumberFormat.Percentage.Boundaries)) : null;

    private static decimal? Rounded(decimal? value) => value is { } number ? Rounding.HalfAwayFromZero(number, StatisticsDecimals) : null;

    // Dividing by one with all its decimals takes the zeros at the end away.
    private static object Shortest(string shown) => decimal.Parse(shown, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;

    private static LedgerCounts Counts(FileLedger file) => new(file.File, file.RowsRead, file.Placed, file.Superseded, file.Duplicates, file.Quarantined, file.Blank);

    private static SuggestionView Suggestion(IdentitySuggestion suggestion, Func<string, string> nameOf) => new(
        [suggestion.Email, suggestion.OtherEmail], [nameOf(suggestion.Email), nameOf(suggestion.OtherEmail)],
        suggestion.Band, suggestion.Strength, suggestion.Evidence, suggestion.Against);

    private static JsonElement Parameters(TableAction action)
    {
        using var plan = JsonDocument.Parse(PlanJson.Write(new Plan([action]), BuiltInActions.Catalog));
        return plan.RootElement.GetProperty("steps")[0].TryGetProperty("params", out var parameters) ? parameters.Clone() : Empty();
    }

    private static JsonElement Empty()
    {
        using var empty = JsonDocument.Parse("{}");
        return empty.RootElement.Clone();
    }
}
