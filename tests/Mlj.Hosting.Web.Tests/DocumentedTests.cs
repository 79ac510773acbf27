using System.Net;

namespace Mlj.Hosting.Web.Tests;

/// <summary>The documented paths, under their prefix and the former one, with their documented fields.</summary>
public sealed class DocumentedTests : IDisposable
{
    private readonly TestHost _host = new();

    [Theory]
    [InlineData("/api", "GET")]
    [InlineData("/api", "POST")]
    [InlineData("/api/hybrid", "GET")]
    [InlineData("/api/hybrid", "POST")]
    public async Task Way_FromSessionToDeletion_HasTheDocumentedFields(string prefix, string consolidate)
    {
        var caller = new Caller(_host.CreateDefaultClient());
        var begun = await caller.PostAsync(prefix + "/session/create?source=web");
        Has(begun, "session_id", "web_url", "expires_in");
        Assert.Equal(3600, begun["expires_in"]!.GetValue<int>());
        caller.Use(begun["session_id"]!.GetValue<string>(), begun["token"]!.GetValue<string>());
        var sid = caller.Session;

        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(new HttpMethod(consolidate), $"{prefix}/consolidate/{sid}"));
        var early = await Caller.ProblemAsync(HttpStatusCode.Conflict, await caller.SendAsync(HttpMethod.Post, $"{prefix}/data-action/{sid}", new { actions = new[] { new { action = "sort_data", @params = new { column = "Full Name" } } } }));
        Assert.Equal((false, "No consolidated data available. Please consolidate files first."), (early["success"]!.GetValue<bool>(), early["error"]!.GetValue<string>()));

        using var form = new MultipartFormDataContent { { new StringContent("Name,Email,Score (100)\nAda Quill,ada@example.org,40\nBo Reed,bo@example.org,\n"), "file", "Test 1.csv" } };
        var uploaded = await Caller.ReadAsync(await caller.Http.PostAsync($"{prefix}/upload/{sid}", form));
        Has(uploaded, "status", "message", "files_count", "session_id");
        Assert.Equal(("success", "File 'Test 1.csv' uploaded", 1), (uploaded["status"]!.GetValue<string>(), uploaded["message"]!.GetValue<string>(), uploaded["files_count"]!.GetValue<int>()));

        var session = await caller.GetAsync($"{prefix}/session/{sid}");
        Has(session, "session_id", "source", "files", "status", "files_count");

