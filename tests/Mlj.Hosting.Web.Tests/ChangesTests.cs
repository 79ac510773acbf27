using System.Net;
using System.Text.Json.Nodes;

namespace Mlj.Hosting.Web.Tests;

public sealed class ChangesTests : IDisposable
{
    private readonly TestHost _host = new();

    [Fact]
    public async Task Write_OfAVersionThatIsNoMore_IsAConflict()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var version = (await caller.GetAsync(caller.Path))["version"]!.GetValue<long>();
        var plan = Caller.Steps("sort_data", new { column = "Full Name" });
        await Caller.ReadAsync(await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan", plan, ("If-Match", $"\"{version}\"")));

        var problem = await Caller.ProblemAsync(HttpStatusCode.Conflict, await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan/accept", null, ("If-Match", $"\"{version}\"")));

        Assert.Equal("other_version", problem["code"]!.GetValue<string>());
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan/accept", null, ("If-Match", "seven")));
    }

    [Fact]
    public async Task Writes_OfTwoHostsOnOneStore_ConflictOrFollow_AndLoseNothing()
    {
        var one = await Caller.ConsolidatedAsync(_host);
        using var otherHost = new TestHost(of: _host);
        var other = one.At(otherHost);
        await other.GetAsync(other.Path + "/table");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            var caller = number % 2 == 0 ? one : other;
            return (Name: $"Test {number + 3}.csv", Answer: await caller.SendFileAsync($"Test {number + 3}.csv", new StringContent($"Name,Email,Score (100)\nAda Quill,ada@example.org,{number}\n")));
        }));

        Assert.All(answers, each => Assert.True(each.Answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        var kept = (await one.GetAsync(one.Path))["files"]!.AsArray().Select(file => file!["name"]!.GetValue<string>()).ToHashSet();
        Assert.All(answers, each => Assert.Equal(each.Answer.StatusCode == HttpStatusCode.OK, kept.Contains(each.Name)));
        Assert.Equal(kept.Count, _host.Files.Count());
    }

    [Fact]
    public async Task Accept_OfAnotherPlanThanWasSeen_IsAConflict()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var seen = await caller.PostAsync(caller.Path + "/plan", Caller.Steps("sort_data", new { column = "Full Name" }));
        await caller.PostAsync(caller.Path + "/plan", Caller.Steps("remove_column", new { column_name = "Status" }));

        var problem = await Caller.ProblemAsync(HttpStatusCode.Conflict, await caller.SendAsync(HttpMethod.Post, $"{caller.Path}/plan/accept?plan_id={seen["plan_id"]}"));

        Assert.Equal("other_plan", problem["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Plan_ThatCannotBeDone_Is422WithAProblemAStep()
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        var problem = await Caller.ProblemAsync(HttpStatusCode.UnprocessableEntity, await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan", Caller.Steps("sort_data", new { column = "Full Nam" })));

        var step = Assert.Single(problem["problems"]!.AsArray())!;
        Assert.Equal((1, "unknown_column"), (step["step"]!.GetValue<int>(), step["code"]!.GetValue<string>()));
        Assert.Contains("Full Name", step["message"]!.GetValue<string>(), StringComparison.Ordinal);
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await caller.Http.GetAsync(caller.Path + "/plan"));
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.Http.PostAsync(caller.Path + "/plan", new StringContent("{\"steps\":[", null, "application/json")));
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.Http.PostAsync(caller.Path + "/plan", new StringContent("[1]", null, "application/json")));
    }

    [Fact]
    public async Task Preview_OfChangedAndRemovedRows_MarksThemOnTheTable()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        await caller.PostAsync(caller.Path + "/plan", JsonNode.Parse("""
            {"steps":[
              {"action":"filter_data","params":{"column":"Test 1 Score","operator":"greater","value":50}},
              {"action":"fill_missing","params":{"columns":["Test 2 Score"],"number":0}},
              {"action":"remove_column","params":{"column_name":"Status"}},
              {"action":"rename_column","params":{"old_name":"Full Name","new_name":"Pupil"}}]}
            """));

        var diff = await caller.GetAsync(caller.Path + "/plan/rows");

        Assert.Equal(["renamed", "kept", "kept", "changed"], Texts(diff["columns"]!, "status").Take(4));
        Assert.Equal("removed", Texts(diff["columns"]!, "status")[^1]);
        Assert.Equal(["kept", "changed", "removed"], Texts(diff["rows"]!, "status"));
        Assert.Equal("""{"3":null}""", diff["rows"]![1]!["before"]!.ToJsonString());
        Assert.Equal("Ada Quill", diff["rows"]![2]!["cells"]![0]!.GetValue<string>());
        Assert.Equal(3, (await caller.GetAsync(caller.Path + "/table"))["total_rows"]!.GetValue<int>());
    }

    [Fact]
    public async Task Undo_OfAStepThatOthersNeed_ListsThemFirst()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        foreach (var step in new[] { Caller.Steps("add_rank", new { score_column = "Test 1 Score" }), Caller.Steps("sort_data", new { column = "Rank" }) })
        {
            await caller.PostAsync(caller.Path + "/plan", step);
            await caller.PostAsync(caller.Path + "/plan/accept");
        }

        Assert.Equal([2], (await caller.GetAsync(caller.Path + "/history/1/dependents"))["dependents"]!.AsArray().Select(step => step!["number"]!.GetValue<int>()));
        await Caller.ProblemAsync(HttpStatusCode.Conflict, await caller.SendAsync(HttpMethod.Post, caller.Path + "/history/undo?step=1"));
        var undone = await caller.PostAsync(caller.Path + "/history/undo?step=1&with_dependents=true");
        Assert.All(undone["steps"]!.AsArray(), step => Assert.True(step!["undone"]!.GetValue<bool>()));
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await caller.SendAsync(HttpMethod.Post, caller.Path + "/history/undo?step=1"));
        await caller.PostAsync(caller.Path + "/history/redo");
        await Caller.ProblemAsync(HttpStatusCode.Conflict, await caller.SendAsync(HttpMethod.Post, caller.Path + "/history/redo"));
    }

    [Fact]
    public async Task Attempts_ThatAreChosenAnew_MakeTheTableAgainWithTheStepsOnIt()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        await caller.PostAsync(caller.Path + "/plan", Caller.Steps("add_pass_fail", new { score_column = "Test 2 Score", result_column = "Second", threshold = 80 }));
        await caller.PostAsync(caller.Path + "/plan/accept");
        Assert.Equal("90", (await caller.ColumnAsync("Test 2 Score"))[0]);

        var retakes = await caller.GetAsync(caller.Path + "/retakes?what_if=first");
        Assert.Equal("ada@example.org", Assert.Single(retakes["what_if"]!["changes"]!.AsArray())!["email"]!.GetValue<string>());
        await Caller.ReadAsync(await caller.SendAsync(HttpMethod.Put, caller.Path + "/attempts", new { attempts = "average" }));

        Assert.Equal("70", (await caller.ColumnAsync("Test 2 Score"))[0]);
        Assert.Equal("FAILED", (await caller.ColumnAsync("Second"))[0]);
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Put, caller.Path + "/attempts", new { attempts = "worst" }));
    }

    [Fact]
    public async Task Steps_ThatDoNotFitANewTable_StopItUntilTheyAreDropped()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        await caller.PostAsync(caller.Path + "/plan", Caller.Steps("remove_column", new { column_name = "Test 2 Score" }));
        await caller.PostAsync(caller.Path + "/plan/accept");
        var file = (await caller.GetAsync(caller.Path))["files"]![1]!["file_id"]!.GetValue<string>();
        await caller.DeleteAsync($"{caller.Path}/files/{file}");

        var problem = await Caller.ProblemAsync(HttpStatusCode.Conflict, await caller.SendAsync(HttpMethod.Post, "/api/consolidate/" + caller.Session));
        Assert.Equal("steps_do_not_fit", problem["code"]!.GetValue<string>());
        Assert.Single((await caller.GetAsync(caller.Path + "/history"))["steps"]!.AsArray());
        await caller.PostAsync($"/api/consolidate/{caller.Session}?drop_steps=true");
        Assert.Empty((await caller.GetAsync(caller.Path + "/history"))["steps"]!.AsArray());
    }

    [Fact]
    public async Task Recipe_OfOneSession_RunsOnAnother_AlsoInPart()
    {
        var one = await Caller.ConsolidatedAsync(_host);
        foreach (var step in new[] { Caller.Steps("add_grades", new { score_column = "Test 1 Score", grade_column = "First" }), Caller.Steps("add_grades", new { score_column = "Test 2 Score", grade_column = "Second" }) })
        {
            await one.PostAsync(one.Path + "/plan", step);
            await one.PostAsync(one.Path + "/plan/accept");
        }
        var recipe = await one.GetAsync(one.Path + "/recipe");
        var other = await Caller.BeginAsync(_host);
        await other.UploadAsync("Test 1.csv", "Name,Email,Score (100)\nDee Fox,dee@example.org,95\n");
        await other.PostAsync("/api/consolidate/" + other.Session);

        await Caller.ProblemAsync(HttpStatusCode.UnprocessableEntity, await other.SendAsync(HttpMethod.Post, other.Path + "/recipe", new { recipe }));
        var preview = await other.PostAsync(other.Path + "/recipe", new { recipe, partial = true });
        Assert.Equal(2, Assert.Single(preview["skipped"]!.AsArray())!["step"]!.GetValue<int>());
        await other.PostAsync(other.Path + "/plan/accept");

        Assert.Equal(["A"], await other.ColumnAsync("First"));
    }

    [Fact]
    public async Task Decisions_AboutPeople_AreTakenBackWithoutATrace()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var before = await caller.GetAsync(caller.Path + "/table");
        var emails = new[] { "ada@example.org", "CY@example.org" };

        await caller.PostAsync(caller.Path + "/suggestions", new { emails, decision = "accept" });
        Assert.Equal(2, (await caller.ColumnAsync("Email")).Count);
        await caller.PostAsync(caller.Path + "/suggestions", new { emails, decision = "undecided" });

        Assert.True(JsonNode.DeepEquals(before["rows"], (await caller.GetAsync(caller.Path + "/table"))["rows"]));
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await caller.SendAsync(HttpMethod.Post, caller.Path + "/suggestions", new { emails = new[] { "ada@example.org", "no@example.org" }, decision = "accept" }));
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Post, caller.Path + "/suggestions", new { emails = new[] { "ada@example.org" }, decision = "accept" }));
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Post, caller.Path + "/suggestions", new { emails, decision = "perhaps" }));
    }

    [Fact]
    public async Task Write_ThatIsSentTwiceWithOneKey_IsDoneOnce()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var request = Caller.Steps("sort_data", new { column = "Full Name" });
        await caller.PostAsync(caller.Path + "/plan", request);

        var first = await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan/accept", null, ("Idempotency-Key", "k1"));
        var second = await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan/accept", null, ("Idempotency-Key", "k1"));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Single((await caller.GetAsync(caller.Path + "/history"))["steps"]!.AsArray());
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan/accept", null, ("Idempotency-Key", "k2")));
    }

    [Fact]
    public async Task Uploads_ThatAreSentAtOnceWithOneKey_AreTakenOnce()
    {
        var caller = await Caller.BeginAsync(_host);
        caller.Http.DefaultRequestHeaders.Add("Idempotency-Key", "one");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => caller.UploadAsync("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,40\n")));

        Assert.All(answers, answer => Assert.True(JsonNode.DeepEquals(answers[0], answer)));
        Assert.Equal(1, (await caller.GetAsync(caller.Path))["files_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Answers_ByOneKey_AreNotGivenToAnother()
    {
        var (one, other) = (await Caller.ConsolidatedAsync(_host), await Caller.ConsolidatedAsync(_host));
        foreach (var caller in new[] { one, other })
            await Caller.ReadAsync(await caller.SendAsync(HttpMethod.Post, caller.Path + "/plan", Caller.Steps("sort_data", new { column = "Full Name" }), ("Idempotency-Key", "same")));

        await Caller.ReadAsync(await one.SendAsync(HttpMethod.Delete, one.Path + "/plan", null, ("Idempotency-Key", "same")));
        Assert.NotNull(await other.GetAsync(other.Path + "/plan"));
    }

    [Fact]
    public async Task Key_OfACallerWithoutAToken_MustBeLong()
    {
        var nobody = new Caller(_host.CreateDefaultClient());

        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await nobody.SendAsync(HttpMethod.Post, "/api/session/create", null, ("Idempotency-Key", "1")));
        var key = ("Idempotency-Key", "0b9c1f6e-5f0e-4a55-9b8e-0d5c2a4b7f11");
        var first = await Caller.ReadAsync(await nobody.SendAsync(HttpMethod.Post, "/api/session/create", null, key));
        var second = await Caller.ReadAsync(await nobody.SendAsync(HttpMethod.Post, "/api/session/create", null, key));
        Assert.Equal(first["token"]!.GetValue<string>(), second["token"]!.GetValue<string>());
    }

    public void Dispose() => _host.Dispose();

    private static List<string> Texts(JsonNode list, string name) => [.. list.AsArray().Select(each => each![name]!.GetValue<string>())];
}
