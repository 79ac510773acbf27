using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;

namespace Mlj.Hosting.Web.Browser.Tests;

[Collection(StageCollection.Name)]
public sealed class RosterTests(Stage stage)
{
    private const string Test = "Name,Email,Score (100)\nMarianne Okafor,marianne.okafor@exmaple.org,40\nBo Reed,bo@example.org,80\nCy Marsh,cy@example.org,60\n";
    private const string Class = "Name,Email\nMarianne Okafor,marianne.okafor@example.org\nBo Reed,bo@example.org\nDee Fox,dee@example.org\n";

    [ChromiumFact]
    public async Task ClassList_FromChoosingToRemoving_ShowsWhoIsAbsent()
    {
        await using var user = await stage.VisitAsync(390, 844);
        await user.ChooseListAsync("Choose the class list", "class.csv", Class);
        await Assertions.Expect(user.Text("class.csv 3 people")).ToBeVisibleAsync();
        await user.DropAsync(("Test 1.csv", System.Text.Encoding.UTF8.GetBytes(Test)));
        await Assertions.Expect(user.Text("1 test recognised")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("class.csv 3 people")).ToBeVisibleAsync();

        await user.MakeTableAsync();
        await user.Text("3 on the class list: 1 here, 2 absent, 2 unexpected").ClickAsync();
        await Assertions.Expect(Listed(user, "Absent (2)")).ToContainTextAsync(["Marianne Okafor", "Dee Fox"]);
        await Assertions.Expect(Listed(user, "Unexpected (2)")).ToContainTextAsync(["Cy Marsh", "Marianne Okafor"]);
        await user.Button("Same person (Marianne Okafor)").ClickAsync();
        await Assertions.Expect(user.Text("3 on the class list: 2 here, 1 absent, 1 unexpected")).ToBeFocusedAsync();
        await Assertions.Expect(Listed(user, "Absent (1)")).ToHaveTextAsync(["Dee Fox dee@example.org"]);

        await user.Room("Files").ClickAsync();
        await user.ChooseListAsync("Replace the class list", "colours.csv", "City,Colour\nLagos,green\n");
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "colours.csv was not taken; class.csv stays." })).ToBeVisibleAsync();
        await user.ChooseListAsync("Replace the class list", "later.csv", Class + "Eve Hart,eve@example.org\n");
        await Assertions.Expect(user.Text("later.csv 4 people")).ToBeVisibleAsync();
        await Assertions.Expect(user.Button("Replace the class list")).ToBeFocusedAsync();
        await Assertions.Expect(user.Text("not used yet")).ToBeVisibleAsync();
        await user.Button("Make the table again").ClickAsync();
        await Assertions.Expect(user.Text("4 on the class list: 2 here, 2 absent, 1 unexpected")).ToBeVisibleAsync();

        await user.Room("Files").ClickAsync();
        await user.Button("Remove the class list").ClickAsync();
        await user.Button("Remove it").ClickAsync();
        await Assertions.Expect(user.Button("Choose the class list")).ToBeFocusedAsync();
        await user.Button("Make the table again").ClickAsync();
        await user.Cell(0, 0).WaitForAsync();
        await Assertions.Expect(user.Text("on the class list:")).ToHaveCountAsync(0);
        Assert.Equal(390, await user.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(user.Complaints);
    }

    [ChromiumFact]
    public async Task ClassList_ChosenWhileTheFileIsSent_JoinsItsSession_AndSaysThatEverybodyIsHere()
    {
        await using var user = await stage.VisitAsync();
        await user.DropAsync(("Test 1.csv", System.Text.Encoding.UTF8.GetBytes(Test)));
        await user.ChooseListAsync("Choose the class list", "class.csv", "Email\nmarianne.okafor@exmaple.org\nbo@example.org\ncy@example.org\n");
        await Assertions.Expect(user.Text("1 test recognised")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("class.csv 3 people")).ToBeVisibleAsync();
        await user.MakeTableAsync();

        await user.Text("3 on the class list: 3 here, 0 absent, 0 unexpected").FocusAsync();
        await user.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(user.Text("Nobody on the list is absent.")).ToBeVisibleAsync();
        await Assertions.Expect(user.Text("Nobody is here who is not on the list.")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task ClassList_WhenTheTableIsRedacted_IsGoneUntilThatIsUndone()
    {
        await using var user = await stage.VisitAsync();
        await user.DropAsync(("Test 1.csv", System.Text.Encoding.UTF8.GetBytes(Test)));
        await Assertions.Expect(user.Text("1 test recognised")).ToBeVisibleAsync();
        await user.ChooseListAsync("Choose the class list", "class.csv", Class);
        await user.Text("class.csv 3 people").WaitForAsync();
        await user.MakeTableAsync();
        await user.Page.GetByLabel("Choose an action").SelectOptionAsync("redact");
        await user.Button("Preview", exact: true).ClickAsync();
        await user.Button("Accept", exact: true).ClickAsync();
        await user.Text("1. Redact").WaitForAsync();
        await Assertions.Expect(user.Text("on the class list:")).ToHaveCountAsync(0);
        await user.Button("Undo step 1").ClickAsync();
        await Assertions.Expect(user.Text("3 on the class list: 1 here")).ToBeVisibleAsync();
    }

    private static ILocator Listed(Visitor user, string group) => user.Page.GetByRole(AriaRole.Region, new() { Name = group }).GetByRole(AriaRole.Listitem);
}
