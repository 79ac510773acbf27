using System.Text.Json.Serialization;

namespace Mlj.Hosting.Views;

/// <summary>What words came to: steps, answer, clarify, refuse or undone.</summary>
public sealed record WordsView(string Outcome, string Message, IReadOnlyList<string> Choices, [property: JsonPropertyName("preview")] PreviewView? Waiting, long Version);
