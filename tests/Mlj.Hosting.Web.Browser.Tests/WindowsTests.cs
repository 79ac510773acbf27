using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;

namespace Mlj.Hosting.Web.Browser.Tests;

/// <summary>Two windows on one session, and the way back.</summary>
[Collection(StageCollection.Name)]
public sealed class WindowsTests(Stage stage)
{
    private const string Preview = "Preview: nothing is changed yet";

    [ChromiumFact]
    public async Task Preview_MadeInOneWindow_IsInTheOtherToo_UntilItIsDecidedAbout()
    {
        await using var one = await stage.VisitAsync();
        await one.AddSamplesAsync();
        await one.MakeTableAsync();
        var other = await one.OpenWindowAsync();
        await other.Cell(0, 0).WaitForAsync();

        await other.SayAsync("sort by Final Average descending");
        await Assertions.Expect(one.Heading(Preview)).ToBeVisibleAsync();
        await one.SayAsync("rank by average");
        foreach (var window in new[] { one, other })
        {
            await Assertions.Expect(window.Text("highest first. Then: Rank by 'Final Average'").First).ToBeVisibleAsync();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = Preview }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        }

        await one.Button("Discard", exact: true).ClickAsync();
        await Assertions.Expect(other.Heading(Preview)).ToHaveCountAsync(0);

        // What was discarded leaves no trace in the next names.
        await other.SayAsync("rank by average");
        await Assertions.Expect(other.Text("This adds the column ‘Rank’.")).ToBeVisibleAsync();
        await Assertions.Expect(one.Heading(Preview)).ToBeVisibleAsync();
        await one.Button("Accept", exact: true).ClickAsync();
        await Assertions.Expect(other.Text("1. Add rank")).ToBeVisibleAsync();
        await Assertions.Expect(other.Heading(Preview)).ToHaveCountAsync(0);
        Assert.Empty(one.Complaints.Concat(other.Complaints));
    }

    [ChromiumFact]
    public async Task Accept_OfAPlanThatAnotherDoorDropped_SaysSoAndShowsHowItStands()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.SayAsync("rank by average");
        await user.Heading(Preview).WaitForAsync();
        Assert.Equal(200, await user.Page.EvaluateAsync<int>("async () => (await fetch(`/api/session/${new URL(location.href).searchParams.get('session')}/plan`, { method: 'DELETE', headers: { 'X-Mlj-Page': '1' } })).status"));

        await user.Button("Accept", exact: true).ClickAsync();

        await Assertions.Expect(user.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Something was changed first" })).ToBeInViewportAsync();
        await Assertions.Expect(user.Heading(Preview)).ToHaveCountAsync(0);
        await user.SayAsync("rank by average");
        await Assertions.Expect(user.Heading(Preview)).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Back_FromARoom_GoesToTheRoomBefore()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Room("Charts").ClickAsync();
        await user.Heading("Charts").WaitForAsync();

        await user.Page.GoBackAsync();
        await Assertions.Expect(user.Heading("Table")).ToBeFocusedAsync();
        await user.Page.GoBackAsync();
        await Assertions.Expect(user.Heading("Files")).ToBeVisibleAsync();
        await user.Page.GoForwardAsync();
        await user.Page.GoForwardAsync();
        await Assertions.Expect(user.Heading("Charts")).ToBeVisibleAsync();
        await user.Page.ReloadAsync();
        await Assertions.Expect(user.Heading("Charts")).ToBeVisibleAsync();
        await user.Page.GoBackAsync();
        await Assertions.Expect(user.Heading("Table")).ToBeVisibleAsync();
    }
}
