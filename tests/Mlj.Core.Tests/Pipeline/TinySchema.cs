using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mlj.Tests.Pipeline;

/// <summary>As much of JSON Schema as action schemas use, written by hand; a word that it does not know is a failure.</summary>
internal static class TinySchema
{
    private static readonly string[] Words =
        ["$schema", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "pattern", "minimum", "maximum", "default", "examples"];

    /// <summary>What is wrong with a value; nothing when it is valid.</summary>
    public static IEnumerable<string> Problems(JsonElement schema, JsonElement value, string path = "")
    {
        foreach (var word in schema.EnumerateObject())
        {
            Assert.Contains(word.Name, Words);
            foreach (var problem in Problems(schema, word, value, path))
                yield return problem;
        }
    }

    private static IEnumerable<string> Problems(JsonElement schema, JsonProperty word, JsonElement value, string path)
    {
        switch (word.Name)
        {
            case "type" when !Types(word.Value).Any(type => Is(value, type)):
                yield return $"{path} is no {word.Value.GetRawText()}";
                break;
            case "enum" when !word.Value.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)):
                yield return $"{path} is not among {word.Value.GetRawText()}";
                break;
            case "minimum" when value.ValueKind == JsonValueKind.Number && value.GetDecimal() < word.Value.GetDecimal():
                yield return $"{path} is too small";
                break;
            case "maximum" when value.ValueKind == JsonValueKind.Number && value.GetDecimal() > word.Value.GetDecimal():
                yield return $"{path} is too large";
                break;
            case "pattern" when value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, word.Value.GetString()!):
                yield return $"{path} does not match";
                break;
            case "required" when value.ValueKind == JsonValueKind.Object:
                foreach (var name in word.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
                    yield return $"{path}/{name} is missing";
                break;
            case "properties" when value.ValueKind == JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    if (word.Value.TryGetProperty(property.Name, out var inner))
                        foreach (var problem in Problems(inner, property.Value, $"{path}/{property.Name}"))
                            yield return problem;
                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.Object && word.Value.ValueKind == JsonValueKind.Object:
                foreach (var problem in value.EnumerateObject().SelectMany(property => Problems(word.Value, property.Value, $"{path}/{property.Name}")))
                    yield return problem;
                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                Assert.Equal(JsonValueKind.False, word.Value.ValueKind);
                foreach (var property in value.EnumerateObject().Where(property => !schema.GetProperty("properties").TryGetProperty(property.Name, out _)))
                    yield return $"{path}/{property.Name} is unknown";
                break;
            case "items" when value.ValueKind == JsonValueKind.Array:
                foreach (var problem in value.EnumerateArray().SelectMany((item, index) => Problems(word.Value, item, $"{path}/{index}")))
                    yield return problem;
                break;
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(each => each.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number),
        _ => throw new ArgumentException(type),
    };
}
