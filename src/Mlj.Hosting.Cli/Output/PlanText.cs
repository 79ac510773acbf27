using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What a planner makes of a request, for people and for programs.</summary>
internal static class PlanText
{
    /// <summary>One document a line, letters of all languages as they are.</summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an answer.</summary>
    /// <param name="answer">The answer as it stands on the wire.</param>
    /// <param name="words">The request.</param>
    /// <param name="json">Whether one JSON document is asked for.</param>
    /// <param name="terminal">Where it goes.</param>
    public static void Write(JsonObject answer, string words, bool json, Terminal terminal)
    {
        if (json)
        {
            JsonOutput.Write(terminal.Output, writer =>
            {
                foreach (var (name, value) in answer)
                {
                    writer.WritePropertyName(name);
                    value!.WriteTo(writer);
                }
            });
            return;
        }
        var screen = new Screen(terminal);
        screen.Line((string)answer["message"]!);
        foreach (var (index, step) in answer["actions"]!.AsArray().Index())
            screen.Line($"  {index + 1}. {step!["action"]} {step["params"]!.ToJsonString(Compact)}");
        foreach (var choice in answer["choices"]?.AsArray() ?? [])
            screen.Line($"  mlj plan ... {choice!.ToJsonString(Compact)}");
    }
}
