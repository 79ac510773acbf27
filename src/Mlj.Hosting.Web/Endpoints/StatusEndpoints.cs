using System.Reflection;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Web.Settings;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>How the host is.</summary>
internal static class StatusEndpoints
{
    private static readonly string Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>At the root, and under the prefixes of the interface.</summary>
    public static void MapStatus(this IEndpointRouteBuilder app)
    {
        var status = app.MapGroup("").WithTags("Status");
        status.MapGet("/status", StatusAsync).WithSummary("What the host offers, and how often it was used; nobody is in it");
        status.MapGet("/keepalive", (TimeProvider time, Uptime uptime) => new Alive("alive", time.GetUtcNow(), uptime.Seconds)).WithSummary("That the host is there");
        status.MapGet("/health", HealthAsync).Produces<Health>().Produces<Health>(StatusCodes.Status503ServiceUnavailable).WithSummary("Readiness: 200 when the stores answer, else 503");
        status.MapGet("/health/live", () => new Liveness("healthy", Version)).WithSummary("Liveness: 200 as long as the process answers");
    }

    private static async Task<HostStatus> StatusAsync(Workbench workbench, HostFeatures features, TimeProvider time, Uptime uptime, CancellationToken stop)
    {
        var use = await workbench.UseAsync(stop);
        return new HostStatus("active", new Features(features.TelegramBot, true, workbench.UnderstandsWords, true), Version, await workbench.ActiveSessionsAsync(stop), uptime.Seconds, time.GetUtcNow(),
            new Operations(use[UseCount.Uploads], use[UseCount.Consolidations], use[UseCount.Actions], use[UseCount.Exports]));
    }

    private static async Task<IResult> HealthAsync(Workbench workbench, CancellationToken stop)
    {
        var reason = await workbench.CheckAsync(stop);
        return TypedResults.Json(new Health(reason is null ? "healthy" : "unhealthy", Version, reason is null ? "ok" : "failing", reason),
            statusCode: reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    internal sealed record Features(bool TelegramBot, bool WebUi, bool AiAssistant, bool DataAgent);

    internal sealed record Operations(long Uploads, long Consolidations, long Actions, long Exports);

    internal sealed record HostStatus(string Status, Features Features, string Version, int ActiveSessions, long UptimeSeconds, DateTimeOffset Timestamp, Operations Operations);

    internal sealed record Alive(string Status, DateTimeOffset Timestamp, long UptimeSeconds);

    internal sealed record Health(string Status, string Version, string Stores, string? Reason);

    internal sealed record Liveness(string Status, string Version);
}
