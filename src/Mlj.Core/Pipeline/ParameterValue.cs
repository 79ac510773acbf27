using System.Text.Json;
using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>Values of parameters between JSON and the properties of actions.</summary>
internal static class ParameterValue
{
    public static bool TryRead(JsonElement json, ActionParameter parameter, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
            return !parameter.IsRequired && parameter.Default is null;
        var type = parameter.Type;
        if (type == typeof(string) && json.ValueKind == JsonValueKind.String)
            value = json.GetString();
        else if (type == typeof(bool) && json.ValueKind is JsonValueKind.True or JsonValueKind.False)
            value = json.GetBoolean();
        else if (type == typeof(int) && json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var whole))
            value = whole;
        else if (type == typeof(decimal) && json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number))
            value = number;
        else if (type.IsEnum && json.ValueKind == JsonValueKind.String)
            value = Enum.GetNames(type).FirstOrDefault(name => SnakeCase.Of(name) == json.GetString()) is { } name ? Enum.Parse(type, name) : null;
        else if (IsTextList(type) && json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String))
            value = json.EnumerateArray().Select(each => each.GetString()!).ToArray();
        return value is not null;
    }

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Enum choice:
                writer.WriteStringValue(SnakeCase.Of(choice.ToString()));
                break;
            case IEnumerable<string> texts:
                writer.WriteStartArray();
                foreach (var text in texts)
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"A parameter cannot hold {value.GetType().Name}.");
        }
    }

    public static bool AreEqual(object? value, object? other) =>
        value is IEnumerable<string> texts && other is IEnumerable<string> others ? texts.SequenceEqual(others) : Equals(value, other);

    /// <summary>What a parameter takes, in words.</summary>
    public static string Expected(ActionParameter parameter) => parameter.Type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", parameter.Choices)}",
        var type when type == typeof(string) => "a text",
        var type when type == typeof(bool) => "true or false",
        var type when type == typeof(int) => "a whole number",
        var type when type == typeof(decimal) => "a number",
        _ => "a list of texts",
    };

    /// <summary>What stands there instead, short enough for a sentence.</summary>
    public static string Found(JsonElement json) => ShortText.Of(json.GetRawText(), 40);

    private static bool IsTextList(Type type) => type.IsAssignableFrom(typeof(string[])) && type != typeof(object);
}
