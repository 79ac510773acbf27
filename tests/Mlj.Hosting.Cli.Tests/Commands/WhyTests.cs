namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class WhyTests : WorkFolder
{
    private string[] Files =>
    [
        File("Test 1.csv", "Name,Email,Submitted,Score\nAda Quill,Ada@Example.org,2026-03-01 10:00,12/24\nAda Quill,ada@example.org,2026-03-02 10:00,18/24\n"),
        File("Test 2.csv", "Name,Email,Score\nAda Quill,ada@example.org,absent\nBen Moor,ben@example.org,30/40\n"),
    ];

    [Fact]
    public void Why_OneParticipant_TellsEveryCell()
    {
        var run = CliRun.Of(["inspect", .. Files, "--why", "ADA@example.org", "--attempts", "latest"]);
        Assert.Equal(0, run.Exit);
        var words = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("'Test 1.csv', row 2, column D: '12/24', which is 12/24 = 50 %, as Ada@Example.org, handed in 2026-03-01 10:00:00; superseded: a later attempt, the one in row 3 of 'Test 1.csv', counts", words, StringComparison.Ordinal);
        Assert.Contains("'Test 1.csv', row 3, column D: '18/24', which is 18/24 = 75 %, as ada@example.org, handed in 2026-03-02 10:00:00; counts", words, StringComparison.Ordinal);
        Assert.Contains("Test 2 Score: nothing - 'Test 2.csv', row 2, column C: 'absent', as ada@example.org; counts", words, StringComparison.Ordinal);
        Assert.Contains("Status: FAIL - Final Average", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_AsJson_HasEveryAttempt()
    {
        var why = CliRun.Of(["inspect", .. Files, "--why", "ada@example.org", "--json"]).Json();
        Assert.Equal([("12/24", "superseded"), ("18/24", "placed"), ("absent", "placed")],
            why.GetProperty("attempts").EnumerateArray().Select(each => (each.GetProperty("raw").GetString(), each.GetProperty("disposition").GetString())));
        Assert.All(why.GetProperty("cells").EnumerateArray(), cell => Assert.NotEqual("", cell.GetProperty("why").GetString()));
    }

    [Fact]
    public void Why_AnAddressThatNobodyHas_SaysSo()
    {
        Assert.Contains("nobody@example.org", CliRun.Of(["inspect", .. Files, "--why", "nobody@example.org"]).Complains(3).Error, StringComparison.Ordinal);
        var run = CliRun.Of(["inspect", .. Files, "--why", "nobody@example.org", "--json"]);
        Assert.Equal((3, 0), (run.Exit, run.Json().GetProperty("attempts").GetArrayLength()));
    }
}
