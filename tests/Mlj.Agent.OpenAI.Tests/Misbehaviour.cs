using Microsoft.AspNetCore.Http;

namespace Mlj.Agent.OpenAI.Tests;

/// <summary>What a service can do wrong.</summary>
internal static class Misbehaviour
{
    private static readonly string TenMegabytes = FakeService.Text(new string('x', 10_000_000));

    public static readonly IReadOnlyList<string> All = ["401", "404", "429", "500", "html", "bad json", "other json", "empty choices", "10 MB", "10 MB in chunks", "hang", "cut", "redirect"];

    public static Func<HttpContext, Task> Named(string how) => how switch
    {
        // A service may send the key back in its explanation.
        "401" => FakeService.Status(401, "{\"error\":{\"message\":\"Incorrect API key provided: " + FakeService.Key + "\"}}"),
        "404" => FakeService.Status(404, """{"error":{"message":"The model does not exist."}}"""),
        "429" => FakeService.Status(429, retryAfter: "0"),
        "500" => FakeService.Status(500, "<h1>Internal Server Error</h1>"),
        "html" => FakeService.Body("<!doctype html><html><body>Sign in</body></html>", "text/html"),
        "bad json" => FakeService.Body("""{"id":"c1","choices":[{"""),
        "other json" => FakeService.Body("""{"hello":"world"}"""),
        "empty choices" => FakeService.Body("""{"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[]}"""),
        "10 MB" => context =>
        {
            context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(TenMegabytes);
            return FakeService.Json(context, TenMegabytes);
        }
        ,
        "10 MB in chunks" => FakeService.Body(TenMegabytes),
        "hang" => FakeService.Hang,
        "cut" => FakeService.Cut,
        "redirect" => context =>
        {
            context.Response.Redirect("http://127.0.0.1:9/v1/chat/completions");
            return Task.CompletedTask;
        }
        ,
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
    };
}
