using Microsoft.Playwright;
using Mlj.Hosting.Web.Browser.Tests.Browsing;
using Mlj.Testing;

namespace Mlj.Hosting.Web.Browser.Tests;

[Collection(StageCollection.Name)]
public sealed class FilesTests(Stage stage)
{
    private const int Limit = 50 << 20;

    [ChromiumFact]
    public async Task Upload_OfHostileFilesAmongGoodOnes_RefusesThemAndKeepsTheOthers()
    {
        await using var user = await stage.VisitAsync();
        await user.ChooseAsync([Visitor.Samples[0], .. new[] { "truncated.xlsx", "not-a-workbook.xlsx", "password.xlsx" }.Select(name => Repository.PathOf("tests", "data", "strange", name)), Visitor.Samples[1]]);
        await Assertions.Expect(user.Text("2 tests recognised")).ToBeVisibleAsync();
        foreach (var name in new[] { "truncated.xlsx", "not-a-workbook.xlsx", "password.xlsx" })
            await Assertions.Expect(user.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = name })).ToBeVisibleAsync();
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "password" })).ToHaveTextAsync("password.xlsx: The workbook is protected by a password. Open it, remove the password, and save it again.");
        await user.MakeTableAsync();
        Assert.Empty(user.Complaints);
    }

    [ChromiumFact]
    public async Task Upload_OfAFileWhoseNamesAreMarkup_ShowsThemAsText()
    {
        await using var user = await stage.VisitAsync();
        const string Markup = "<img src=x onerror=\"document.title='broken'\">";
        var csv = $"Full Name,Email,Score (10)\n\"{Markup.Replace("\"", "\"\"", StringComparison.Ordinal)}\",a@example.org,7\nBea,b@example.org,8\n";
        await user.DropAsync(("Test 1 <b>bold</b>.csv", System.Text.Encoding.UTF8.GetBytes(csv)));
        await Assertions.Expect(user.Text("1 test recognised")).ToBeVisibleAsync();
        await user.MakeTableAsync();
        await Assertions.Expect(user.Text("<img src=x").First).ToBeVisibleAsync();
        Assert.Equal("MLJ results compiler", await user.Page.TitleAsync());
        Assert.Empty(user.Complaints);
    }

    [ChromiumFact]
    public async Task Upload_OfOneByteTooMany_SaysWhatIsTaken()
    {
        await using var user = await stage.VisitAsync();
        var path = Path.Combine(Directory.CreateTempSubdirectory("mlj-large-").FullName, "Test 9.csv");
        try
        {
            await File.WriteAllBytesAsync(path, new byte[Limit + 1]);
            await user.ChooseAsync(path, Visitor.Samples[0]);
            await Assertions.Expect(user.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "50 MB" })).ToBeVisibleAsync();
            await Assertions.Expect(user.Text("1 test recognised")).ToBeVisibleAsync();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [ChromiumFact]
    public async Task Correction_OfNumberAndMaximum_ShowsInTheCardAndTheTable()
    {
        await using var user = await stage.VisitAsync();
        await user.DropAsync(("quiz.csv", "Full Name,Email,Score\nBea,b@example.org,8\nCarl,c@example.org,4\n"u8.ToArray()));
        await user.Button("Correct").ClickAsync();
        await user.Page.GetByLabel("Test number").FillAsync("7");
        await user.Page.GetByLabel("Maximum, in points").FillAsync("16");
        await user.Button("Save", exact: true).ClickAsync();
        await Assertions.Expect(user.Heading("Test 7")).ToBeVisibleAsync();
        await Assertions.Expect(user.Button("Correct")).ToBeFocusedAsync();
        await user.MakeTableAsync();
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Test 7 Score" })).ToBeVisibleAsync();
        await Assertions.Expect(user.Cell(0, 2)).ToHaveTextAsync("50");
    }
}
