using System.Text.Json.Nodes;
using Mlj.Agent.Phrases;
using Mlj.Agent.Planning;

namespace Mlj.Agent.Tests.Phrases;

/// <summary>Requests about one table, and answers short enough to compare.</summary>
internal static class Speak
{
    public static readonly PhrasePlanner Planner = new(BuiltInActions.Catalog);

    public static readonly TableOutline Class = TableOutline.OfHeadings(["Full Name", "Email", "Test 1 Score", "Test 2 Score", "Test 3 Score", "Tests Taken", "Final Average"]);

    public static PlannerAnswer Of(string message, TableOutline? table = null, Conversation? said = null) =>
        Planner.Answer(new PlanningRequest(message, table ?? Class) { Conversation = said ?? Conversation.Empty });

    /// <summary>The answer on the wire, without its sentence.</summary>
    public static string Told(PlannerAnswer answer)
    {
        var json = PlannerAnswerJson.Of(answer, BuiltInActions.Catalog);
        json.Remove("message");
        json.Remove("choices");
        return json.ToJsonString();
    }

    public static string Only(PlannerAnswer answer, string parameter) =>
        PlannerAnswerJson.Of(answer, BuiltInActions.Catalog)["actions"]!.AsArray() is [JsonObject step] ? $"{step["action"]} {step["params"]![parameter]}" : Told(answer);
}
