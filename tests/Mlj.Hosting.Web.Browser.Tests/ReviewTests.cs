using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;

namespace Mlj.Hosting.Web.Browser.Tests;

[Collection(StageCollection.Name)]
public sealed class ReviewTests(Stage stage)
{
    private const string Guess = "Name,Email,Points\nAda Quill,ada@example.org,7\nBo Reed,bo@example.org,9\n";

    [ChromiumFact]
    public async Task Review_OfAGuessedMaximum_IsCounted_AndIsOverWhenItIsSeen()
    {
        await using var user = await stage.VisitAsync();
        await user.DropAsync("quiz.csv", Guess);
        await user.Heading("Test 1").WaitForAsync();
        await user.MakeTableAsync();
        await Assertions.Expect(user.Button("Needs a look (1)")).ToBeVisibleAsync();
        await user.Room("Needs a look 1 open").ClickAsync();
        await Assertions.Expect(user.Heading("Questions about the files (1)")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("100 was taken as the maximum. Say of how many they are.")).ToBeVisibleAsync();

        await user.Button("Give the maximum of quiz.csv").ClickAsync();
        await Assertions.Expect(user.Page.GetByLabel("Maximum, in points")).ToBeFocusedAsync();
        await user.Room("Needs a look 1 open").ClickAsync();

        await user.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Seen") }).ClickAsync();
        await Assertions.Expect(user.Text("Nothing waits for you.")).ToBeVisibleAsync();
        await Assertions.Expect(user.Heading("Questions about the files (0)")).ToBeFocusedAsync();
        await user.Page.ReloadAsync();
        await Assertions.Expect(user.Text("Nothing waits for you.")).ToBeVisibleAsync();
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Navigation).GetByText("open")).ToHaveCountAsync(0);
        await user.Text("Seen (1)").ClickAsync();
        await user.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Not seen") }).ClickAsync();
        await Assertions.Expect(user.Room("Needs a look 1 open")).ToBeVisibleAsync();
        Assert.Empty(user.Complaints);
    }

    [ChromiumFact]
    public async Task Review_OfTheSamples_CountsWhatItLists_AndComesToAnEnd()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Room("Needs a look 5 open").ClickAsync();
        foreach (var part in new[] { "Questions about the files (1)", "The same person? (2)", "Sat a test more than once (2)" })
            await Assertions.Expect(user.Heading(part)).ToBeVisibleAsync();

        await user.Button("Accept all sure ones (2)").ClickAsync();
        await Assertions.Expect(user.Text("3 things to decide about")).ToBeVisibleAsync();
        await user.Button("Mark all 2 as seen").ClickAsync();
        await Assertions.Expect(user.Heading("Sat a test more than once (0)")).ToBeFocusedAsync();
        await user.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Seen") }).ClickAsync();
        await Assertions.Expect(user.Text("Nothing waits for you.")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Files_ThatAreCopiesOrWereNotAdded_AreSaidSoAtOnceAndNoLongerThanNeeded()
    {
        await using var user = await stage.VisitAsync();
        await user.DropAsync(("quiz.csv", System.Text.Encoding.UTF8.GetBytes(Guess)), ("copy.csv", System.Text.Encoding.UTF8.GetBytes(Guess)), ("old.xls", File.ReadAllBytes(Mlj.Testing.Repository.PathOf("tests", "data", "strange", "old.xls"))));
        await Assertions.Expect(user.Text("The same, byte for byte, as ‘quiz.csv’: it is left out of the table.")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("1 test recognised, 1 file to correct or remove")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("Not added:")).ToBeVisibleAsync();
        await user.Button("Close this message").ClickAsync();
        await Assertions.Expect(user.Text("Not added:")).ToHaveCountAsync(0);
        await Assertions.Expect(user.Button("Choose files")).ToBeFocusedAsync();

        await user.Button("Correct").First.ClickAsync();
        await Assertions.Expect(user.Page.GetByLabel("Score", new() { Exact = true }).Locator("option").First).ToHaveTextAsync("C: Points (recognised)");
        await user.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(user.Button("Save", exact: true)).ToHaveCountAsync(0);
        await Assertions.Expect(user.Button("Correct").First).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Upload_OfAWorkbookThatWasDownloadedHere_IsNoTest()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Room("Download").ClickAsync();
        var workbook = await user.Page.RunAndWaitForDownloadAsync(() => user.Button("Download xlsx").ClickAsync());
        await user.Room("Files").ClickAsync();
        await user.DropAsync(("results.xlsx", await File.ReadAllBytesAsync(await workbook.PathAsync())));
        await Assertions.Expect(user.Text("This is a result that MLJ results compiler wrote, and no test. Leave it out, and hand in the exports of the tests.")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("5 tests recognised, 1 file to correct or remove")).ToBeVisibleAsync();
    }
}
