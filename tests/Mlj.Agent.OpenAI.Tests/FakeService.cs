using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mlj.Agent.OpenAI.Tests;

/// <summary>An OpenAI-compatible service on this machine that answers as a test tells it to, and keeps what it was sent.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    public const string Key = "sk-canary-key-4711";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private Func<HttpContext, Task> _always = context => Json(context, Text("Hello."));

    private FakeService(WebApplication app) => _app = app;

    /// <summary>Requests as they came: the body, and before it the headers.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ModelEndpoint Endpoint => new(new Uri(_app.Urls.Single() + "/v1"), "test-model", Key);

    public static async Task<FakeService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new FakeService(app);
        app.MapPost("/v1/chat/completions", service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    /// <summary>Answers the next request so; further ones by what follows, and at last by <see cref="Always"/>.</summary>
    public FakeService Then(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public FakeService Always(Func<HttpContext, Task> answer)
    {
        _always = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await _app.StopAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // A request that hangs on purpose does not end by itself.
        }
        await _app.DisposeAsync();
    }

    public static Task Json(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public static Func<HttpContext, Task> Status(int status, string body = "{}", string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Json(context, body);
    };

    public static Func<HttpContext, Task> Body(string body, string type = "application/json") => context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };

    public static async Task Hang(HttpContext context) => await Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static async Task Cut(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\":\"x\",");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>An answer in words.</summary>
    public static string Text(string text) => Completion(new { role = "assistant", content = text }, "stop");

    /// <summary>An answer that calls tools.</summary>
    public static string Calls(params (string Name, string Arguments)[] calls) => Completion(
        new
        {
            role = "assistant",
            content = (string?)null,
            tool_calls = calls.Select((call, index) => new { id = $"call_{index}", type = "function", function = new { name = call.Name, arguments = call.Arguments } }),
        },
        "tool_calls");

    /// <summary>The pieces of a streamed answer.</summary>
    public static Func<HttpContext, Task> Stream(params string[] deltas) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var delta in deltas)
            await context.Response.WriteAsync($$$"""data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"test-model","choices":[{"index":0,"delta":{{{delta}}},"finish_reason":null}]}""" + "\n\n");
        await context.Response.WriteAsync("data: [DONE]\n\n");
    };

    private static string Completion(object message, string reason) => JsonSerializer.Serialize(new
    {
        id = "c1",
        @object = "chat.completion",
        created = 1,
        model = "test-model",
        choices = new[] { new { index = 0, message, finish_reason = reason } },
        usage = new { prompt_tokens = 5, completion_tokens = 2, total_tokens = 7 },
    });

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        Requests.Enqueue(headers + "\n\n" + body);
        await (_answers.TryDequeue(out var answer) ? answer : _always)(context);
    }
}
