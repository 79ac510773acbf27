using System.Text.Json.Nodes;

namespace Mlj.Agent.Phrases.Answers;

/// <summary>A step as it will be written into a plan.</summary>
/// <param name="Action">The name of the action.</param>
/// <param name="Params">Its parameters by name.</param>
internal sealed record StepDraft(string Action, JsonObject Params);
