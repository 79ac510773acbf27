using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mlj.Testing;

namespace Mlj.Hosting.Web.Tests;

/// <summary>Somebody who uses the interface as a program does, with the token.</summary>
internal sealed class Caller(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public string Session { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string Path => "/api/session/" + Session;

    public static IReadOnlyList<string> Samples { get; } = [.. Directory.GetFiles(Repository.PathOf("samples"), "*.xlsx").Order(StringComparer.Ordinal)];

    /// <summary>Somebody with a new session.</summary>
    public static async Task<Caller> BeginAsync(TestHost host)
    {
        var caller = new Caller(host.CreateDefaultClient());
        var begun = await caller.PostAsync("/api/session/create");
        caller.Use(begun["session_id"]!.GetValue<string>(), begun["token"]!.GetValue<string>());
        return caller;
    }

    /// <summary>Somebody with a session of two small tests that is consolidated.</summary>
    public static async Task<Caller> ConsolidatedAsync(TestHost host)
    {
        var caller = await BeginAsync(host);
        await caller.UploadAsync("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,40\nBo Reed,bo@example.org,80\nCy Marsh,cy@example.org,60\n");
        await caller.UploadAsync("Test 2.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,50\nAda Quill,ada@example.org,90\nBo Reed,bo@example.org,70\n");
        await caller.PostAsync("/api/consolidate/" + caller.Session);
        return caller;
    }

    public Caller Use(string session, string token)
    {
        (Session, Token) = (session, token);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return this;
    }

    /// <summary>The same session through another host, as after a restart.</summary>
    public Caller At(TestHost host) => new Caller(host.CreateDefaultClient()).Use(Session, Token);

    public Task<JsonObject> UploadAsync(string name, string text) => UploadAsync(name, Encoding.UTF8.GetBytes(text));

    public async Task<JsonObject> UploadAsync(string name, byte[] bytes) => await ReadAsync(await SendFileAsync(name, new ByteArrayContent(bytes)));

    public async Task<HttpResponseMessage> SendFileAsync(string name, HttpContent content)
    {
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await Http.PostAsync("/api/upload/" + Session, form);
    }

    public Task<HttpResponseMessage> SendRosterAsync(string name, string text, params (string Name, string Value)[] headers) => SendRosterAsync(name, new StringContent(text), headers);

    public async Task<HttpResponseMessage> SendRosterAsync(string name, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path + "/roster") { Content = new MultipartFormDataContent { { content, "file", name } } };
        foreach (var (header, value) in headers)
            request.Headers.TryAddWithoutValidation(header, value);
        return await Http.SendAsync(request);
    }

    public async Task UploadSamplesAsync()
    {
        foreach (var sample in Samples)
            await UploadAsync(System.IO.Path.GetFileName(sample), await File.ReadAllBytesAsync(sample));
    }

    public async Task<JsonObject> GetAsync(string path) => await ReadAsync(await Http.GetAsync(path));

    public async Task<JsonObject> PostAsync(string path, object? body = null) => await ReadAsync(await SendAsync(HttpMethod.Post, path, body));

    public async Task<JsonObject> DeleteAsync(string path) => await ReadAsync(await Http.DeleteAsync(path));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    /// <summary>The texts and numbers of a column of the table, from top to bottom.</summary>
    public async Task<List<string?>> ColumnAsync(string name)
    {
        var table = await GetAsync(Path + "/table");
        var place = table["columns"]!.AsArray().Select(column => column!["name"]!.GetValue<string>()).ToList().IndexOf(name);
        return [.. table["rows"]!.AsArray().Select(row => row!["cells"]![place]?.ToJsonString().Trim('"'))];
    }

    public static object Steps(string action, object parameters) => new { steps = new[] { new { action, @params = parameters } } };

    /// <summary>The answer, which must be a success.</summary>
    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {response.RequestMessage?.RequestUri}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The problem of an answer that must have this status.</summary>
    public static async Task<JsonObject> ProblemAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}, not {(int)status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.False(string.IsNullOrWhiteSpace(problem["detail"]!.GetValue<string>()));
        Assert.False(string.IsNullOrWhiteSpace(problem["code"]!.GetValue<string>()));
        return problem;
    }
}
