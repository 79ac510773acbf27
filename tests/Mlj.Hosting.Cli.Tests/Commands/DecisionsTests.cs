using System.Text.Json;

namespace Mlj.Hosting.Cli.Tests.Commands;

/// <summary>What a user decides about people: accept, keep, replay, take back.</summary>
public sealed class DecisionsTests : WorkFolder
{
    private const string Ada = "vqz.vqz@gmail.com";
    private const string Slip = "vqz.vqz@gmail.con";

    private string[] Files =>
    [
        File("Test 1.csv", $"Name,Email,Phone,Score (100)\nAda Quill,{Ada},01995550101,60\nBen Moor,ben@example.org,01995550102,40\n"),
        File("Test 2.csv", $"Name,Email,Phone,Score (100)\nAda Quill,{Slip},01995550101,80\nBen Moor,ben@example.org,01995550102,70\n"),
    ];

    [Fact]
    public void SaveDecisions_OfAcceptedSuggestions_ReplaysThem()
    {
        var apart = CliRun.Of(["consolidate", .. Files, "--json"]).Json();
        Assert.Equal(["sure"], apart.GetProperty("suggestions").EnumerateArray().Select(each => each.GetProperty("band").GetString()));
        var accepted = CliRun.Of(["consolidate", .. Files, "--json", "--accept-suggestions", "sure", "--save-decisions", In("people.json")]).Json();
        Assert.Equal([Ada, "ben@example.org"], Emails(accepted));

        var replayed = CliRun.Of(["consolidate", .. Files, "--json", "--decisions", In("people.json")]).Json();
        Assert.Equal(accepted.GetRawText(), replayed.GetRawText());
        // Without the decisions everything is as it was.
        Assert.Equal(apart.GetRawText(), CliRun.Of(["consolidate", .. Files, "--json"]).Json().GetRawText());
    }

    [Fact]
    public void Same_TwoAddresses_AreOnePerson() =>
        Assert.Equal([Ada, "ben@example.org"], Emails(CliRun.Of(["consolidate", .. Files, "--json", "--same", $"{Ada}={Slip}"]).Json()));

    [Fact]
    public void Different_TwoAddresses_AreNotSuggestedAndNotAccepted()
    {
        var results = CliRun.Of(["consolidate", .. Files, "--json", "--different", $"{Slip}={Ada}", "--accept-suggestions", "all"]).Json();
        Assert.Equal(["ben@example.org", Ada, Slip], Emails(results).Order(StringComparer.Ordinal));
        Assert.Empty(results.GetProperty("suggestions").EnumerateArray());
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "an object")]
    [InlineData("{\"version\":2}", "version must be 1")]
    [InlineData("{\"version\":1,\"same\":[[\"a@example.org\"]]}", "pairs of addresses")]
    [InlineData("{\"version\":1,\"alike\":[]}", "'alike'")]
    public void Decisions_ThatAreNone_SayWhatIsWrong(string json, string says) =>
        Assert.Contains(says, CliRun.Of(["consolidate", .. Files, "--decisions", File("people.json", json)]).Complains(2).Error, StringComparison.Ordinal);

    [Fact]
    public void Decisions_ThatAreMissing_SayWhichFile() =>
        Assert.Contains("gone.json' cannot be read: There is no such file.", CliRun.Of(["consolidate", .. Files, "--decisions", In("gone.json")]).Complains(2).Error, StringComparison.Ordinal);

    [Fact]
    public void Same_OneAddress_IsWrongUsage() =>
        Assert.Contains("two addresses", CliRun.Of(["consolidate", .. Files, "--same", Ada]).Complains(2).Error, StringComparison.Ordinal);

    private static IEnumerable<string> Emails(JsonElement results) => results.GetProperty("participants").EnumerateArray().Select(each => each.GetProperty("email").GetString()!);
}
