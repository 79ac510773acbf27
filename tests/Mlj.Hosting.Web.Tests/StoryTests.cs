using System.Text.Json.Nodes;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Hosting.Web.Tests;

public sealed class StoryTests : IDisposable
{
    private readonly TestHost _host = new();

    [Fact]
    public async Task Story_FromDropToDownload_WorksAsAWhole()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadSamplesAsync();
        Assert.Equal(5, (await caller.GetAsync(caller.Path + "/files"))["files"]!.AsArray().Count(file => file!["recognised"]!["problem"] is null));

        var done = await caller.PostAsync("/api/consolidate/" + caller.Session);
        Assert.Equal(36, done["data_rows"]!.GetValue<int>());
        Assert.Equal([1, 2, 3, 4, 5], done["summary"]!["tests"]!.AsArray().Select(test => test!["number"]!.GetValue<int>()));

        var suggestions = (await caller.GetAsync(caller.Path + "/suggestions"))["suggestions"]!.AsArray();
        Assert.Equal(2, suggestions.Count);
        var emails = suggestions[0]!["emails"]!.AsArray().Select(email => email!.GetValue<string>()).ToArray();
        var decided = await caller.PostAsync(caller.Path + "/suggestions", new { emails, decision = "accept" });
        Assert.Single(decided["suggestions"]!.AsArray());
        Assert.Equal("same", decided["decided"]![0]!["decision"]!.GetValue<string>());
        Assert.Equal(35, (await caller.GetAsync(caller.Path + "/table"))["total_rows"]!.GetValue<int>());

        var preview = await caller.PostAsync(caller.Path + "/plan", Caller.Steps("add_grades", new { score_column = "Final Average" }));
        Assert.Equal(["Grade"], preview["added_columns"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.DoesNotContain("Grade", await ColumnsAsync(caller));
        var diff = await caller.GetAsync(caller.Path + "/plan/rows?from=30&count=10");
        Assert.Equal(5, diff["rows"]!.AsArray().Count);
        Assert.Equal("added", diff["columns"]!.AsArray()[^1]!["status"]!.GetValue<string>());

        await caller.PostAsync($"{caller.Path}/plan/accept?plan_id={preview["plan_id"]}");
        Assert.Contains("Grade", await ColumnsAsync(caller));
        var undone = await caller.PostAsync(caller.Path + "/history/undo?step=1");
        Assert.True(undone["can_redo"]!.GetValue<bool>());
        Assert.DoesNotContain("Grade", await ColumnsAsync(caller));
        await caller.PostAsync(caller.Path + "/history/redo");

        var response = await caller.Http.GetAsync(done["download_url"]!.GetValue<string>());
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"consolidated_results_{done["result_id"]}.xlsx", response.Content.Headers.ContentDisposition!.FileName);
        var cells = SourceFile.FromBytes("results.xlsx", await response.Content.ReadAsByteArrayAsync()).ReadCells(sheet: 1);
        Assert.Contains("L1 s Grade", cells);
        Assert.Equal(36, cells.Count(cell => cell.StartsWith('A')));
    }

    [Fact]
    public async Task Restart_InTheMiddle_LosesNothing()
    {
        var before = await Caller.ConsolidatedAsync(_host);
        await before.PostAsync(before.Path + "/plan", Caller.Steps("add_random_scores", new { column_name = "Chance" }));
        await before.PostAsync(before.Path + "/plan/accept");
        await before.PostAsync(before.Path + "/plan", Caller.Steps("sort_data", new { column = "Chance (SYNTHETIC)" }));
        var (table, waiting, session) = (await before.GetAsync(before.Path + "/table"), await before.GetAsync(before.Path + "/plan/rows"), await before.GetAsync(before.Path));

        using var restarted = new TestHost(of: _host);
        var after = before.At(restarted);

        Assert.True(JsonNode.DeepEquals(session, await after.GetAsync(after.Path)));
        Assert.True(JsonNode.DeepEquals(table, await after.GetAsync(after.Path + "/table")));
        Assert.True(JsonNode.DeepEquals(waiting, await after.GetAsync(after.Path + "/plan/rows")));
        await after.PostAsync(after.Path + "/plan/accept");
        Assert.Equal(2, (await after.GetAsync(after.Path + "/history"))["steps"]!.AsArray().Count);
    }

