using System.Text.Json;
using Mlj.Hosting.Web.Safety;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>Plans, and the history of those that were accepted.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this RouteGroupBuilder api)
    {
        var plans = api.MapGroup("/session/{session_id}").WithTags("Plans");
        plans.MapPost("/plan", (string session_id, JsonElement plan, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.PlanAsync(context.KeyOf(session_id), plan.GetRawText(), stop))
            .WithSummary("Makes a plan of steps and answers its preview; nothing is changed yet")
            .WithDescription("{\"steps\":[{\"action\":\"add_grades\",\"params\":{\"score_column\":\"Final Average\"}}]}; the plan takes the place of one that waits.");
        plans.MapGet("/plan", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.PreviewAsync(context.KeyOf(session_id), stop))
            .WithSummary("The preview of the plan that waits");
        plans.MapGet("/plan/rows", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop, int from = 0, int count = 100) =>
            workbench.PreviewRowsAsync(context.KeyOf(session_id), from, count, stop))
            .WithSummary("The preview on the table: rows and columns with what becomes of them, for virtual scrolling");
        plans.MapPost("/plan/accept", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop, string? plan_id = null) => workbench.AcceptAsync(context.KeyOf(session_id), plan_id, stop))
            .WithSummary("Accepts the plan that waits; with plan_id, only if it is the one that was seen");
        plans.MapDelete("/plan", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.DiscardAsync(context.KeyOf(session_id), stop))
            .WithSummary("Discards the plan that waits");
        plans.MapPost("/words", (string session_id, Message message, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.SayAsync(context.KeyOf(session_id), message.Text, stop))
            .RequireRateLimiting(RateLimits.Words)
            .WithSummary("Understands words: steps to preview, an answer, a question back, or a refusal; nothing is changed yet");

        var history = api.MapGroup("/session/{session_id}").WithTags("History");
        history.MapGet("/history", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.HistoryAsync(context.KeyOf(session_id), stop))
            .WithSummary("All steps that were ever accepted");
        history.MapGet("/history/{step:int}/dependents", (string session_id, int step, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.DependentsAsync(context.KeyOf(session_id), step, stop))
            .WithSummary("The later steps that would have to go with a step");
        history.MapPost("/history/undo", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop, int? step = null, bool with_dependents = false) =>
            workbench.UndoAsync(context.KeyOf(session_id), step, with_dependents, stop)).WithSummary("Undoes a step, or the last one");
        history.MapPost("/history/redo", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.RedoAsync(context.KeyOf(session_id), stop))
            .WithSummary("Takes the last undo back");
        history.MapGet("/recipe", async (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => TypedResults.Text(await workbench.RecipeAsync(context.KeyOf(session_id), stop), "application/json"))
            .WithSummary("The accepted steps as a recipe for other tables");
        history.MapPost("/recipe", (string session_id, RecipeUse use, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.ApplyRecipeAsync(context.KeyOf(session_id), use.Recipe.GetRawText(), use.Partial, stop))
            .WithSummary("Previews a recipe on this table; columns are found by role and heading")
            .WithDescription("With partial=true steps that cannot be done are left out and listed. Accept it like any plan.");
    }

    internal sealed record Message([property: System.Text.Json.Serialization.JsonPropertyName("message")] string Text);

    internal sealed record RecipeUse(JsonElement Recipe, bool Partial = false);
}
