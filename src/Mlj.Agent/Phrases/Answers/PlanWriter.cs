using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mlj.Pipeline;

namespace Mlj.Agent.Phrases.Answers;

/// <summary>Makes plans of drafts: by names and JSON, read as strictly as any other plan.</summary>
internal static class PlanWriter
{
    public static bool TryWrite(IEnumerable<StepDraft> steps, ActionCatalog catalog, [NotNullWhen(true)] out Plan? plan)
    {
        var written = new JsonObject
        {
            ["version"] = Plan.Version,
            ["steps"] = new JsonArray([.. steps.Select(step => (JsonNode)new JsonObject { ["action"] = step.Action, ["params"] = step.Params.DeepClone() })]),
        };
        return PlanJson.TryRead(written.ToJsonString(), catalog, out plan, out _);
    }
}
