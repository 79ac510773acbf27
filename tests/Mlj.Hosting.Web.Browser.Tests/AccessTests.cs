using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;
using Mlj.Testing;

namespace Mlj.Hosting.Web.Browser.Tests;

[Collection(StageCollection.Name)]
public sealed class AccessTests(Stage stage)
{
    private static readonly string Axe = Repository.PathOf("src", "Mlj.Hosting.Web", "ui", "node_modules", "axe-core", "axe.min.js");

    [ChromiumFact]
    public Task Rooms_InLight_HaveNoSeriousFinding() => ExamineAsync(ColorScheme.Light, 1280);

    [ChromiumFact]
    public Task Rooms_InDarkOnAPhone_HaveNoSeriousFinding() => ExamineAsync(ColorScheme.Dark, 360);

    [ChromiumFact]
    public async Task Page_AtThreeHundredAndSixtyPixels_NeedsNoScrollingSideways()
    {
        await using var user = await stage.VisitAsync(360, 740);
        var rooms = new List<string>();
        await ThroughAsync(user, async room =>
        {
            rooms.Add(room);
            Assert.True(await user.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, room);
            Assert.True(await user.Page.EvaluateAsync<bool>("[...document.querySelectorAll('nav')].every(nav => nav.scrollWidth <= nav.clientWidth)"), room);
        });
        Assert.Equal(10, rooms.Count);
    }

    [ChromiumFact]
    public async Task Keyboard_Alone_GoesFromSamplesToDownload()
    {
        await using var user = await stage.VisitAsync();
        var keys = user.Page.Keyboard;
        await keys.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedAsync(user));
        await keys.PressAsync("Enter");
        await TabToAsync(user, "Try it with sample data");
        await keys.PressAsync("Enter");
        await Assertions.Expect(user.Heading("Files")).ToBeFocusedAsync();
        await TabToAsync(user, "Make the table");
        await keys.PressAsync("Space");
        await Assertions.Expect(user.Heading("Table")).ToBeFocusedAsync();

        await user.Cell(0, 0).WaitForAsync();
        for (var tabs = 0; tabs < 10 && await user.Page.EvaluateAsync<string?>("document.activeElement.dataset.at ?? null") is null; tabs++)
            await keys.PressAsync("Tab");
        await Assertions.Expect(user.Cell(0, 0)).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowRight");
        await Assertions.Expect(user.Cell(1, 2)).ToBeFocusedAsync();
        await keys.PressAsync("Control+End");
        await Assertions.Expect(user.Cell(35, 10)).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(user.Heading("Where it comes from").Or(user.Page.Locator("#why"))).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(user.Cell(35, 10)).ToBeFocusedAsync();

        await TabToAsync(user, "", "action");
        await keys.TypeAsync("Round");
        await TabToAsync(user, "Preview");
        await keys.PressAsync("Enter");
        await Assertions.Expect(user.Heading("Preview: nothing is changed yet")).ToBeFocusedAsync();
        await TabToAsync(user, "Accept");
        await keys.PressAsync("Enter");
        await Assertions.Expect(user.Heading("History")).ToBeFocusedAsync();
        await TabToAsync(user, "Undo step 1, Round scores");
        await keys.PressAsync("Enter");
        await Assertions.Expect(user.Button("Redo")).ToBeVisibleAsync();