    [Fact]
    public async Task Table_ThatIsPushedOutOfMemory_IsMadeAgain()
    {
        using var host = new TestHost(new() { ["MaxCellsInMemory"] = "1" });
        var one = await Caller.ConsolidatedAsync(host);
        await one.PostAsync(one.Path + "/plan", Caller.Steps("add_grades", new { score_column = "Final Average" }));
        await one.PostAsync(one.Path + "/plan/accept");
        var before = await one.GetAsync(one.Path + "/table");
        await Caller.ConsolidatedAsync(host);

        Assert.True(JsonNode.DeepEquals(before, await one.GetAsync(one.Path + "/table")));
    }

    [Fact]
    public async Task Row_WithAllThatStandsBehindIt_TellsItsStory()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        await caller.PostAsync(caller.Path + "/plan", Caller.Steps("add_grades", new { score_column = "Test 1 Score" }));
        await caller.PostAsync(caller.Path + "/plan/accept");

        var ada = await caller.GetAsync(caller.Path + "/participants/0");

        Assert.Equal("Ada Quill", ada["name"]!.GetValue<string>());
        Assert.Equal(["placed", "superseded", "placed"], ada["attempts"]!.AsArray().Select(attempt => attempt!["disposition"]!.GetValue<string>()));
        var grade = ada["cells"]!.AsArray().Single(cell => cell!["column"]!.GetValue<string>() == "Grade")!;
        Assert.Equal("F", grade["value"]!.GetValue<string>());
        Assert.Contains("40", grade["why"]!.GetValue<string>(), StringComparison.Ordinal);
        await Caller.ProblemAsync(System.Net.HttpStatusCode.NotFound, await caller.Http.GetAsync(caller.Path + "/participants/3"));
    }

    [Fact]
    public async Task Charts_OfATable_CountEverybodyOnce()
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        var charts = await caller.GetAsync(caller.Path + "/charts");
        var spread = await caller.GetAsync(caller.Path + "/charts/distribution?column=Test%201%20Score&bins=4");

        Assert.Equal((3, 60m), (charts["tests"]![0]!["statistics"]!["count"]!.GetValue<int>(), charts["tests"]![0]!["statistics"]!["mean"]!.GetValue<decimal>()));
        Assert.Equal(3, charts["verdicts"]!.AsObject().Sum(verdict => verdict.Value!.GetValue<int>()));
        Assert.Equal([0, 1, 1, 1], spread["bins"]!.AsArray().Select(bin => bin!["count"]!.GetValue<int>()));
        Assert.Equal(100m, spread["bins"]![3]!["to"]!.GetValue<decimal>());
        await Caller.ProblemAsync(System.Net.HttpStatusCode.UnprocessableEntity, await caller.Http.GetAsync(caller.Path + "/charts/distribution?column=Status"));
    }

    [Fact]
    public async Task Samples_WithoutFilesOfOnesOwn_AreConsolidated()
    {
        var caller = await Caller.BeginAsync(_host);

        Assert.Equal(5, (await caller.PostAsync(caller.Path + "/samples"))["files_count"]!.GetValue<int>());
        Assert.Equal(36, (await caller.PostAsync("/api/consolidate/" + caller.Session))["data_rows"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Export_InEveryFormat_HasThePeople(string format)
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        var bytes = await (await caller.Http.GetAsync($"{caller.Path}/export?format={format}&table_only=true")).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();

        var text = format == "xlsx" ? string.Join('\n', SourceFile.FromBytes("r.xlsx", bytes).ReadCells()) : System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains("bo@example.org", text, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();

    private static async Task<List<string>> ColumnsAsync(Caller caller) =>
        [.. (await caller.GetAsync(caller.Path + "/table"))["columns"]!.AsArray().Select(column => column!["name"]!.GetValue<string>())];
}
