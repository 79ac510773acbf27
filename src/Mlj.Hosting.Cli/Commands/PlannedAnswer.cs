using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>Plans as they come to the command line: written ones, and the answers of <c>mlj plan --json</c> whose outcome is <c>actions</c>.</summary>
internal static class PlannedAnswer
{
    /// <summary>Reads a plan; an answer gets a new seed.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Plan? plan, out IReadOnlyList<PlanProblem> problems)
    {
        if (Answer(text) is not { } answer)
            return PlanJson.TryRead(text, BuiltInActions.Catalog, out plan, out problems);
        if (answer["outcome"] is JsonValue outcome && outcome.TryGetValue<string>(out var kind) && kind == "actions")
            return PlanJson.TryRead(
                new JsonObject { ["version"] = Plan.Version, ["seed"] = Plan.NewSeed(), ["steps"] = answer["actions"]?.DeepClone() }.ToJsonString(),
                BuiltInActions.Catalog, out plan, out problems);
        plan = null;
        problems = [new PlanProblem(null, "not_a_plan", $"There are no steps to do: the planner's outcome is {answer["outcome"]?.ToJsonString() ?? "missing"}. {Said(answer)}Ask 'mlj plan' in other words.")];
        return false;
    }

    // An object with an outcome and no steps; null for anything else.
    private static JsonObject? Answer(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject answer && answer.ContainsKey("outcome") && !answer.ContainsKey("steps") ? answer : null;
        }
        catch (JsonException)
        {
            // What is no JSON is told by the reader of plans.
            return null;
        }
    }

    private static string Said(JsonObject answer)
    {
        var message = answer["message"] is JsonValue value && value.TryGetValue<string>(out var words) ? $"It said: {words} " : "";
        return answer["choices"] is JsonArray { Count: > 0 } choices ? $"{message}It offered: {string.Join("; ", choices.Select(choice => choice?.ToString()))}. " : message;
    }
}
