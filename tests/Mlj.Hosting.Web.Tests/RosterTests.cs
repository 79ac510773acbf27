using System.IO.Compression;
using System.Net;

namespace Mlj.Hosting.Web.Tests;

public sealed class RosterTests : IDisposable
{
    private const string Class = "Name,Email\nAda Quill,ada@example.org\nBo Reed,bo@example.org\nDee Fox,dee@example.org\n";

    private readonly TestHost _host = new();

    [Fact]
    public async Task Roster_FromTakingToRemoving_TellsTheWholeStory()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var none = await caller.GetAsync(caller.Path + "/roster");
        Assert.Equal((null, false, null), (none["file"], none["is_used"]!.GetValue<bool>(), none["result"]));

        var taken = await Caller.ReadAsync(await caller.SendRosterAsync("class.csv", Class));
        Assert.Equal(("class.csv", 3, true), (taken["roster"]!["name"]!.GetValue<string>(), taken["roster"]!["entries"]!.GetValue<int>(), taken["is_stale"]!.GetValue<bool>()));
        Assert.Equal(2, taken["files_count"]!.GetValue<int>());
        Assert.Null((await caller.GetAsync(caller.Path + "/roster"))["result"]);

        await caller.PostAsync("/api/consolidate/" + caller.Session);
        var roster = await caller.GetAsync(caller.Path + "/roster");
        var result = roster["result"]!;
        Assert.True(roster["is_used"]!.GetValue<bool>());
        Assert.Equal([3, 2, 1, 1], new[] { "entries", "present_count", "absent_count", "unexpected_count" }.Select(count => result[count]!.GetValue<int>()));
        Assert.Equal("""{"name":"Dee Fox","email":"dee@example.org","list_row":4}""", Assert.Single(result["absent"]!.AsArray())!.ToJsonString());
        Assert.Equal("""{"name":"Cy Marsh","email":"cy@example.org","list_row":null}""", Assert.Single(result["unexpected"]!.AsArray())!.ToJsonString());
        Assert.Equal("Class list", await SheetAsync(caller));

