using System.Globalization;
using Mlj.Hosting.Views;
using Mlj.Tables;

namespace Mlj.Hosting.Telegram.Replies;

/// <content>The table and what needs a look.</content>
internal static partial class Wording
{
    /// <summary>How many rows are shown.</summary>
    public const int Rows = 5;

    private const int MostNotes = 12;

    /// <summary>The table in short.</summary>
    /// <param name="session">The session.</param>
    /// <param name="summary">What the consolidation came to.</param>
    /// <param name="table">The first rows.</param>
    /// <param name="hasPage">Whether there is a page to open it in.</param>
    /// <param name="first">A line before all others.</param>
    public static Reply Table(SessionView session, SummaryView summary, TableView table, bool hasPage, string? first = null)
    {
        var at = At.Of(session);
        var verdicts = string.Join(", ", summary.Verdicts.Take(4).Select(each => string.Create(CultureInfo.InvariantCulture, $"{Html.Of(each.Key, 20)} {each.Value}")));
        var rows = summary.Ledger.Total;
        var notes = summary.NotesCount + summary.Refused.Count + (summary.Ledger.NotPlacedCount > 0 ? 1 : 0);
        var lines = new Lines().AddIf(first is not null, first ?? "")
            .Add($"<b>{Count(summary.Participants, "person", "people")}, {Count(summary.Tests.Count, "test", "tests")}</b>{(verdicts.Length > 0 ? ": " + verdicts : "")}")
            .Add(SmallTable.Of(Important(table), [.. table.Rows.Select(row => row.Cells)]))
            .AddIf(table.TotalRows > table.Rows.Count, string.Create(CultureInfo.InvariantCulture, $"… and {table.TotalRows - table.Rows.Count} more"))
            .Add(string.Create(CultureInfo.InvariantCulture, $"{rows.RowsRead} rows read: {rows.Placed} in the table, {rows.Superseded} other attempts, {rows.Duplicates} doubles, {rows.Quarantined} set aside, {rows.Blank} blank."))
            .AddIf(summary.SuggestionsCount > 0, $"⚠ {Count(summary.SuggestionsCount, "pair of addresses", "pairs of addresses")} may be one person's.")
            .AddIf(summary.RetakesCount > 0, $"⚠ {Count(summary.RetakesCount, "retake", "retakes")}: {Name(summary.Attempts)} counts.")
            .AddIf(summary.Refused.Count > 0, $"⚠ {Count(summary.Refused.Count, "file", "files")} could not be used.")
            .AddIf(session.IsStale, "⚠ Files came or went since. Make the table again to have them in it.")
            .AddIf(session.HasPendingPlan, "A change waits for your decision.");
        var buttons = new List<IReadOnlyList<Button>>();
        if (session.IsStale)
            buttons.Add([new Button("Make the table again", at.Data(Verbs.Consolidate))]);
        List<Button> look = [];
        if (summary.SuggestionsCount > 0)
            look.Add(new Button("Same person?", at.Data(Verbs.Suggestions)));
        if (summary.RetakesCount > 0)
            look.Add(new Button("Retakes", at.Data(Verbs.Retakes)));
        if (notes > 0)
            look.Add(new Button("Notes", at.Data(Verbs.Notes)));
        if (look.Count > 0)
            buttons.Add(look);
        buttons.Add([new Button("Get the file", at.Data(Verbs.Get)), new Button("Change it", at.Data(Verbs.Words))]);
        if (hasPage)
            buttons.Add([new Button("Open the page", at.Data(Verbs.Web))]);
        return new Reply(lines.ToString(), buttons);
    }

    /// <summary>What was odd.</summary>
    /// <param name="at">Where the buttons lead.</param>
    /// <param name="summary">What the consolidation came to.</param>
    /// <param name="hasPage">Whether there is a page, which can correct what was recognised of a file.</param>
    public static Reply Notes(At at, SummaryView summary, bool hasPage) => new(new Lines()
        .AddIf(summary.Refused.Count > 0, "<b>Files that could not be used</b>")
        .AddEach(summary.Refused, MostNotes, file => $"✗ {Html.Of(file.File, MostNameLetters)}: {Html.Of(file.Reason)}")
        .AddIf(summary.Ledger.NotPlacedCount > 0, $"{Count(summary.Ledger.NotPlacedCount, "row is", "rows are")} not in the table; the Excel file names each with its reason.")
        .AddIf(summary.NotesCount > 0, "<b>Notes</b>")
        .AddEach(summary.Notes, MostNotes, note => $"• {Place(note)}{Html.Of(note.Message)}")
        .AddIf(summary.Notes.Any(note => note.Corrections.Count > 0), hasPage
            ? "What a note wants to know of a file is told in the page: Files, then ‘Correct’."
            : "What a note wants to know of a file is best written into it: in its name or a heading. Then send it again.")
        .AddIf(summary.Refused.Count + summary.Ledger.NotPlacedCount + summary.NotesCount == 0, "Nothing was odd.")
        .ToString(), [[Back(at)], .. Page(at, hasPage)]);

    private static string Place(NoteView note) => note.File is null ? "" : Html.Of(note.File, MostNameLetters) + (note.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $", row {row}: ") : ": ");

    private static Button Back(At at) => new("Back to the table", at.Data(Verbs.Table));

    /// <summary>The columns that are worth the room: the name, the newest that a wish has made, the tests, the rest.</summary>
    private static IReadOnlyList<ShownColumn> Important(TableView table) =>
    [
        .. table.Columns.Select((column, index) => new ShownColumn(index, column.Name, column.Kind, column.Role, column.Test))
            .OrderBy(column => column.Role switch { ColumnRole.Name => 0, ColumnRole.Average => 1, ColumnRole.Status => 2, ColumnRole.Score => 3, _ => 4 }).ThenBy(column => column.Index),
    ];
}
