using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Mlj.Hosting.Chats;
using Mlj.Hosting.Links;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Telegram.Conversation;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.MiniApp;

/// <summary>The Mini App: shows who opened it, and is sent to that person's table.</summary>
internal static class MiniAppEndpoints
{
    public const string Path = "/telegram/app";

    private const int MaxBody = 8_192;

    public static void MapMiniApp(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, () => TypedResults.Text(Resource("app.html"), "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet(Path + ".js", () => TypedResults.Text(Resource("app.js"), "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapPost(Path, OpenAsync).ExcludeFromDescription();
    }

    private static async Task<Results<JsonHttpResult<Opened>, ProblemHttpResult>> OpenAsync(HttpContext context, IChatStore store, SessionLinks links, TelegramSettings settings, TimeProvider time, CancellationToken stop)
    {
        var buffer = new byte[MaxBody];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, MaxBody, throwOnEndOfStream: false, stop);
        if (InitData.UserOf(System.Text.Encoding.UTF8.GetString(buffer, 0, length), settings.Token!, time.GetUtcNow()) is not { } user)
            return TypedResults.Problem("This page was not opened by Telegram, or too long ago. Close it and open it again from the chat.", statusCode: StatusCodes.Status401Unauthorized);
        // The chat with a person has the person's id.
        var memory = ChatMemoryJson.Read(await store.FindAsync(user, stop));
        if (memory.Session is not { } session || TokenSeal.Open(session.Sealed, settings.Token!) is not { } token)
            return Nothing();
        try
        {
            return TypedResults.Json(new Opened("/open/" + await links.MakeAsync(new SessionKey(session.Id, token), stop)));
        }
        catch (RefusedException)
        {
            return Nothing();
        }
    }

    private static ProblemHttpResult Nothing() => TypedResults.Problem("There is no table of yours yet. Close this, send the exports of your tests to the bot, then open it again.", statusCode: StatusCodes.Status404NotFound);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Opened([property: System.Text.Json.Serialization.JsonPropertyName("url")] string Url);
}
