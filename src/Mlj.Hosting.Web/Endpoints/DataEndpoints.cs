using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Views;
using Mlj.Hosting.Web.Safety;
using Mlj.Pipeline;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>The actions, and the documented way to carry some out at once.</summary>
internal static class DataEndpoints
{
    private static readonly Example[] Examples =
    [
        new("add letter grades by final average"), new("add a pass/fail column for test 1 with threshold 50"), new("rank by final average"), new("sort by final average descending"),
        new("keep only participants with status PASS"), new("remove the column Test 2 Score"), new("rename the column Status to Result"),
    ];

    public static void MapData(this RouteGroupBuilder api)
    {
        var data = api.MapGroup("").WithTags("Actions");
        data.MapGet("/data-actions", () => new ActionNames(true, BuiltInActions.Catalog.Actions.ToDictionary(action => action.Name, action => action.Summary), Examples)).WithSummary("The actions by name");
        data.MapGet("/actions", () => new ActionList([.. BuiltInActions.Catalog.Actions.Select(Of)])).WithSummary("The actions with JSON Schema of their parameters, for forms");
        data.MapPost("/data-action/{session_id}", ActAsync).WithSummary("Carries actions out; a message in words only makes a plan, which waits to be accepted");
        data.MapGet("/data-preview/{session_id}", PreviewAsync).WithSummary("The first rows of the table as records");
    }

    private static ActionFacts Of(ActionDescription action)
    {
        using var schema = JsonDocument.Parse(ActionSchema.Of(action));
        return new ActionFacts(action.Name, action.Summary, action.Version, schema.RootElement.Clone(),
            [.. action.Parameters.Select(parameter => new ParameterFacts(parameter.Name, parameter.Help, parameter.Names, parameter.IsRequired, parameter.Choices))]);
    }

    private static async Task<Acted> ActAsync(string session_id, ActionRequest request, HttpContext context, Workbench workbench, CancellationToken stop)
    {
        var key = context.KeyOf(session_id);
        if (request.Actions is null && request.Message is { Length: > 0 } message)
        {
            var words = await workbench.SayAsync(key, message, stop);
            if (words is not { Waiting: { } waiting })
                throw new RefusedException(new Refusal(RefusalKind.CannotBeDone, "not_understood", words.Message));
            return Done(session_id, waiting, words.Message, confirmed: false);
        }
        if (request.Actions is not { Count: > 0 } actions)
            throw new RefusedException(new Refusal(RefusalKind.BadRequest, "no_steps", "No actions specified"));
        var steps = new JsonArray([.. actions.Select(each => (JsonNode)new JsonObject { ["action"] = each.Action, ["params"] = each.Params is { } given ? JsonNode.Parse(given.GetRawText()) : new JsonObject() })]);
        var preview = await workbench.PlanAsync(key, new JsonObject { ["steps"] = steps }.ToJsonString(), stop);
        await workbench.AcceptAsync(key with { Version = null }, preview.PlanId, stop);
        return Done(session_id, preview, $"Workflow completed: {preview.Steps.Count} actions executed", confirmed: true);
    }

    private static Acted Done(string session, PreviewView plan, string message, bool confirmed) => new(true, message, confirmed,
        [.. plan.Steps.Select(step => new StepResult(step.Action, true, step.Summary))],
        new Stats(plan.Columns.Before, plan.Columns.After, plan.AddedColumns, plan.Rows.After), $"/api/session/{session}/export", confirmed ? null : plan);

    private static async Task<Records> PreviewAsync(string session_id, HttpContext context, Workbench workbench, CancellationToken stop, int rows = 10)
    {
        var table = await workbench.TableAsync(context.KeyOf(session_id), 0, rows, stop);
        var names = table.Columns.Select(column => column.Name).ToList();
        return new Records(true, table.TotalRows, names, [.. table.Rows.Select(row => names.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second))]);
    }

    internal sealed record Example(string Message);

    internal sealed record ActionNames(bool Success, IReadOnlyDictionary<string, string> Actions, IReadOnlyList<Example> Examples);

    internal sealed record ActionList(IReadOnlyList<ActionFacts> Actions);

    internal sealed record ActionFacts(string Name, string Summary, int Version, JsonElement Schema, IReadOnlyList<ParameterFacts> Parameters);

    internal sealed record ParameterFacts(string Name, string Help, ParameterSubject Names, bool Required, IReadOnlyList<string> Choices);

    internal sealed record RequestedAction(string Action, JsonElement? Params = null);

    internal sealed record ActionRequest(string? Message = null, IReadOnlyList<RequestedAction>? Actions = null);

    internal sealed record StepResult(string Action, bool Success, string Message);

    internal sealed record Stats(int OriginalColumns, int NewColumns, IReadOnlyList<string> ColumnsAdded, int Rows);

    internal sealed record Acted(bool Success, string Message, bool Confirmed, IReadOnlyList<StepResult> StepResults, Stats Stats, string Path, [property: JsonPropertyName("preview")] PreviewView? Waiting);

    internal sealed record Records(bool Success, int TotalRows, IReadOnlyList<string> Columns, [property: JsonPropertyName("preview")] IReadOnlyList<IReadOnlyDictionary<string, object?>> First);
}
