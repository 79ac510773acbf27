using System.IO.Compression;
using Mlj.Hosting.Telegram.Tests.Fakes;

namespace Mlj.Hosting.Telegram.Tests;

/// <summary>A person and the bot, with the fake of Telegram between them.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private readonly Stores _stores = new();
    private FakeTelegram _telegram = null!;
    private Bot _bot = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _bot = await Bot.StartAsync(_telegram, _stores);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task Story_FromStartToTheFile_LeadsOnAllTheWay()
    {
        _telegram.Say("/start");
        await SaysAsync("lose no row");
        Assert.Equal(3, Last.Text.Split('\n').Length);
        _telegram.SendFile("Test 1.csv", Samples.Test(1));
        await SaysAsync("1 file");
        _telegram.SendFile("Test 2.csv", Samples.Test(2, "Ada Quill,ada.quill@example.org,95\nBen Torvald,ben.torvald@example.com,60\n"));
        await SaysAsync("2 files");

        _telegram.Press("Make the table");
        await SaysAsync("2 tests");
        Assert.Contains("<pre>Name", Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", Last.Text, StringComparison.Ordinal);

        _telegram.Press("Same person?");
        await SaysAsync("One person?");
        Assert.Contains("ben.torvald@example.com", Last.Text, StringComparison.Ordinal);
        _telegram.Press("One person");
        await SaysAsync("3 people, 2 tests");
        _telegram.Press("Retakes");
        await SaysAsync("Which one shall?");
        _telegram.Press("The latest attempt");
        await SaysAsync("the latest attempt counts.");

        _telegram.Say("add pass fail at 50");
        await SaysAsync("+ column <i>Passed?</i>");
        _telegram.Press("Apply");
        await SaysAsync("Applied.");
        _telegram.Say("/undo");
        await SaysAsync("Taken back.");

        _telegram.Press("Get the file");
        await SaysAsync("Which file?");
        _telegram.Press("Excel (xlsx)");
        await _bot.UntilAsync(() => Last.IsDocument, "the workbook");
        using (var zip = new ZipArchive(new MemoryStream(Last.Bytes)))
            Assert.NotNull(zip.GetEntry("xl/workbook.xml"));
        _telegram.Press("CSV");
        await _bot.UntilAsync(() => Last.Document?.StartsWith("consolidated_results_", StringComparison.Ordinal) == true && Last.Document.Contains(".csv", StringComparison.Ordinal), "the csv");
        Assert.Contains("Ada Quill", System.Text.Encoding.UTF8.GetString(Last.Bytes), StringComparison.Ordinal);

        _telegram.Say("/delete");
        await SaysAsync("cannot be undone");
        _telegram.Press("Delete");
        await SaysAsync("Deleted: 2 files");
        _telegram.Say("/table");
        await SaysAsync("No files yet");
        Assert.Empty(await _stores.Sessions.ExpiredAsync(DateTimeOffset.MaxValue, 10));
        Assert.All(_telegram.Messages.Values, message => Assert.NotEmpty(message.Buttons));
        Assert.All(_telegram.Messages.Values.SelectMany(message => message.Buttons), button => Assert.True(button.Data is null || System.Text.Encoding.UTF8.GetByteCount(button.Data) <= 64, button.Data));
    }

    [Fact]
    public async Task Album_OfTenFiles_GetsAtMostThreeMessages()
    {
        for (var test = 1; test <= 10; test++)
            _telegram.SendFile($"Test {test}.csv", Samples.Test(test), album: "a");
        await SaysAsync("<b>10 files</b>");

        Assert.InRange(_telegram.Messages.Count, 1, 3);
        _telegram.Press("Make the table");
        await SaysAsync("10 tests");
    }

    [Fact]
    public async Task Album_ThatComesSlowly_EditsItsOneMessage()
    {
        for (var test = 1; test <= 4; test++)
        {
            _telegram.SendFile($"Test {test}.csv", Samples.Test(test), album: "a");
            await SaysAsync(test == 1 ? "<b>1 file</b>" : $"<b>{test} files</b>");
        }
        Assert.Single(_telegram.Messages);
    }

    [Fact]
    public async Task Files_ThatCannotBeUsed_AreNamedAndTheOthersStay()
    {
        _telegram.SendFile("notes.pdf", [0x25, 0x50, 0x44, 0x46, 1, 2, 3], album: "a");
        _telegram.SendFile("<b>&Test 1.csv", Samples.Test(1), album: "a");
        _telegram.SendFile("large.xlsx", [1], album: "a", size: 21 << 20);
        await SaysAsync("<b>1 file</b>");
        await SaysAsync("large.xlsx");

        Assert.Contains("✗ notes.pdf: ", Last.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;Test 1.csv", Last.Text, StringComparison.Ordinal);
        Assert.Contains("larger than 20 MB", Last.Text, StringComparison.Ordinal);
        Assert.StartsWith("https://results.example.org/open/", Last.Buttons.Single(button => button.Text.StartsWith("Upload large", StringComparison.Ordinal)).Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "no files yet")]
    [InlineData("/consolidate", "No files yet")]
    [InlineData("/undo", "No files yet")]
    [InlineData("/delete", "nothing to delete")]
    [InlineData("/cancel", "nothing to cancel")]
    [InlineData("/nonsense", "do not know this command")]
    [InlineData("/help@some_bot", "<b>Files</b>")]
    [InlineData("/upload now", "paper clip")]
    [InlineData("/web", "The same table in the page")]
    public async Task Message_WithoutFiles_IsHelped(string message, string answer)
    {
        _telegram.Say(message);
        await SaysAsync(answer);
        Assert.NotEmpty(Last.Buttons);
    }

    [Fact]
    public async Task Message_InAGroup_IsSentToAPrivateChat()
    {
        _telegram.Say("results please", chat: -5, type: "group");
        _telegram.Say("/start", chat: -5, type: "group");
        await SaysAsync("private chat");
        Assert.Single(_telegram.Messages);
    }

    [Fact]
    public async Task Button_OfAnEarlierState_DoesNothingAndShowsThePresentOne()
    {
        await TableAsync();
        var first = Last;
        _telegram.Say("add pass fail at 50");
        await SaysAsync("<b>Preview</b>");
        var preview = Last;
        _telegram.Press("Discard");
        await SaysAsync("Discarded.");

        _telegram.PressData(preview.Button("Apply")!, preview.Id);
        await SaysAsync("I did nothing");
        _telegram.PressData("rubbish", first.Id);
        await SaysAsync("belongs to files that you have left");
        Assert.DoesNotContain(_telegram.Messages.Values, message => message.Text.Contains("Applied.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apply_PressedTwice_IsDoneOnce()
    {
        await TableAsync();
        _telegram.Say("which one?");
        await SaysAsync("at which threshold?");
        _telegram.Press("add pass fail at 50");
        await SaysAsync("<b>Preview</b>");
        var preview = Last;
        _telegram.PressData(preview.Button("Apply")!, preview.Id);
        _telegram.PressData(preview.Button("Apply")!, preview.Id);
        await SaysAsync("I did nothing");

        _telegram.Say("/undo");
        await SaysAsync("Taken back.");
        _telegram.Say("/undo");
        await SaysAsync("There is no step");
    }

    [Fact]
    public async Task Cancel_OfFiles_LeavesThemUntilOneGoesBack()
    {
        await TableAsync();
        var table = Last;
        _telegram.Say("/cancel");
        await SaysAsync("Left.");
        var left = Last;
        _telegram.PressData(table.Button("Get the file")!, table.Id);
        await SaysAsync("No files yet");
        _telegram.PressData(left.Button("Go back")!, left.Id);
        await SaysAsync("<b>3 people, 1 test</b>");
        _telegram.Say("/cancel");
        await _bot.UntilAsync(() => _telegram.Messages.Values.Count(each => each.Text.StartsWith("Left.", StringComparison.Ordinal)) == 2, "left again");
        _telegram.Press("Delete them now");
        await SaysAsync("Deleted: 1 file");
    }

    [Fact]
    public async Task Session_ThatExpired_IsSaidAndBegunAnewByAFile()
    {
        await TableAsync();
        foreach (var session in await _stores.Sessions.ExpiredAsync(DateTimeOffset.MaxValue, 10))
            await _stores.Sessions.RemoveAsync(session.Id);
        _telegram.Press("Get the file");
        await SaysAsync("no longer here");
        await TableAsync();
    }

    [Fact]
    public async Task Words_WithoutAPlanner_ShowAnotherWay()
    {
        await _bot.DisposeAsync();
        _bot = await Bot.StartAsync(_telegram, _stores, words: false);
        await TableAsync();
        _telegram.Say("add pass fail at 50");
        await SaysAsync("not available here yet");
        Assert.NotNull(Last.Button("Open the page"));
    }

    [Fact]
    public async Task Log_OfAWholeStory_HasNothingPersonalAndNoToken()
    {
        var calls = 0;
        _telegram.Script = (method, _) => method switch { "sendMessage" when calls++ == 0 => FakeFault.AnswerLost, "setMyCommands" => FakeFault.ServerError, _ => null };
        await TableAsync();
        _telegram.Say("CANARY-words");
        await SaysAsync("I do not understand");
        _telegram.SendFile("CANARY-file.pdf", [1, 2, 3]);
        await SaysAsync("CANARY-file.pdf");

        Assert.NotEmpty(_bot.Log);
        Assert.All(_bot.Log, line => Assert.All(["CANARY", "Zoë", "Quill", "example.org", FakeTelegram.Token[5..]], secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
    }

    private FakeMessage Last => _telegram.Messages.Values.MaxBy(message => message.Id)!;

    private Task SaysAsync(string text) => _bot.UntilAsync(() => _telegram.Messages.Values.Any(message => message.Text.Contains(text, StringComparison.Ordinal)) && Last.Text.Contains(text, StringComparison.Ordinal),
        $"'{text}'; the last is: {(_telegram.Messages.IsEmpty ? "nothing" : Last.Text)}");

    private async Task TableAsync()
    {
        _telegram.SendFile("Test 1.csv", Samples.Test(1));
        await SaysAsync("<b>1 file</b>");
        _telegram.Say("/consolidate");
        await SaysAsync("<b>3 people, 1 test</b>");
    }
}
