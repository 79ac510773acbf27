using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Mlj.Hosting.Refusals;

namespace Mlj.Hosting.Web.Safety;

/// <summary>
/// The answers to writes that came with an <c>Idempotency-Key</c>: the same key of the same caller gets the same answer, and nothing is done
/// again. They are kept for a day, in this process, as many as fit.
/// </summary>
internal sealed class IdempotentAnswers(TimeProvider time)
{
    private const int Most = 2_000;
    private const int MaxBody = 1 << 20;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext context, string key, RequestDelegate next)
    {
        Forget();
        var fresh = new Entry(time.GetUtcNow());
        var entry = _entries.GetOrAdd(key, fresh);
        if (!ReferenceEquals(entry, fresh))
        {
            await ReplayAsync(context, await entry.Answer.Task.WaitAsync(context.RequestAborted));
            return;
        }
        var body = context.Response.Body;
        using var copy = new MemoryStream();
        context.Response.Body = copy;
        Answer? answer = null;
        try
        {
            await next(context);
            answer = new Answer(context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.SetCookie, copy.ToArray());
        }
        finally
        {
            context.Response.Body = body;
            // A failure of the program, or a caller who must wait, may be tried again.
            if (answer is null or { Status: >= 500 or 429 or 499 } || answer.Body.Length > MaxBody)
                _entries.TryRemove(key, out _);
            entry.Answer.TrySetResult(answer);
        }
        await body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext context, Answer? answer)
    {
        if (answer is null)
            throw new RefusedException(new Refusal(RefusalKind.Conflict, "first_try_failed", "The first request with this Idempotency-Key failed meanwhile. Send it again."));
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.Cookies.Count > 0)
            context.Response.Headers.SetCookie = answer.Cookies;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private void Forget()
    {
        var before = time.GetUtcNow() - Kept;
        foreach (var (key, entry) in _entries)
            if (entry.Began < before)
                _entries.TryRemove(key, out _);
        if (_entries.Count > Most)
            foreach (var (key, _) in _entries.OrderBy(entry => entry.Value.Began).Take(_entries.Count - Most).ToList())
                _entries.TryRemove(key, out _);
    }

    private sealed record Answer(int Status, string? ContentType, StringValues Cookies, byte[] Body);

    private sealed class Entry(DateTimeOffset began)
    {
        public DateTimeOffset Began { get; } = began;

        public TaskCompletionSource<Answer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
