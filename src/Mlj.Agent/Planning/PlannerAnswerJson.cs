using System.Text.Json.Nodes;
using Mlj.Pipeline;

namespace Mlj.Agent.Planning;

/// <summary>Answers of planners as they stand on the wire: <c>{"outcome":"actions","actions":[{"action":"...","params":{...}}],"message":"..."}</c>.</summary>
public static class PlannerAnswerJson
{
    /// <summary>The word for the kind of an answer: <c>actions</c>, <c>answer</c>, <c>clarify</c>, <c>refuse</c> or <c>undo</c>.</summary>
    public static string OutcomeOf(PlannerAnswer answer) => answer switch
    {
        PlannerAnswer.Steps => "actions",
        PlannerAnswer.Ask => "answer",
        PlannerAnswer.Clarify => "clarify",
        PlannerAnswer.Undo => "undo",
        _ => "refuse",
    };

    /// <summary>An answer with all parameters of its steps, those too that equal their defaults; <c>choices</c> stand beside a question.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="catalog">The catalogue that knows the steps' parameters.</param>
    /// <exception cref="ArgumentException">The catalogue does not have an action of the steps.</exception>
    public static JsonObject Of(PlannerAnswer answer, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(catalog);
        var json = new JsonObject { ["outcome"] = OutcomeOf(answer), ["actions"] = answer is PlannerAnswer.Steps steps ? Steps(steps.Plan, catalog) : new JsonArray(), ["message"] = answer.Message };
        if (answer is PlannerAnswer.Clarify clarify)
            json["choices"] = new JsonArray([.. clarify.Choices.Select(choice => (JsonNode)choice)]);
        return json;
    }

    private static JsonArray Steps(Plan plan, ActionCatalog catalog) => [.. JsonNode.Parse(PlanJson.WriteFull(plan, catalog))!["steps"]!.AsArray().Select(step => step!.DeepClone())];
}
