using System.Globalization;
using System.Text.Json;
using Mlj.Tables;
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
        else if (type == typeof(Cell))
            value = CellOf(json);
        else if (type == typeof(IReadOnlyList<Cell>))
            value = CellsOf(json);
        else if (type == typeof(IReadOnlyDictionary<string, decimal>))
            value = NumbersByName(json);
        else if (IsNumberList(type) && json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Number && each.TryGetDecimal(out _)))
            value = json.EnumerateArray().Select(each => each.GetDecimal()).ToArray();
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
            case Cell cell:
                WriteCell(writer, cell);
                break;
            case IReadOnlyList<Cell> cells:
                // One value stands for itself: "value": 60.
                if (cells.Count != 1)
                    writer.WriteStartArray();
                foreach (var each in cells)
                    WriteCell(writer, each);
                if (cells.Count != 1)
                    writer.WriteEndArray();
                break;
            case IReadOnlyDictionary<string, decimal> numbers:
                writer.WriteStartObject();
                foreach (var (name, each) in numbers)
                    writer.WriteNumber(name, each);
                writer.WriteEndObject();
                break;
            case IEnumerable<decimal> numbers:
                writer.WriteStartArray();
                foreach (var each in numbers)
                    writer.WriteNumberValue(each);
                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"A parameter cannot hold {value.GetType().Name}.");
        }
    }

    public static bool AreEqual(object? value, object? other) => (value, other) switch
    {
        (IEnumerable<string> texts, IEnumerable<string> others) => texts.SequenceEqual(others),
        (IEnumerable<Cell> cells, IEnumerable<Cell> others) => cells.SequenceEqual(others),
        (IReadOnlyDictionary<string, decimal> numbers, IReadOnlyDictionary<string, decimal> others) => numbers.SequenceEqual(others),
        (IEnumerable<decimal> numbers, IEnumerable<decimal> others) => numbers.SequenceEqual(others),
        _ => Equals(value, other),
    };

    /// <summary>What a parameter takes, in words.</summary>
    public static string Expected(ActionParameter parameter) => parameter.Type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", parameter.Choices)}",
        var type when type == typeof(string) => "a text",
        var type when type == typeof(bool) => "true or false",
        var type when type == typeof(int) => "a whole number",
        var type when type == typeof(decimal) => "a number",
        var type when type == typeof(Cell) => "a text or a number",
        var type when type == typeof(IReadOnlyList<Cell>) => "a text, a number, or a list of them",
        var type when type == typeof(IReadOnlyDictionary<string, decimal>) => "an object of numbers by name, such as {\"A\": 90, \"F\": 0}, each name once",
        var type when IsNumberList(type) => "a list of numbers",
        _ => "a list of texts",
    };

    /// <summary>The range of a number, in words.</summary>
    public static string Range(ActionParameter parameter) => (parameter.Minimum, parameter.Maximum) switch
    {
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"{least} or more"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"{most} or less"),
        _ => "any number",
    };

    /// <summary>Whether a property of this type can be a parameter: <see cref="TryRead"/> and <see cref="Write"/> know it.</summary>
    public static bool IsSupported(Type type) => type.IsEnum || IsTextList(type) || IsNumberList(type)
        || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(decimal)
        || type == typeof(Cell) || type == typeof(IReadOnlyList<Cell>) || type == typeof(IReadOnlyDictionary<string, decimal>);

    /// <summary>Whether a parameter takes a list of texts.</summary>
    public static bool IsTextList(ActionParameter parameter) => IsTextList(parameter.Type);

    /// <summary>What stands there instead, short enough for a sentence.</summary>
    public static string Found(JsonElement json) => ShortText.Of(json.GetRawText(), 40);

    private static Cell? CellOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Cell.Of(json.GetString()),
        JsonValueKind.Number when json.TryGetDecimal(out var number) => Cell.Of(number),
        _ => null,
    };

    private static Cell[]? CellsOf(JsonElement json)
    {
        Cell?[] cells = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(CellOf)] : [CellOf(json)];
        return cells.Contains(null) ? null : Array.ConvertAll(cells, cell => cell!.Value);
    }

    private static OrderedDictionary<string, decimal>? NumbersByName(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var numbers = new OrderedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetDecimal(out var number) || !numbers.TryAdd(property.Name, number))
                return null;
        return numbers;
    }

    private static void WriteCell(Utf8JsonWriter writer, Cell cell)
    {
        if (cell.Number is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(cell.Text ?? "");
    }

    private static bool IsTextList(Type type) => type.IsAssignableFrom(typeof(string[])) && type != typeof(object);

    private static bool IsNumberList(Type type) => type.IsAssignableFrom(typeof(decimal[])) && type != typeof(object);
}
