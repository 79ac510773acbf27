using Microsoft.Extensions.AI;
using Mlj.Agent.Assistants;
using Mlj.Agent.ColdEmails;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Web.Safety;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>The documented interface of the assistant. Modes and conversations belong to a session; nothing is shared between users.</summary>
internal static class AssistantEndpoints
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static void MapAssistant(this RouteGroupBuilder api)
    {
        var assistant = api.MapGroup("").WithTags("Assistant");
        assistant.MapPost("/ai-assist", AssistAsync).RequireRateLimiting(RateLimits.Words).WithSummary("Understands a message about a session's table; nothing is changed before a plan is accepted");
        assistant.MapPost("/ai-mode", SetModeAsync).WithSummary("Sets what the assistant is for, in one session");
        assistant.MapGet("/ai-mode", async (HttpContext context, Workbench workbench, CancellationToken stop, string? session_id = null) =>
            new Mode(session_id is null ? "consolidation" : (await workbench.SessionAsync(context.KeyOf(session_id), stop)).Mode)).WithSummary("What the assistant is for, in one session");
        assistant.MapGet("/ai-health", HealthAsync).WithSummary("How the assistant is");
        assistant.MapPost("/ai-diagnose", DiagnoseAsync).WithSummary("Checks the parts of the assistant");
        assistant.MapGet("/ai-logs", (TimeProvider time, FaultLog faults, int hours = 24) => Logs(time, faults, Math.Clamp(hours, 1, 24))).WithSummary("The faults of the last hours: when, of which type; never whose or of what");
        assistant.MapPost("/cold-email/generate", ColdEmailAsync).RequireRateLimiting(RateLimits.Words).Produces<ColdEmailReply>().WithSummary("Writes an e-mail to somebody unknown from the given facts, with a model when there is one; sends nothing");
    }

    private static async Task<Assisted> AssistAsync(AssistRequest request, HttpContext context, Workbench workbench, Assistant assistant, TimeProvider time, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Message))
            throw new RefusedException(new Refusal(RefusalKind.BadRequest, "no_message", "No message provided"));
        if (request.SessionId is not { Length: > 0 } session)
            return Helped(await assistant.ReplyAsync(new AssistantRequest(request.Message), stop), time);
        var view = await workbench.SessionAsync(context.KeyOf(session), stop);
        if (AssistantModes.TryRead(view.Mode, out var mode) && mode != AssistantMode.DataAgent)
        {
            var help = await assistant.ReplyAsync(new AssistantRequest(request.Message)
            {
                Conversation = AssistantConversation.Empty.In(mode),
                Session = new SessionFacts(view.FilesCount, view.ResultId is null ? SessionStatus.Uploading : SessionStatus.Completed, view.ResultId is not null),
            }, stop);
            // Words that ask for a change of a table that is there are planned at once; a plan changes nothing.
            if (mode == AssistantMode.ColdEmail || view.ResultId is null || help.Action?.Target != AssistantMode.DataAgent.Name() && help.Intent != "data_action")
                return Helped(help, time);
        }
        var said = await workbench.SayAsync(context.KeyOf(session), request.Message, stop);
        var action = said.Waiting is { } plan ? new AssistAction("preview", plan.PlanId) : null;
        return new Assisted(said.Message, action is null ? said.Outcome : "data_action", action, time.GetUtcNow(), false, said.Outcome == "undone", said.Choices, said.Waiting);
    }

    private static Assisted Helped(AssistantReply reply, TimeProvider time) =>
        new(reply.Response, reply.Intent, reply.Action is { } action ? new AssistAction(action.Type, action.Target) : null, time.GetUtcNow(), false, false, [], null);

    private static async Task<ModeSet> SetModeAsync(ModeRequest request, HttpContext context, Workbench workbench, CancellationToken stop)
    {
        if (request.SessionId is not { Length: > 0 } session)
            return new ModeSet(false, "consolidation", "Send session_id: a mode belongs to a session.");
        var key = context.KeyOf(session);
        try
        {
            var mode = (await workbench.SetModeAsync(key, request.Mode, stop)).Mode;
            return new ModeSet(true, mode, $"Mode: {mode}");
        }
        catch (RefusedException error) when (error.Refusal.Code == "unknown_mode")
        {
            return new ModeSet(false, (await workbench.SessionAsync(key, stop)).Mode, error.Message);
        }
    }

    private static async Task<AssistantHealth> HealthAsync(HttpContext context, Workbench workbench, TimeProvider time, FaultLog faults, IServiceProvider services, CancellationToken stop, string? session_id = null)
    {
        var mode = session_id is null ? "consolidation" : (await workbench.SessionAsync(context.KeyOf(session_id), stop)).Mode;
        var (lastHour, lastDay) = (faults.Since(time.GetUtcNow() - Hour), faults.Since(time.GetUtcNow() - 24 * Hour));
        return new AssistantHealth(workbench.UnderstandsWords ? "operational" : "unavailable", services.GetService<IChatClient>() is not null, true, mode, time.GetUtcNow(), StatusOf(lastHour.Count), lastHour.Count, lastDay.Count,
            [.. lastDay.GroupBy(fault => fault.Hash).OrderByDescending(group => group.Count()).Take(5).Select(group => new TopError(group.Key, group.Count()))],
            workbench.UnderstandsWords ? ["System operating normally"] : ["No planner is installed: use the actions."]);
    }

    private static async Task<Diagnosis> DiagnoseAsync(Workbench workbench, TimeProvider time, FaultLog faults, CancellationToken stop)
    {
        var stores = await workbench.CheckAsync(stop);
        var recent = faults.Since(time.GetUtcNow() - Hour).Count;
        List<Issue> issues = [];
        if (stores is not null)
            issues.Add(new Issue("stores", stores, "high", "Look whether the data folder is there and can be written."));
        if (!workbench.UnderstandsWords)
            issues.Add(new Issue("planner", "Words are not understood: no planner is installed.", "low", "Use the actions."));
        if (recent > 0)
            issues.Add(new Issue("faults", $"{recent} requests of the last hour failed by a fault of the program.", "medium", "See ai-logs and the log of the program."));
        var status = stores is not null ? "needs_attention" : issues.Count > 0 ? "minor_issues" : "healthy";
        return new Diagnosis(time.GetUtcNow(), [new Check("stores", stores is null), new Check("planner", workbench.UnderstandsWords), new Check("faults", recent == 0)],
            issues, [], [.. issues.Select(issue => issue.Suggestion)], status, issues.Count == 0 ? "All checks passed." : $"{issues.Count} of 3 checks found something.");
    }

    private static FaultReport Logs(TimeProvider time, FaultLog faults, int hours)
    {
        var found = faults.Since(time.GetUtcNow() - hours * Hour);
        return new FaultReport(found, [], [], hours, new FaultSummary(found.Count, 0, 0, null));
    }

    private static async Task<IResult> ColdEmailAsync(ColdEmailRequest request, ColdEmailWriter writer, CancellationToken stop)
    {
        var reply = await writer.WriteAsync(request, stop);
        if (reply.Success)
            return TypedResults.Ok(reply);
        var problem = Problems.Of(StatusCodes.Status422UnprocessableEntity, "missing_fields", reply.Error!);
        problem.Extensions["required_fields"] = reply.RequiredFields;
        return TypedResults.Problem(problem);
    }

    private static string StatusOf(int errorsInTheHour) => errorsInTheHour switch { > 20 => "critical", > 10 => "degraded", _ => "healthy" };

    internal sealed record AssistRequest(string Message, string? SessionId = null, System.Text.Json.JsonElement? History = null);

    internal sealed record AssistAction(string Type, string Target);

    internal sealed record Assisted(string Response, string Intent, AssistAction? Action, DateTimeOffset Timestamp, bool Augmented, bool DataModified, IReadOnlyList<string> Choices, [property: System.Text.Json.Serialization.JsonPropertyName("preview")] Views.PreviewView? Waiting);

    internal sealed record ModeRequest(string Mode, string? SessionId = null);

    internal sealed record ModeSet(bool Success, string Mode, string Message);

    internal sealed record Mode([property: System.Text.Json.Serialization.JsonPropertyName("mode")] string Name);

    internal sealed record TopError(string Hash, int Count);

    internal sealed record AssistantHealth(string AssistantStatus, bool LlmEnabled, bool DataAgentAvailable, string Mode, DateTimeOffset Timestamp, string Status, int ErrorsLastHour, [property: System.Text.Json.Serialization.JsonPropertyName("errors_last_24h")] int ErrorsLastDay, IReadOnlyList<TopError> TopErrors, IReadOnlyList<string> Recommendations, int ConversationCount = 0, decimal? RecoveryRate = null, bool GithubEnabled = false);

    internal sealed record Check(string Name, bool Passed);

    internal sealed record Issue(string Component, [property: System.Text.Json.Serialization.JsonPropertyName("issue")] string What, string Severity, string Suggestion);

    internal sealed record Diagnosis(DateTimeOffset Timestamp, IReadOnlyList<Check> Checks, IReadOnlyList<Issue> IssuesFound, IReadOnlyList<string> AutoFixesApplied, IReadOnlyList<string> Recommendations, string Status, string Message);

    internal sealed record FaultSummary(int TotalErrors, int TotalRecoveries, int HealthChecks, decimal? RecoveryRate);

    internal sealed record FaultReport(IReadOnlyList<Fault> Errors, IReadOnlyList<string> Health, IReadOnlyList<string> Recoveries, int PeriodHours, FaultSummary Summary);
}
