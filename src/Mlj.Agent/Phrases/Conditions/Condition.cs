using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Columns;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>What the rows of a filter must meet.</summary>
/// <param name="Column">The column to look at.</param>
/// <param name="Operator">The operator as it stands in plans.</param>
/// <param name="Value">What to compare with; null for none.</param>
internal sealed record Condition(KnownColumn Column, string Operator, JsonNode? Value)
{
    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["greater"] = "less_equal",
        ["less_equal"] = "greater",
        ["less"] = "greater_equal",
        ["greater_equal"] = "less",
        ["equals"] = "not_equals",
        ["not_equals"] = "equals",
        ["contains"] = "not_contains",
        ["not_contains"] = "contains",
        ["is_empty"] = "not_empty",
        ["not_empty"] = "is_empty",
    };

    /// <summary>The condition that exactly the other rows meet; null when no operator says it.</summary>
    public Condition? Opposite => Opposites.TryGetValue(Operator, out var opposite) ? this with { Operator = opposite } : null;

    public static string OppositeOf(string name) => Opposites.GetValueOrDefault(name, name);

    public StepDraft Step()
    {
        var step = new JsonObject { ["column"] = Column.Name, ["operator"] = Operator };
        if (Value is not null)
            step["value"] = Value.DeepClone();
        return new StepDraft("filter_data", step);
    }
}