        var done = await Caller.ReadAsync(await caller.SendAsync(new HttpMethod(consolidate), $"{prefix}/consolidate/{sid}?include_grade_6=true"));
        Has(done, "status", "message", "result_id", "data_rows", "download_url", "telegram_share");
        Assert.Equal(HttpStatusCode.OK, (await caller.Http.GetAsync($"{prefix}/download/{sid}/{done["result_id"]}")).StatusCode);
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await caller.Http.GetAsync($"{prefix}/download/{sid}/nothing"));

        var preview = await caller.GetAsync($"{prefix}/data-preview/{sid}?rows=10");
        Has(preview, "success", "total_rows", "columns", "preview");
        Assert.Null(preview["preview"]![1]!["Test 1 Score"]);

        var acted = await caller.PostAsync($"{prefix}/data-action/{sid}", new { actions = new[] { new { action = "add_rank", @params = new { score_column = "Test 1 Score" } } } });
        Has(acted, "success", "message", "step_results", "stats", "path");
        Assert.Equal("Workflow completed: 1 actions executed", acted["message"]!.GetValue<string>());
        Has(acted["stats"]!.AsObject(), "original_columns", "new_columns", "columns_added", "rows");
        var failed = await Caller.ProblemAsync(HttpStatusCode.UnprocessableEntity, await caller.SendAsync(HttpMethod.Post, $"{prefix}/data-action/{sid}", new { actions = new[] { new { action = "add_grades", @params = new { score_column = "Score" } } } }));
        Assert.False(failed["success"]!.GetValue<bool>());
        Assert.Equal("No actions specified", (await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Post, $"{prefix}/data-action/{sid}", new { })))["error"]!.GetValue<string>());

        Assert.Equal("Session deleted", (await caller.DeleteAsync($"{prefix}/delete/{sid}"))["message"]!.GetValue<string>());
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await caller.Http.GetAsync($"{prefix}/session/{sid}"));
    }

    [Fact]
    public async Task Consolidation_WithoutTheAssignment_HasNone()
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        await caller.PostAsync($"/api/consolidate/{caller.Session}?include_grade_6=false");

        Assert.DoesNotContain("Assignment", (await caller.GetAsync(caller.Path + "/table"))["columns"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/hybrid")]
    public async Task Assistant_OfASession_HasTheDocumentedFields(string prefix)
    {
        var (caller, other) = (await Caller.ConsolidatedAsync(_host), await Caller.BeginAsync(_host));

        Assert.Equal("consolidation", (await caller.GetAsync(prefix + "/ai-mode"))["mode"]!.GetValue<string>());
        var set = await caller.PostAsync(prefix + "/ai-mode", new { mode = "data_agent", session_id = caller.Session });
        Assert.Equal((true, "data_agent"), (set["success"]!.GetValue<bool>(), set["mode"]!.GetValue<string>()));
        var unknown = await caller.PostAsync(prefix + "/ai-mode", new { mode = "x", session_id = caller.Session });
        Assert.Equal((false, "Unknown mode: x", "data_agent"), (unknown["success"]!.GetValue<bool>(), unknown["message"]!.GetValue<string>(), unknown["mode"]!.GetValue<string>()));
        Assert.False((await caller.PostAsync(prefix + "/ai-mode", new { mode = "data_agent" }))["success"]!.GetValue<bool>());
        Assert.Equal("consolidation", (await other.GetAsync($"{prefix}/ai-mode?session_id={other.Session}"))["mode"]!.GetValue<string>());
        await Caller.ProblemAsync(HttpStatusCode.NotFound, await other.Http.GetAsync($"{prefix}/ai-mode?session_id={caller.Session}"));

        Has(await caller.GetAsync(prefix + "/ai-health"), "assistant_status", "llm_enabled", "data_agent_available", "mode", "conversation_count", "timestamp", "status", "errors_last_hour", "errors_last_24h", "top_errors", "recovery_rate", "github_enabled", "recommendations");
        Has(await caller.PostAsync(prefix + "/ai-diagnose"), "timestamp", "checks", "issues_found", "auto_fixes_applied", "recommendations", "status", "message");
        Has(await caller.GetAsync(prefix + "/ai-logs?hours=24"), "errors", "health", "recoveries", "period_hours", "summary");
        Has(await caller.GetAsync(prefix + "/data-actions"), "success", "actions", "examples");
        Assert.NotNull((await caller.GetAsync(prefix + "/actions"))["actions"]![0]!["schema"]!["properties"]);

        Assert.Equal("No message provided", (await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Post, prefix + "/ai-assist", new { message = "" })))["error"]!.GetValue<string>());
        foreach (var (path, body) in new (string, object)[] { ("/ai-assist", new { message = "sort by name", session_id = caller.Session }), ($"/data-action/{caller.Session}", new { message = "sort by name" }) })
            Assert.Contains("sort_data", (await caller.PostAsync(prefix + path, body)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("upload", (await caller.PostAsync(prefix + "/ai-assist", new { message = "how do I upload files?" }))["intent"]!.GetValue<string>());
        Assert.False((await caller.GetAsync(prefix + "/ai-health"))["llm_enabled"]!.GetValue<bool>());
        Assert.Equal("Missing required fields: company, role_focus, your_offering, your_credentials, your_name",
            (await Caller.ProblemAsync(HttpStatusCode.UnprocessableEntity, await caller.SendAsync(HttpMethod.Post, prefix + "/cold-email/generate", new { recipient_name = "Ada" })))["error"]!.GetValue<string>());
        var written = await caller.PostAsync(prefix + "/cold-email/generate", new { recipient_name = "Ada", company = "C", role_focus = "r", your_offering = "o", your_credentials = "c", your_name = "n" });
        Assert.Equal((true, false), (written["success"]!.GetValue<bool>(), written["model_used"]!.GetValue<bool>()));
        Has(written["email"]!.AsObject(), "subject", "body");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/api")]
    [InlineData("/api/hybrid")]
    public async Task Status_OfTheHost_HasTheDocumentedBody(string prefix)
    {
        await Caller.ConsolidatedAsync(_host);
        var caller = new Caller(_host.CreateDefaultClient());

        var status = await caller.GetAsync(prefix + "/status");

        Assert.Equal("active", status["status"]!.GetValue<string>());
        Has(status["features"]!.AsObject(), "telegram_bot", "web_ui", "ai_assistant", "data_agent");
        Assert.Equal((2, 1), (status["operations"]!["uploads"]!.GetValue<int>(), status["operations"]!["consolidations"]!.GetValue<int>()));
        Has(await caller.GetAsync(prefix + "/keepalive"), "status", "timestamp", "uptime_seconds");
        Assert.Equal("healthy", (await caller.GetAsync(prefix + "/health"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Health_WithoutItsFolder_Is503_AndTheProcessStillLives()
    {
        var caller = await Caller.BeginAsync(_host);
        Directory.Delete(Path.Combine(_host.Folder, "files"), recursive: true);

        var response = await caller.Http.GetAsync("/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("The store of files", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await caller.Http.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Consolidation_AsAStream_TellsHowFarItIs()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadSamplesAsync();

        var events = await (await caller.SendAsync(HttpMethod.Post, "/api/consolidate/" + caller.Session, null, ("Accept", "text/event-stream"))).Content.ReadAsStringAsync();

        Assert.Contains("event: progress\ndata: {\"file\":\"Optics", events, StringComparison.Ordinal);
        Assert.Contains("\"percent\":100", events, StringComparison.Ordinal);
        Assert.Contains("event: result\ndata: {\"status\":\"success\"", events, StringComparison.Ordinal);
        var none = await Caller.BeginAsync(_host);
        Assert.Contains("event: problem", await (await none.SendAsync(HttpMethod.Post, "/api/consolidate/" + none.Session, null, ("Accept", "text/event-stream"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();

    private static void Has(System.Text.Json.Nodes.JsonObject answer, params string[] fields) => Assert.All(fields, field => Assert.True(answer.ContainsKey(field), $"{field} is not in {answer.ToJsonString()}"));
}
