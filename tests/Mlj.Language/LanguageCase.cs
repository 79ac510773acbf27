using System.Text.Json.Nodes;

namespace Mlj.Language;

/// <summary>A request, and what shall come of it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Message">What is said.</param>
/// <param name="Columns">The columns of the table that it is about.</param>
/// <param name="Expected">The outcome: <c>actions</c>, <c>clarify</c>, <c>refuse</c>, <c>answer</c> or <c>undo</c>.</param>
/// <param name="Actions">The steps, for the outcome <c>actions</c>: only the parameters that matter.</param>
/// <param name="Category">What kind of request it is.</param>
public sealed record LanguageCase(string Id, string Message, IReadOnlyList<string> Columns, string Expected, IReadOnlyList<JsonObject> Actions, string Category)
{
    /// <summary>Reads a file of one JSON document a line.</summary>
    public static IReadOnlyList<LanguageCase> Read(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Parse)];

    private static LanguageCase Parse(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        var expected = json["expect"]!.AsObject().First();
        return new LanguageCase(
            (string)json["id"]!, (string)json["message"]!, [.. json["columns"]!.AsArray().Select(name => (string)name!)], expected.Key,
            expected.Value is JsonArray actions ? [.. actions.Select(action => action!.AsObject())] : [], (string)json["category"]!);
    }
}
