using System.Text.Json;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class RosterTests : WorkFolder
{
    private string Test => File("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada.quill@example.org,60\nBen Moor,ben@example.org,70\nCleo Sand,cleo@example.org,50\n");

    [Fact]
    public void Roster_OfNamesAndAddresses_TellsWhoIsAbsentAndWhoIsUnexpected()
    {
        var list = File("class.csv", "Student,E-mail\nAda Quill,ADA.QUILL@example.org\nMoor Ben,\nDora Falk,dora@example.org\nCleo Sand,cleo@exmaple.org\nTotal,\n");
        var roster = CliRun.Of("consolidate", Test, "--roster", list, "--json").Json().GetProperty("roster");
        Assert.Equal(4, roster.GetProperty("entries").GetInt32());
        Assert.Equal([("Dora Falk", 4), ("Cleo Sand", 5)], roster.GetProperty("absent").EnumerateArray().Select(each => (each.GetProperty("name").GetString(), each.GetProperty("row").GetInt32())));
        Assert.Equal(["cleo@example.org"], Emails(roster.GetProperty("unexpected")));
        Assert.Equal(["cleo@example.org", "cleo@exmaple.org"],
            Assert.Single(roster.GetProperty("suggestions").EnumerateArray()).GetProperty("emails").EnumerateArray().Select(each => each.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Roster_AddsNobodyToTheResults()
    {
        var list = File("class.csv", "Student,E-mail\nDora Falk,dora@example.org\n");
        Assert.Equal(
            CliRun.Of("consolidate", Test, "--json").Json().GetProperty("participants").GetRawText(),
            CliRun.Of("consolidate", Test, "--roster", list, "--json").Json().GetProperty("participants").GetRawText());
    }

    [Fact]
    public void Roster_AcceptedAddress_IsPresent()
    {
        var list = File("class.csv", "Student,E-mail\nCleo Sand,cleo@exmaple.org\n");
        var roster = CliRun.Of("consolidate", Test, "--roster", list, "--json", "--same", "cleo@example.org=cleo@exmaple.org").Json().GetProperty("roster");
        Assert.Empty(roster.GetProperty("absent").EnumerateArray());
        Assert.DoesNotContain("cleo@example.org", Emails(roster.GetProperty("unexpected")));
    }

    [Fact]
    public void Roster_InWords_NamesThem()
    {
        var run = CliRun.Of("consolidate", Test, "--roster", File("class.csv", "First name,Last name\nAda,Quill\nDora,Falk\n"), "-o", In("results.xlsx"));
        Assert.Contains("Class list 'class.csv': 2 on it, 1 absent from every test, 2 not on it", run.Output, StringComparison.Ordinal);
        Assert.Contains("absent: Dora Falk", run.Output, StringComparison.Ordinal);
        Assert.Contains("not on the list: Ben Moor <ben@example.org>", run.Output, StringComparison.Ordinal);
        Assert.Contains("# Class list", CliRun.Of("cells", In("results.xlsx")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Roster_ThatCannotBeRead_IsRefusedAndTheRestGoesOn()
    {
        var run = CliRun.Of("consolidate", Test, "--roster", In("gone.csv"), "--json");
        Assert.Equal(1, run.Exit);
        Assert.False(run.Json().TryGetProperty("roster", out _));
        Assert.Equal("gone.csv", Assert.Single(run.Json().GetProperty("refused").EnumerateArray()).GetProperty("file").GetString());
    }

    private static IEnumerable<string> Emails(JsonElement people) => people.EnumerateArray().Select(each => each.GetProperty("email").GetString()!);
}