        await TabToAsync(user, "Delete everything");
        await keys.PressAsync("Enter");
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(user.Button("Delete everything")).ToBeFocusedAsync();
        await TabToAsync(user, "Download");
        await keys.PressAsync("Enter");
        await Assertions.Expect(user.Heading("Download")).ToBeFocusedAsync();
        await TabToAsync(user, "Download xlsx");
        await user.Page.RunAndWaitForDownloadAsync(() => keys.PressAsync("Enter"));
    }

    [ChromiumFact]
    public async Task Theme_Chosen_IsKeptWhenThePageIsLoadedAgain()
    {
        await using var user = await stage.VisitAsync();
        var light = await GroundAsync(user);
        await user.Page.GetByLabel("Colours").SelectOptionAsync("dark");
        var dark = await GroundAsync(user);
        Assert.NotEqual(light, dark);
        await user.Page.ReloadAsync();
        await user.Button("Choose files").WaitForAsync();
        Assert.Equal(dark, await GroundAsync(user));
    }

    [ChromiumFact]
    public async Task Table_OfAHundredThousandRows_DrawsOnlyThoseInSight()
    {
        await using var user = await stage.VisitAsync();
        var csv = new StringBuilder("Full Name,Email,Score (100)\n");
        for (var person = 0; person < 100_000; person++)
            csv.Append(CultureInfo.InvariantCulture, $"Person {person:D6},p{person:D6}@example.org,{person % 101}\n");
        await user.DropAsync(("Test 1.csv", Encoding.UTF8.GetBytes(csv.ToString())));
        await user.Heading("Test 1").WaitForAsync();
        await user.Button("Make the table", exact: true).ClickAsync();
        await user.Cell(0, 0).WaitForAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Grid)).ToHaveAttributeAsync("aria-rowcount", "100001");
        await user.Cell(0, 0).FocusAsync();
        await user.Page.Keyboard.PressAsync("Control+End");
        await Assertions.Expect(user.Page.Locator("[aria-rowindex='100001']")).ToContainTextAsync("Person 099999");
        Assert.InRange(await user.Page.Locator("tbody tr").CountAsync(), 10, 100);
    }

    private async Task ExamineAsync(ColorScheme colours, int width)
    {
        await using var user = await stage.VisitAsync(width, 800, colours);
        await ThroughAsync(user, async room =>
        {
            await user.Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
            var found = await user.Page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.filter(each => each.impact === 'serious' || each.impact === 'critical').map(each => ({ id: each.id, where: each.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + node.failureSummary) }))");
            Assert.True(found.GetArrayLength() == 0, room + ": " + found);
        });
    }

    /// <summary>Goes through all that the page can show.</summary>
    private static async Task ThroughAsync(Visitor user, Func<string, Task> look)
    {
        await look("welcome");
        await user.AddSamplesAsync();
        await user.ChooseListAsync("Choose the class list", "class.csv", "Name,Email\nAdebola Fenwick,adebola.fenwick@exmaple.com\nDee Fox,dee@example.org\n");
        await user.Text("class.csv 2 people").WaitForAsync();
        await user.Button("Correct").First.ClickAsync();
        await look("files");
        await user.MakeTableAsync();
        await look("table");
        await user.Text("2 on the class list").ClickAsync();
        await user.Heading("Absent (2)").WaitForAsync();
        await look("class list");
        await user.Text("2 on the class list").ClickAsync();
        await user.Cell(0, 3).ClickAsync();
        await user.Heading("Adebola Fenwick").WaitForAsync();
        await look("why");
        await user.Button("Close", exact: true).ClickAsync();
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync("round_scores");
        await user.Button("Preview", exact: true).ClickAsync();
        await user.Page.Locator("td.changed").First.WaitForAsync();
        await look("preview");
        await user.Button("Accept", exact: true).ClickAsync();
        await user.Text("1. Round scores").WaitForAsync();
        await user.Room("Needs a look").ClickAsync();
        await user.Text("Jonas Ekström").First.WaitForAsync();
        await look("review");
        await user.Room("Charts").ClickAsync();
        await user.Page.GetByRole(AriaRole.Img, new() { Name = "Distribution" }).WaitForAsync();
        await look("charts");
        await user.Room("Download").ClickAsync();
        await user.Heading("Recipe").WaitForAsync();
        await look("export");
        await user.Button("Delete everything").ClickAsync();
        await user.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await look("question");
    }

    private static Task<string> GroundAsync(Visitor user) => user.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");

    private static Task<string> FocusedAsync(Visitor user) => user.Page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static async Task TabToAsync(Visitor user, string name, string? id = null)
    {
        for (var tabs = 0; tabs < 80; tabs++)
        {
            await user.Page.Keyboard.PressAsync("Tab");
            if (id is null ? await FocusedAsync(user) == name : await user.Page.EvaluateAsync<string>("document.activeElement.id") == id)
                return;
        }
        Assert.Fail($"'{name}{id}' cannot be reached with the Tab key.");
    }
}
