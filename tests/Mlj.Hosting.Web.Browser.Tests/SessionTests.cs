using System.Globalization;
using System.Text;
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
    public async Task Session_ThatHasExpired_SaysSoAndLetsTheUserBeginAgain()
    {
        await using var host = await WebHost.StartedAsync();
        await using var user = await stage.VisitAsync(at: host);
        await user.AddSamplesAsync();
        await user.MakeTableAsync();
        await LetExpireAsync(host, user);

        await user.Button("Ask", exact: true).ClickAsync();
        await Assertions.Expect(user.Text("Your session has expired: it was not used for a while, so its files were deleted.").First).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("Begin again by adding your files.")).ToBeVisibleAsync();
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Grid)).ToHaveCountAsync(0);
        Assert.DoesNotContain("session=", user.Page.Url, StringComparison.Ordinal);

        await host.StopAsync();
        await host.StartAsync();
        await user.AddSamplesAsync();
        await Assertions.Expect(user.Text("Your session has expired")).ToHaveCountAsync(0);
        Assert.Empty(user.Complaints);
    }

    [ChromiumFact]
    public async Task Session_ThatExpiredBeforeMoreRowsWereFetched_EndsInTheSameWords()
    {
        await using var host = await WebHost.StartedAsync();
        await using var user = await stage.VisitAsync(at: host);
        var rows = Enumerable.Range(0, 1000).Select(person => string.Create(CultureInfo.InvariantCulture, $"Person {person:D4},p{person:D4}@example.org,{person % 101}\n"));
        await user.DropAsync(("Test 1.csv", Encoding.UTF8.GetBytes("Full Name,Email,Score (100)\n" + string.Concat(rows))));
        await user.Heading("Test 1").WaitForAsync();
        await user.MakeTableAsync();
        await LetExpireAsync(host, user);

        await user.Cell(0, 0).FocusAsync();
        await user.Page.Keyboard.PressAsync("Control+End");
        await Assertions.Expect(user.Text("Your session has expired").First).ToBeVisibleAsync();
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

    /// <summary>Starts the host again with sessions that live for some milliseconds, and uses this one for the last time.</summary>
    private static async Task LetExpireAsync(WebHost host, Visitor user)
    {
        await host.StopAsync();
        await host.StartAsync(("MLJ__SessionMinutes", "0.0001"));
        await user.Page.GetByLabel("Say it in words").FillAsync("how many passed?");
        await user.Button("Ask", exact: true).ClickAsync();
        await user.Page.Locator("form .notice").First.WaitForAsync();
    }
}
