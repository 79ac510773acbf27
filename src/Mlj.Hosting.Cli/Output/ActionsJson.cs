using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Output;

/// <summary>The catalogue as one JSON document.</summary>
internal static class ActionsJson
{
    public static void Write(IReadOnlyList<ActionDescription> actions, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray("actions");
        foreach (var action in actions)
        {
            json.WriteStartObject();
            json.WriteString("name", action.Name);
            json.WriteString("summary", action.Summary);
            json.WriteNumber("version", action.Version);
            json.WriteString("risk", ActionWords.RiskOf(action));
            json.WriteStartArray("parameters");
            foreach (var parameter in action.Parameters)
            {
                json.WriteStartObject();
                json.WriteString("name", parameter.Name);
                json.WriteString("type", ActionWords.TypeOf(parameter));
                json.WriteString("names", ActionWords.SubjectOf(parameter));
                json.WriteBoolean("required", parameter.IsRequired);
                json.WritePropertyName("default");
                json.WriteRawValue(ActionWords.DefaultOf(parameter) ?? "null");
                JsonOutput.WriteTexts(json, "choices", parameter.Choices);
                json.WriteString("help", parameter.Help);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WritePropertyName("schema");
            ActionSchema.Write(json, action);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
