using System.Globalization;
using Mlj.Hosting.Views;

namespace Mlj.Hosting.Telegram.Replies;

/// <content>Files: taken, refused, handed out, deleted.</content>
internal static partial class Wording
{
    private const int MostFiles = 20;
    private const int MostNameLetters = 60;

    /// <summary>The files that came so far.</summary>
    /// <param name="session">The session.</param>
    /// <param name="refused">What was not taken since the last answer.</param>
    /// <param name="page">An address where large files can be uploaded; null when there is none, or none is needed.</param>
    /// <param name="first">A line before all others.</param>
    public static Reply Files(SessionView session, IReadOnlyList<NotTaken> refused, string? page, string? first = null)
    {
        var at = At.Of(session);
        var lines = new Lines().AddIf(first is not null, first ?? "")
            .Add(session.FilesCount == 0 ? "No file yet." : $"<b>{Count(session.FilesCount, "file", "files")}</b>")
            .AddEach(session.Files, MostFiles, FileLine)
            .AddIf(refused.Count > 0, "<b>Not taken</b>")
            .AddEach(refused, MostFiles, each => $"✗ {(each.Name.Length > 0 ? Html.Of(each.Name, MostNameLetters) : "a file without a name")}: {Html.Of(each.Reason)}")
            .AddIf(session.FilesCount > 0, session.ResultId is null ? "Send more, or make the table." : "Send more, or make the table again.");
        var buttons = new List<IReadOnlyList<Button>>();
        if (session.FilesCount > 0)
            buttons.Add([new Button(session.ResultId is null ? "Make the table" : "Make the table again", at.Data(Verbs.Consolidate))]);
        if (page is not null)
            buttons.Add([new Button("Upload large files in the page", Url: page)]);
        buttons.Add([HowToSend, session.FilesCount > 0 ? new Button("Delete all", at.Data(Verbs.Delete)) : TryExample]);
        return new Reply(lines.ToString(), buttons) { IsOfFiles = true };
    }

    public static string TooLargeReason(bool hasPage) => "It is larger than 20 MB, which is the most that Telegram hands to bots. " + (hasPage ? "Upload it in the page, which takes 50 MB." : "Remove sheets that are no answers, or export it as CSV.");

    public const string LostReason = "Telegram did not hand it to me. Send it again.";

    public const string NoNameReason = "It has no name. Give it the name that it has on your disk.";

    public static Reply Get(At at) => new("Which file? The Excel workbook also shows the files, every row's whereabouts and what was decided; CSV has the table alone.",
        [[new Button("Excel (xlsx)", at.Data(Verbs.Xlsx)), new Button("CSV", at.Data(Verbs.Csv))], [Back(at)]]);

    public static Reply Document(At at, string format, SummaryView summary) => new(
        $"Your table: {Count(summary.Participants, "person", "people")}, {Count(summary.Tests.Count, "test", "tests")}. It stays here for an hour after its last use; /delete removes it at once.",
        [[Back(at), new Button("Delete everything", at.Data(Verbs.Delete))]])
    { Document = format, Session = at.Session };

    public static Reply TooLargeToSend() => new("The file is larger than 50 MB, which is the most that bots may send. /web opens the page, where you can take it.", [[new Button("Look at the table", Press.Free(Verbs.Table))]]);

    public static Reply Web(At at, string page, string app)
    {
        List<IReadOnlyList<Button>> buttons = [[new Button("Open in the browser", Url: page)]];
        // Telegram takes Mini Apps by https alone.
        if (app.StartsWith("https://", StringComparison.Ordinal))
            buttons.Add([new Button("Open here", App: app)]);
        buttons.Add([Back(at)]);
        return new Reply("The same table in the page. The link opens once, within ten minutes; do not hand it on.", buttons);
    }

    public static Reply NoPage(At? at) => new("There is no page here: nobody has told me its address. All that I can do stands in /help.", [at is { } now ? [Back(now), ForHelp] : [HowToSend, ForHelp]]);

    public static Reply DeleteQuestion(SessionView session) => new(
        $"Delete {Count(session.FilesCount, "file", "files")}{(session.ResultId is null ? "" : " and the table")} now? This cannot be undone.",
        [[new Button("Delete", At.Of(session).Data(Verbs.DeleteYes)), new Button("Keep", At.Of(session).Data(Verbs.Table))]]);

    public static Reply Deleted(DeletionReceipt receipt) => new(
        string.Create(CultureInfo.InvariantCulture, $"Deleted: {Count(receipt.Files, "file", "files")}, {receipt.Bytes:N0} bytes, and all that was made of them. What I wrote into this chat stays until you delete it."),
        [[HowToSend, TryExample]]);

    public static Reply NothingToDelete() => new("There is nothing to delete: I keep nothing of you.", [[HowToSend, TryExample]]);

    public static Reply NothingToCancel() => new("There is nothing to cancel. Send me the exports of your tests to begin.", [[HowToSend, TryExample]]);

    public static Reply Cancelled(At former) => new(
        "Left. The files are deleted after an hour without use. The next file that you send begins a new table.",
        [[new Button("Go back", former.Data(Verbs.GoBack)), new Button("Delete them now", former.Data(Verbs.DeleteFormer))], [HowToSend]]);

    private static string FileLine(FileView file) => (file.Recognised.Test, file.Recognised.Problem) switch
    {
        ({ } test, _) => string.Create(CultureInfo.InvariantCulture, $"✓ {Html.Of(file.Name, MostNameLetters)}: test {test.Number}, {Count(test.Rows, "row", "rows")}, of {test.Maximum:0.##}{(test.MaximumAssumed ? " (assumed)" : "")}"),
        (_, { } problem) => $"? {Html.Of(file.Name, MostNameLetters)}: {Html.Of(problem)}",
        _ => $"? {Html.Of(file.Name, MostNameLetters)}",
    };
}