        var removed = await caller.DeleteAsync(caller.Path + "/roster");
        Assert.Equal((null, true), (removed["roster"], removed["is_stale"]!.GetValue<bool>()));
        await caller.PostAsync("/api/consolidate/" + caller.Session);
        Assert.Null((await caller.GetAsync(caller.Path + "/roster"))["result"]);
        Assert.Null(await SheetAsync(caller));
        Assert.Equal(2, _host.Files.Count());
        Assert.Equal("no_roster", await CodeAsync(HttpStatusCode.NotFound, await caller.SendAsync(HttpMethod.Delete, caller.Path + "/roster")));
    }

    [Fact]
    public async Task Roster_WhenTheTableIsRedacted_NamesNobody()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadAsync("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,40\nCy Marsh,cy@example.org,60\n");
        await caller.SendRosterAsync("class.csv", Class);
        await caller.PostAsync("/api/consolidate/" + caller.Session);
        await caller.PostAsync(caller.Path + "/plan", Caller.Steps("redact", new { }));
        Assert.NotNull((await caller.GetAsync(caller.Path + "/roster"))["result"]);

        await caller.PostAsync(caller.Path + "/plan/accept");

        var roster = await caller.GetAsync(caller.Path + "/roster");
        Assert.Equal((null, "class.csv", true), (roster["result"], roster["file"]!["name"]!.GetValue<string>(), roster["is_used"]!.GetValue<bool>()));
        await caller.PostAsync(caller.Path + "/history/undo");
        Assert.NotNull((await caller.GetAsync(caller.Path + "/roster"))["result"]);
    }

    [Fact]
    public async Task Roster_ThatIsNone_IsRefusedByNameAndLeavesTheFormer()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        await Caller.ReadAsync(await caller.SendRosterAsync("class.csv", Class));

        var problem = await Caller.ProblemAsync(HttpStatusCode.UnsupportedMediaType, await caller.SendRosterAsync("colours.csv", "City,Colour\nLagos,green\n"));

        Assert.Equal("no_person_column", problem["code"]!.GetValue<string>());
        Assert.Contains("colours.csv", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("class.csv", (await caller.GetAsync(caller.Path + "/roster"))["file"]!["name"]!.GetValue<string>());
        Assert.Equal(3, _host.Files.Count());
    }

    [Fact]
    public async Task Roster_WithoutTheFieldOrOfAnotherType_IsRefusedAsAFileIs()
    {
        var caller = await Caller.BeginAsync(_host);
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var zeros = new ZerosContent(60L << 20, known: true);

        Assert.Equal("no_file_field", await CodeAsync(HttpStatusCode.UnprocessableEntity, await caller.Http.PutAsync(caller.Path + "/roster", form)));
        await Caller.ProblemAsync(HttpStatusCode.UnsupportedMediaType, await caller.Http.PutAsync(caller.Path + "/roster", new StringContent("x")));
        Assert.Equal("file_too_large", await CodeAsync(HttpStatusCode.RequestEntityTooLarge, await caller.SendRosterAsync("class.csv", zeros)));
        Assert.Empty(_host.Files);
    }

    [Fact]
    public async Task Roster_OfAnOldVersion_IsAConflict_AndSentTwiceWithOneKeyIsTakenOnce()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var version = (await caller.GetAsync(caller.Path))["version"]!.GetValue<long>();

        var first = await Caller.ReadAsync(await caller.SendRosterAsync("class.csv", Class, ("If-Match", $"\"{version}\""), ("Idempotency-Key", "k1")));
        var again = await caller.SendRosterAsync("class.csv", Class, ("If-Match", $"\"{version}\""), ("Idempotency-Key", "k1"));

        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(version + 1, first["version"]!.GetValue<long>());
        Assert.Equal(first["version"]!.GetValue<long>(), (await Caller.ReadAsync(again))["version"]!.GetValue<long>());
        Assert.Equal("other_version", await CodeAsync(HttpStatusCode.Conflict, await caller.SendRosterAsync("class.csv", Class, ("If-Match", $"\"{version}\""))));
        Assert.Equal("other_version", await CodeAsync(HttpStatusCode.Conflict, await caller.SendAsync(HttpMethod.Delete, caller.Path + "/roster", null, ("If-Match", $"\"{version}\""))));
        Assert.Equal(3, _host.Files.Count());
    }

    [Fact]
    public async Task Roster_OfAnother_IsNeitherShownNorReplacedNorRemoved()
    {
        var (owner, stranger) = (await Caller.ConsolidatedAsync(_host), await Caller.BeginAsync(_host));
        await Caller.ReadAsync(await owner.SendRosterAsync("class.csv", Class));
        using var form = new MultipartFormDataContent { { new StringContent(Class), "file", "other.csv" } };

        foreach (var answer in new[] { await stranger.Http.GetAsync(owner.Path + "/roster"), await stranger.Http.PutAsync(owner.Path + "/roster", form), await stranger.Http.DeleteAsync(owner.Path + "/roster") })
            Assert.Equal("no_session", await CodeAsync(HttpStatusCode.NotFound, answer));
        Assert.Equal("class.csv", (await owner.GetAsync(owner.Path))["roster"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Roster_OfADeletedSession_LeavesNoBytes()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        await Caller.ReadAsync(await caller.SendRosterAsync("class.csv", Class));

        Assert.Equal(3, (await caller.DeleteAsync(caller.Path))["receipt"]!["files"]!.GetValue<int>());
        Assert.Empty(_host.Files);
    }

    public void Dispose() => _host.Dispose();

    private static async Task<string> CodeAsync(HttpStatusCode status, HttpResponseMessage answer) => (await Caller.ProblemAsync(status, answer))["code"]!.GetValue<string>();

    /// <summary>The sheet of the class list in the workbook; null when there is none.</summary>
    private static async Task<string?> SheetAsync(Caller caller)
    {
        using var book = new ZipArchive(await caller.Http.GetStreamAsync(caller.Path + "/export?format=xlsx"));
        using var text = new StreamReader(book.GetEntry("xl/workbook.xml")!.Open());
        return (await text.ReadToEndAsync()).Contains("name=\"Class list\"", StringComparison.Ordinal) ? "Class list" : null;
    }
}
