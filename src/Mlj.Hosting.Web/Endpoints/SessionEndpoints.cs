using Mlj.Hosting.Views;
using Mlj.Hosting.Web.Safety;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>Sessions: begun, looked at, deleted.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("").WithTags("Sessions");
        sessions.MapPost("/session/create", BeginAsync).RequireRateLimiting(RateLimits.Sessions)
            .WithSummary("Begins a session")
            .WithDescription("Answers the owner's token, once: every call on the session needs it as 'Authorization: Bearer TOKEN'. Browsers get it as an HttpOnly cookie too.");
        sessions.MapGet("/session/{session_id}", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.SessionAsync(context.KeyOf(session_id), stop))
            .WithSummary("The session: its files, what was recognised of them, its version");
        sessions.MapDelete("/session/{session_id}", DeleteAsync).WithSummary("Deletes the session and everything in it, at once; answers a receipt");
        sessions.MapDelete("/delete/{session_id}", DeleteAsync).WithSummary("The same as DELETE /api/session/{session_id}");
    }

    private static async Task<BegunSession> BeginAsync(HttpContext context, Workbench workbench, CancellationToken stop, string source = "web")
    {
        var opened = await workbench.BeginAsync(source.Length is > 0 and <= 20 && source.All(char.IsAsciiLetter) ? source : "web", stop);
        var id = opened.Session.SessionId;
        Owner.SetCookie(context, id, opened.Token);
        return new BegunSession(id, opened.Token, $"/?session={id}", (int)workbench.Options.Lifetime.TotalSeconds, opened.Session.Expires, opened.Session.Version);
    }

    private static async Task<DeletedSession> DeleteAsync(string session_id, HttpContext context, Workbench workbench, CancellationToken stop)
    {
        var receipt = await workbench.DeleteAsync(context.KeyOf(session_id), stop);
        Owner.ClearCookie(context, session_id);
        return new DeletedSession("success", "Session deleted", receipt);
    }

    internal sealed record BegunSession(string SessionId, string Token, string WebUrl, int ExpiresIn, DateTimeOffset Expires, long Version);

    internal sealed record DeletedSession(string Status, string Message, DeletionReceipt Receipt);
}
