using System.Text.Json.Nodes;
using Mlj.Testing.Snapshots;

namespace Mlj.Hosting.Web.Tests;

public sealed class DescriptionTests : IDisposable
{
    private readonly TestHost _host = new();

    [Fact]
    public async Task OpenApi_OfTheInterface_IsAsApproved()
    {
        using var http = _host.CreateDefaultClient();

        var description = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!;

        Snapshot.Match(description.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task OpenApi_OfEveryOperation_HasASummary()
    {
        using var http = _host.CreateDefaultClient();
        var paths = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();

        Assert.All(paths.SelectMany(path => path.Value!.AsObject()), operation => Assert.False(string.IsNullOrWhiteSpace(operation.Value!["summary"]?.GetValue<string>()), operation.Value.ToJsonString()));
        Assert.DoesNotContain(paths, path => path.Key.Contains("hybrid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Examples_OfRequests_AreUnderstood()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.PostAsync(caller.Path + "/samples");
        await caller.PostAsync("/api/consolidate/" + caller.Session);
        var file = (await caller.GetAsync(caller.Path))["files"]![0]!["file_id"]!.GetValue<string>();

        foreach (var (call, body) in OpenApi.Examples.Requests)
        {
            var (method, path) = (call.Split(' ')[0], "/" + call.Split(' ')[1].Replace("{session_id}", caller.Session, StringComparison.Ordinal).Replace("{file_id}", file, StringComparison.Ordinal));
            var answer = await caller.SendAsync(new HttpMethod(method), path, JsonNode.Parse(body.Replace("18a3f1007a88df5648bc4ee5877257fb508bc71a", caller.Session, StringComparison.Ordinal)));
            // There are no such people in the samples, no column of the other files in the corrected one, and nobody who understands words.
            Assert.True(answer.IsSuccessStatusCode || answer.StatusCode is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.ServiceUnavailable, $"{call}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public void Dispose() => _host.Dispose();
}
