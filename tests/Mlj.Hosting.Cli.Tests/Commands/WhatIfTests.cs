namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class WhatIfTests : WorkFolder
{
    private string Retaken => File("Test 1.csv",
        "Name,Email,Submitted,Score (100)\nAda Quill,ada@example.org,2026-03-01 10:00,60\nAda Quill,ada@example.org,2026-03-02 10:00,20\n"
        + "Ben Moor,ben@example.org,2026-03-01 10:00,70\nCleo Sand,cleo@example.org,2026-03-01 10:00,50\nCleo Sand,cleo@example.org,2026-03-02 10:00,50\n");

    [Fact]
    public void WhatIf_AnotherPolicy_NamesOnlyThoseWhoChange()
    {
        var changes = CliRun.Of("consolidate", Retaken, "--recipe", "plain", "--what-if", "latest", "--json").Json().GetProperty("what_if");
        Assert.Equal("latest", changes.GetProperty("attempts").GetString());
        var ada = Assert.Single(changes.GetProperty("changes").EnumerateArray());
        Assert.Equal("ada@example.org", ada.GetProperty("email").GetString());
        Assert.Equal([("Final Average", "60.00", "20.00"), ("Status", "PASS", "FAIL")],
            ada.GetProperty("cells").EnumerateArray().Select(cell => (cell.GetProperty("column").GetString(), cell.GetProperty("before").GetString(), cell.GetProperty("after").GetString())));
    }

    [Fact]
    public void WhatIf_AnotherPolicy_TellsItInWordsAndLeavesTheResults()
    {
        var run = CliRun.Of("consolidate", Retaken, "--recipe", "plain", "--what-if", "latest", "-o", In("results.csv"));
        Assert.Contains("If the latest attempt counted: 1 participant would have another result", run.Output, StringComparison.Ordinal);
        Assert.Contains("Ada Quill <ada@example.org>: Final Average 60.00 -> 20.00, Status PASS -> FAIL", run.Output, StringComparison.Ordinal);
        Assert.Contains("Ada Quill,ada@example.org,60", System.IO.File.ReadAllText(In("results.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_TheSamePolicy_ChangesNobody() =>
        Assert.Contains("0 participants would have another result", CliRun.Of("consolidate", Retaken, "--what-if", "best").Output, StringComparison.Ordinal);
}
