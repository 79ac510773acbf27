using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;

namespace Mlj.Hosting.Web.Browser.Tests;

/// <summary>What the forms say of what cannot be done, where the person is.</summary>
[Collection(StageCollection.Name)]
public sealed class FormsTests(Stage stage)
{
    [ChromiumFact]
    public async Task Preview_ThatCannotBeMade_SaysWhyInSight()
    {
        await using var user = await stage.VisitAsync(390, 844);
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync("add_formula_column");
        await user.Page.GetByLabel("Formula (needed)").FillAsync("1 + [Nope]");
        await user.Button("Preview", exact: true).ClickAsync();

        var why = user.Page.Locator("form .notice.bad");
        await Assertions.Expect(why).ToContainTextAsync("There is no column 'Nope'");
        await Assertions.Expect(why).ToBeFocusedAsync();
        await Assertions.Expect(why).ToBeInViewportAsync();
        await Assertions.Expect(user.Button("Preview", exact: true)).ToBeInViewportAsync();
        await user.Page.GetByLabel("Formula (needed)").FillAsync("1 + [Final Average]");
        await user.Button("Preview", exact: true).ClickAsync();
        await Assertions.Expect(user.Heading("Preview: nothing is changed yet")).ToBeFocusedAsync();
        await Assertions.Expect(why).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Thresholds_OfManyWritings_AreTakenOrAskedAboutAtTheField()
    {
        await using var user = await stage.VisitAsync(1280, 800);
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync("add_grades");
        await user.Page.GetByLabel("Score column").SelectOptionAsync("Final Average");
        var field = user.Page.GetByLabel("Thresholds");
        await field.FillAsync("A: 90\nninety");
        await user.Button("Preview", exact: true).ClickAsync();
        await Assertions.Expect(user.Text("‘ninety’ is no name with a number. Write one a line, such as A: 90.")).ToBeInViewportAsync();
        await Assertions.Expect(field).ToBeFocusedAsync();

        await field.FillAsync("A 90\nB 95");
        await user.Button("Preview", exact: true).ClickAsync();
        await Assertions.Expect(user.Page.Locator("form .notice.bad")).ToContainTextAsync("‘Thresholds’ must descend");
        await Assertions.Expect(user.Page.Locator("form .notice.bad")).ToBeInViewportAsync();

        await field.FillAsync("A 90\nB plus = 75,5\nF: 0");
        await user.Button("Preview", exact: true).ClickAsync();
        await Assertions.Expect(user.Text("thresholds: A 90, B plus 75.5, F 0")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Choices_AreExplainedInTheWordsThatCanBeChosen()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync("filter_data");
        await user.Page.GetByLabel("Operator").SelectOptionAsync(new SelectOptionValue { Label = "At least" });
        await Assertions.Expect(user.Text("Numbers: ‘Greater than’, ‘Less than’, ‘At least’")).ToBeVisibleAsync();
        Assert.DoesNotMatch("[a-z]_[a-z]", await user.Page.Locator("form").Last.InnerTextAsync());
    }

    [ChromiumFact]
    public async Task Heading_Clicked_PreviewsTheSort_AndTheOtherWayTheNextTime()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        var heading = user.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Test 1 Score" });
        await heading.ClickAsync();
        await Assertions.Expect(user.Text("column: Test 1 Score; ascending: no")).ToBeVisibleAsync();
        await user.Button("Accept", exact: true).ClickAsync();
        await user.Text("1. Sort data").WaitForAsync();
        await heading.ClickAsync();
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Region, new() { Name = "Preview" })).ToContainTextAsync("column: Test 1 Score");
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Region, new() { Name = "Preview" })).Not.ToContainTextAsync("ascending: no");
    }

    [ChromiumFact]
    public async Task Question_WhileItWaits_HasNoProgressBehindIt()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.SayAsync("rank by average in a column Mine");
        await user.Button("Accept", exact: true).ClickAsync();
        await user.Text("1. Add rank").WaitForAsync();
        await user.SayAsync("sort by Mine");
        await user.Button("Accept", exact: true).ClickAsync();
        await user.Text("2. Sort data").WaitForAsync();
        await user.Button("Undo step 1").ClickAsync();
        await user.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await Task.Delay(600);
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
    }
}
