using System.Text.Json.Nodes;

namespace Mlj.Hosting.Web.Tests;

public sealed class ReviewTests : IDisposable
{
    private readonly TestHost _host = new();

    [Fact]
    public async Task Review_OfAGuessedMaximum_AsksAboutIt()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadAsync("quiz 1.csv", "Name,Email,Points\nAda Quill,ada@example.org,7\nBo Reed,bo@example.org,9\n");
        await caller.PostAsync("/api/consolidate/" + caller.Session);

        var review = await caller.GetAsync(caller.Path + "/review");

        Assert.Equal(1, review["open_count"]!.GetValue<int>());
        var item = Assert.Single(review["items"]!.AsArray())!;
        Assert.Equal(("question", "quiz 1.csv", "C", false), (Text(item, "kind"), Text(item, "file"), Text(item, "column"), item["seen"]!.GetValue<bool>()));
        Assert.EndsWith("100 was taken as the maximum. Say of how many they are.", Text(item, "what"), StringComparison.Ordinal);
        Assert.Equal("""[{"file":"quiz 1.csv","setting":"maximum","value":null}]""", item["corrections"]!.ToJsonString());
    }

    [Fact]
    public async Task Review_OfTheSamples_CountsWhatTheCommandLineLists_AndComesToNothing()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadSamplesAsync();
        await caller.PostAsync("/api/consolidate/" + caller.Session);

        var review = await caller.GetAsync(caller.Path + "/review");
        Assert.Equal(["note", "retake", "retake"], review["items"]!.AsArray().Select(item => Text(item!, "kind")));
        Assert.Equal(("Jonas Ekström", "Test 2: 75 % counts, not 45.83 %."), (Text(review["items"]![1]!, "who"), Text(review["items"]![1]!, "what")));
        // Beside them two suggestions.
        Assert.Equal((5, 3), (review["open_count"]!.GetValue<int>(), review["items_count"]!.GetValue<int>()));

        await caller.PostAsync(caller.Path + "/suggestions/accept", new { band = "sure" });
        review = await SeeAsync(caller, true, [.. Keys(review), "nothing"]);
        Assert.Equal(0, review["open_count"]!.GetValue<int>());

        // What was seen stays so when another attempt counts, and in another process.
        await caller.SendAsync(HttpMethod.Put, caller.Path + "/attempts", new { attempts = "latest" });
        using var restarted = new TestHost(of: _host);
        var later = caller.At(restarted);
        review = await later.GetAsync(later.Path + "/review");
        Assert.Equal((0, "Test 2: 45.83 % counts, not 75 %."), (review["open_count"]!.GetValue<int>(), Text(review["items"]![1]!, "what")));

        review = await SeeAsync(later, false, Keys(review)[0]);
        Assert.Equal(1, review["open_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task See_WhileAPlanWaits_LeavesIt()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        await caller.PostAsync(caller.Path + "/plan", Caller.Steps("sort_data", new { column = "Full Name" }));

        var review = await SeeAsync(caller, true, Keys(await caller.GetAsync(caller.Path + "/review")));

        Assert.Equal((0, 1), (review["open_count"]!.GetValue<int>(), review["items_count"]!.GetValue<int>()));
        Assert.True((await caller.GetAsync(caller.Path))["has_pending_plan"]!.GetValue<bool>());
    }

    public void Dispose() => _host.Dispose();

    private static async Task<JsonObject> SeeAsync(Caller caller, bool seen, params string[] keys) =>
        await Caller.ReadAsync(await caller.SendAsync(HttpMethod.Put, caller.Path + "/review", new { keys, seen }));

    private static string[] Keys(JsonObject review) => [.. review["items"]!.AsArray().Select(item => Text(item!, "key"))];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
