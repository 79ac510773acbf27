using System.Text;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Telegram.Replies;
using Mlj.Hosting.Telegram.Tests.Fakes;
using Mlj.Hosting.Views;
using Mlj.Testing.Snapshots;
using Mlj.Testing.Time;
using Mlj.Values;

namespace Mlj.Hosting.Telegram.Tests.Replies;

public sealed class WordingTests : IDisposable
{
    private static readonly NoteView Asking = new(NoteLevel.Question, "maximum_unknown", "Say of how many they are.", "Test 2.csv", null, null, "C", [new("Test 2.csv", FileSetting.Maximum)]);

    private readonly HandClock _clock = new();
    private readonly Workbench _workbench;

    public WordingTests() => _workbench = new Workbench(new MemorySessionStore(), new MemoryBlobStore(_clock), new WorkbenchOptions(), _clock, new FewWordsPlanner());

    [Fact]
    public async Task Replies_OfEveryKind_AreAsApproved()
    {
        var said = new StringBuilder();
        var opened = await _workbench.BeginAsync("telegram");
        var key = new SessionKey(opened.Session.SessionId, opened.Token);
        Say("start", Wording.Start());
        Say("help", Wording.Help());
        Say("upload", Wording.Upload());
        Say("words without files", Wording.NoWords());
        Say("no files", Wording.NoFiles());
        Say("unknown command", Wording.UnknownCommand());
        Say("not a document", Wording.NotADocument());
        Say("in a group", Wording.InAGroup());
        Say("gone", Wording.Gone());
        Say("fault", Wording.Fault());
        Say("no page", Wording.NoPage(null));
        Say("nothing to delete", Wording.NothingToDelete());
        Say("nothing to cancel", Wording.NothingToCancel());
        Say("too large to send", Wording.TooLargeToSend());

        await using (var content = new MemoryStream(Samples.Test(1)))
            await _workbench.UploadAsync(key, "Test 1 <b>.csv", content);
        await using (var content = new MemoryStream(Samples.Test(2, "Ada Quill,ada.quill@example.org,95\nBen Torvald,ben.torvald@example.com,60\nNobody,no address,5\n")))
            await _workbench.UploadAsync(key, "Test 2.csv", content);
        await using (var content = new MemoryStream("Colour,Shape\nred,round\n"u8.ToArray()))
            await _workbench.UploadAsync(key, "colours.csv", content);
        var session = await _workbench.SessionAsync(key);
        Say("files", Wording.Files(session, [new("notes.pdf", "It is no spreadsheet."), new("large.xlsx", Wording.TooLargeReason(true)), new("", Wording.NoNameReason), new("lost.csv", Wording.LostReason)], "https://results.example.org/open/CODE"));
        Say("too large without a page", Wording.Files(opened.Session, [new("large.xlsx", Wording.TooLargeReason(false))], null));
        Say("not yet a table", Wording.NotYetATable(session));
        Say("question of deletion, files", Wording.DeleteQuestion(session));

        await _workbench.ConsolidateAsync(key);
        session = await _workbench.SessionAsync(key);
        var (at, summary) = (At.Of(session), await _workbench.SummaryAsync(key));
        var table = await _workbench.TableAsync(key, 0, Wording.Rows);
        Say("table", Wording.Table(session, summary, table, hasPage: true));
        Say("table after a change", Wording.Table(session, summary, table, hasPage: false, Wording.Applied));
        Say("table when files came", Wording.Table(session with { IsStale = true, HasPendingPlan = true }, summary, table, hasPage: false, Wording.ChangedMeanwhile));
        Say("notes", Wording.Notes(at, summary, hasPage: true));
        Say("notes that ask, without a page", Wording.Notes(at, summary with { Notes = [Asking] }, hasPage: false));
        Say("suggestion", Wording.Suggestion(key.Id, await _workbench.SuggestionsAsync(key), 0, Wording.ChangedMeanwhile));
        Say("suggestions, all seen", Wording.Suggestion(key.Id, await _workbench.SuggestionsAsync(key), 9));
        Say("retakes", Wording.Retakes(key.Id, await _workbench.RetakesAsync(key)));
        Say("which file", Wording.Get(at));
        Say("the file", Wording.Document(at, "xlsx", summary));
        Say("page", Wording.Web(at, "https://results.example.org/open/CODE", "https://results.example.org/telegram/app"));
        Say("page without https", Wording.Web(at, "http://127.0.0.1:5080/open/CODE", "http://127.0.0.1:5080/open/CODE"));
        Say("no page, with a table", Wording.NoPage(at));
        Say("how to change", Wording.HowToChange(at, understandsWords: true, hasPage: true));
        Say("how to change without words", Wording.HowToChange(at, understandsWords: false, hasPage: true));
        Say("no planner", Wording.NoPlanner(at, hasPage: false));
        Say("answer", Wording.Answer(at, "71.5 & <more>"));
        Say("question back", Wording.Clarify(at, "Which test?", ["add pass fail at 50", "add a column that says for every single test of the term whether it was passed or not"]));
        Say("not understood", Wording.NotUnderstood(at, "I do not understand that."));
        Say("refused", Wording.Refused(at, new Refusal(RefusalKind.NotFound, "no_step", "There is no step 0 that could be undone.")));
        Say("steps do not fit", Wording.StepsDoNotFit(at, new Refusal(RefusalKind.Conflict, "steps_do_not_fit", "") { Problems = [new(1, "no_column", "No column 'Average'.")] }, Verbs.Consolidate, ""));
        await _workbench.SayAsync(key, "add pass fail at 50");
        Say("preview", Wording.Preview(key.Id, await _workbench.PreviewAsync(key), await _workbench.PreviewRowsAsync(key, 0, Wording.Rows)));
        Say("question of deletion, table", Wording.DeleteQuestion(session));
        Say("cancelled", Wording.Cancelled(at));
        Say("deleted", Wording.Deleted(new(1, 3, 1_234, _clock.GetUtcNow())));
        Say("first lines", new Reply(string.Join('\n', Wording.OldButton, Wording.ChangedMeanwhile, Wording.Applied, Wording.Discarded, Wording.TakenBack, Wording.DoneAgain), []));

        Snapshot.Match(said.ToString().Replace(At.MarkOf(key.Id), "SESSION", StringComparison.Ordinal));

        void Say(string name, Reply reply)
        {
            Assert.InRange(reply.Html.Length, 1, reply.Document is null ? 4_096 : 1_024);
            Assert.All(reply.Buttons.SelectMany(row => row), button => Assert.InRange(Encoding.UTF8.GetByteCount(button.Data ?? "x"), 1, 64));
            if (name is not ("in a group" or "first lines"))
                Assert.NotEmpty(reply.Buttons);
            said.Append("== ").AppendLine(name).AppendLine(reply.Html);
            foreach (var row in reply.Buttons)
                said.AppendLine(string.Join(' ', row.Select(button => $"[{button.Text}]({System.Text.RegularExpressions.Regex.Replace(button.Data ?? button.Url ?? "app " + button.App, @"apply\.\w+", "apply.PLAN")})")));
        }
    }

