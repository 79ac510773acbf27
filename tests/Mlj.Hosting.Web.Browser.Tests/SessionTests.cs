using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;

namespace Mlj.Hosting.Web.Browser.Tests;

[Collection(StageCollection.Name)]
public sealed class SessionTests(Stage stage)
{
    [ChromiumFact]
    public async Task Session_OfAnotherUser_CannotBeOpened()
    {
        await using var one = await stage.VisitAsync();
        await using var other = await stage.VisitAsync();
        await one.AddSamplesAsync();
        await other.Page.GotoAsync(one.Page.Url);
        await Assertions.Expect(other.Text("This browser does not hold the key").First).ToBeVisibleAsync();
        await Assertions.Expect(other.Text("Optics")).ToHaveCountAsync(0);

        await other.DropAsync(("Test 1.csv", "Full Name,Email,Score (10)\nBea,b@example.org,8\n"u8.ToArray()));
        await other.MakeTableAsync();
        await one.MakeTableAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Grid)).ToHaveAttributeAsync("aria-rowcount", "2");
        await Assertions.Expect(one.Page.GetByRole(AriaRole.Grid)).ToHaveAttributeAsync("aria-rowcount", "37");
    }

    [ChromiumFact]
    public async Task Session_WhenThePageIsLoadedAgain_GoesOn()
    {
        await using var user = await stage.VisitAsync();
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Page.ReloadAsync();
        await Assertions.Expect(user.Text("36 participants")).ToBeVisibleAsync();
        await user.Page.GotoAsync("/");
        await Assertions.Expect(user.Text("36 participants")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Host_StartedAgainInTheMiddle_GoesOnWithTheSession()
    {
        await using var host = await WebHost.StartedAsync();
        await using var user = await stage.VisitAsync(at: host);
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync("add_rank");
        await user.Page.GetByLabel("Score column").SelectOptionAsync("Final Average");
        await user.Button("Preview", exact: true).ClickAsync();
        await user.Heading("Preview: nothing is changed yet").WaitForAsync();

        await host.StopAsync();
        await user.Button("Accept", exact: true).ClickAsync();
        await Assertions.Expect(user.Text("The server cannot be reached").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await host.StartAsync();
        await user.Button("Accept", exact: true).ClickAsync();
        await Assertions.Expect(user.Text("1. Add rank")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("The server cannot be reached")).ToHaveCountAsync(0);
    }
}
