using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;

namespace Mlj.Hosting.Web.Browser.Tests;

[Collection(StageCollection.Name)]
public sealed class StoryTests(Stage stage)
{
    [ChromiumFact]
    public async Task Page_FromDropToDownload_TellsTheWholeStory()
    {
        await using var user = await stage.VisitAsync();
        var page = user.Page;

        await user.DropAsync([.. Visitor.Samples.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))]);
        await Assertions.Expect(user.Heading("Test 3")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("5 tests recognised")).ToBeVisibleAsync();

        await user.MakeTableAsync();
        await Assertions.Expect(user.Text("36 participants")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid)).ToHaveAttributeAsync("aria-rowcount", "37");
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Test 2 Score" })).ToHaveCSSAsync("background-color", "rgb(135, 206, 235)");

        await user.Cell(0, 3).ClickAsync();
        await Assertions.Expect(user.Heading("Adebola Fenwick")).ToBeFocusedAsync();
        await Assertions.Expect(user.Text("row 5, column F: 0/24 = 0 %").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(user.Cell(0, 3)).ToBeFocusedAsync();

        await user.Room("Needs a look").ClickAsync();
        await user.Button("Same person (Farid Noor-Hale)").ClickAsync();
        await Assertions.Expect(user.Heading("The same person? (1)")).ToBeVisibleAsync();
        await page.GetByLabel("Which attempt counts").SelectOptionAsync("latest");
        await Assertions.Expect(user.Text("Jonas Ekström: Final Average 50.96 → 46.10")).ToBeVisibleAsync();

        await user.Room("Table").ClickAsync();
        await Assertions.Expect(user.Text("35 participants")).ToBeVisibleAsync();
        await page.GetByLabel("Choose an action").SelectOptionAsync("add_grades");
        await page.GetByLabel("Score column").SelectOptionAsync("Final Average");
        await user.Button("Preview", exact: true).ClickAsync();
        await Assertions.Expect(user.Heading("Preview: nothing is changed yet")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "+ new Grade" })).ToBeVisibleAsync();
        await user.Button("Accept", exact: true).ClickAsync();
        await Assertions.Expect(user.Text("1. Add grades")).ToBeVisibleAsync();

        await PlanFilterAsync(user, "50");
        await Assertions.Expect(user.Text("removes 6 rows of 35")).ToBeVisibleAsync();
        await user.Button("Show the removed rows").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Gridcell, new() { Name = "goes" }).First).ToBeVisibleAsync();
        await user.Button("Discard").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Results" })).ToHaveAttributeAsync("aria-rowcount", "36");

        await user.Button("Undo step 1").ClickAsync();
        await Assertions.Expect(user.Button("Redo")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Grade" })).ToHaveCountAsync(0);
        await user.Button("Redo").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Grade" })).ToHaveCountAsync(1);

        await user.Room("Charts").ClickAsync();
        foreach (var chart in new[] { "Pass rate", "Mean of each test", "Distribution of Final Average" })
            await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = chart })).ToBeVisibleAsync();

        await user.Room("Download").ClickAsync();
        foreach (var (format, signature) in new[] { ("xlsx", "PK"), ("csv", "Full Name"), ("json", "{") })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => user.Button("Download " + format).ClickAsync());
            Assert.EndsWith("." + format, download.SuggestedFilename, StringComparison.Ordinal);
            Assert.StartsWith(signature, (await File.ReadAllTextAsync(await download.PathAsync())).TrimStart('\uFEFF'), StringComparison.Ordinal);
        }

        Assert.Empty(user.Complaints);
        Assert.Equal([stage.Host.Address.Authority], user.Hosts);
    }

    [ChromiumFact]
    public async Task Recipe_SavedAndUsedInAnotherSession_IsPreviewed()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await PlanFilterAsync(user, "50");
        await user.Button("Accept", exact: true).ClickAsync();
        await user.Text("1. Filter data").WaitForAsync();
        await user.Room("Download").ClickAsync();
        var recipe = await user.Page.RunAndWaitForDownloadAsync(() => user.Button("Save the recipe").ClickAsync());

        await using var other = await stage.VisitAsync();
        await other.AddSamplesAsync();
        await other.MakeTableAsync();
        await other.Room("Download").ClickAsync();
        var chooser = await other.Page.RunAndWaitForFileChooserAsync(() => other.Button("Use a recipe").ClickAsync());
        await chooser.SetFilesAsync(await recipe.PathAsync());
        await Assertions.Expect(other.Text("removes 7 rows of 36")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Undo_OfAStepThatAnotherNeeds_NamesItFirst()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await ActAsync(user, "add_average", ("Result column", "Mine"));
        await user.Text("1. Add average").WaitForAsync();
        await ActAsync(user, "add_rank", ("Score column", "Mine"));
        await user.Text("2. Add rank").WaitForAsync();
        await user.Button("Undo step 1").ClickAsync();
        var question = user.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(question).ToContainTextAsync("2. Add rank");
        await question.GetByRole(AriaRole.Button, new() { Name = "Undo them too" }).ClickAsync();
        await Assertions.Expect(user.Text("undone", true)).ToHaveCountAsync(2);
    }

    [ChromiumFact]
    public async Task Words_ThatMakeAPlan_AreShownOnceAndGoWithIt()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Page.GetByLabel("Say it in words").FillAsync("rank by the final average");
        await user.Button("Ask", exact: true).ClickAsync();
        await user.Heading("Preview: nothing is changed yet").WaitForAsync();
        await Assertions.Expect(user.Page.GetByText("Rank by 'Final Average', highest first", new() { Exact = false }).Locator("visible=true")).ToHaveCountAsync(1);
        await user.Button("Accept", exact: true).ClickAsync();
        await user.Text("1. Add rank").WaitForAsync();
        await Assertions.Expect(user.Page.Locator("form .notice")).ToHaveCountAsync(0);
        // What was added stays in sight.
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Rank" })).ToBeInViewportAsync();
    }

    [ChromiumFact]
    public async Task Words_WithoutAPlanner_SayThatActionsCanBeChosen()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Page.GetByLabel("Say it in words").FillAsync("please move the moon");
        await user.Button("Ask", exact: true).ClickAsync();
        await Assertions.Expect(user.Page.Locator("form .notice").First).ToBeVisibleAsync();
        Assert.Empty(user.Complaints);
    }

    [ChromiumFact]
    public async Task Delete_OfEverything_ShowsTheReceiptAndForgets()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.Button("Delete everything").ClickAsync();
        await user.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();
        await Assertions.Expect(user.Text("Receipt: 5 files")).ToBeVisibleAsync();
        await user.Page.ReloadAsync();
        await Assertions.Expect(user.Button("Try it with sample data")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("Receipt")).ToHaveCountAsync(0);
    }

    private static async Task PlanFilterAsync(Visitor user, string least)
    {
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync("filter_data");
        await user.Page.GetByLabel("Column (needed)", new() { Exact = true }).SelectOptionAsync("Final Average");
        await user.Page.GetByLabel("Operator").SelectOptionAsync("greater_equal");
        await user.Page.GetByLabel("Value").FillAsync(least);
        await user.Button("Preview", exact: true).ClickAsync();
    }

    private static async Task ActAsync(Visitor user, string action, (string Label, string Value) parameter)
    {
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync(action);
        var field = user.Page.GetByLabel(parameter.Label);
        if (await field.EvaluateAsync<bool>("field => field.tagName === 'SELECT'"))
            await field.SelectOptionAsync(parameter.Value);
        else
            await field.FillAsync(parameter.Value);
        await user.Button("Preview", exact: true).ClickAsync();
        await user.Button("Accept", exact: true).ClickAsync();
    }
}