    [Fact]
    public void Lines_OfVeryMuch_StayBelowWhatTelegramTakes()
    {
        var lines = new Lines().Add("first").AddEach(Enumerable.Range(0, 1_000).ToList(), 1_000, _ => Html.Of(new string('<', 300))).ToString();

        Assert.InRange(lines.Length, 2_000, 4_096);
        Assert.EndsWith(" more", lines, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a<b>&\"c\"", 300, "a&lt;b&gt;&amp;&quot;c&quot;")]
    [InlineData("one\ntwo\u202Eevil\u0000", 300, "one twoevil")]
    [InlineData("😀😀😀", 2, "😀😀…")]
    [InlineData(null, 300, "")]
    public void Html_OfAText_IsTextInOneLine(string? text, int most, string html) => Assert.Equal(html, Html.Of(text, most));

    [Theory]
    [InlineData("abc.12.apply.0f", "abc", 12, "apply", "0f")]
    [InlineData(".0.help.", "", 0, "help", "")]
    [InlineData("abc.1.say.a.b", "abc", 1, "say", "a.b")]
    public void Press_OfAButtonsData_IsReadAgain(string data, string mark, long version, string verb, string argument) => Assert.Equal(new Press(mark, version, verb, argument), Press.Read(data));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("format_xlsx")]
    [InlineData("a.b.c.d")]
    [InlineData("a.-1.c.d")]
    [InlineData("a.1..d")]
    public void Press_OfAnythingElse_IsNone(string? data) => Assert.Null(Press.Read(data));

    public void Dispose() => _workbench.Dispose();
}
