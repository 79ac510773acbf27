using System.Text;
using System.Text.Json;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>The parameters of an action as JSON Schema (draft 2020-12): the schema of <c>params</c> in a plan's step.</summary>
public static class ActionSchema
{
    /// <summary>The dialect that every schema names.</summary>
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as a document.</summary>
    public static string Of(ActionDescription action)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            Write(writer, action);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes the schema as one value: types, ranges, choices, defaults, examples; unknown parameters are forbidden.</summary>
    /// <remarks>That a column is there, or its name free, only a table can tell: a schema says it in words.</remarks>
    public static void Write(Utf8JsonWriter writer, ActionDescription action)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(action);
        writer.WriteStartObject();
        writer.WriteString("$schema", Dialect);
        writer.WriteString("title", action.Name);
        writer.WriteString("description", action.Summary);
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var parameter in action.Parameters)
            WriteParameter(writer, parameter);
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (var parameter in action.Parameters.Where(parameter => parameter.IsRequired))
            writer.WriteStringValue(parameter.Name);
        writer.WriteEndArray();
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter writer, ActionParameter parameter)
    {
        var isList = ParameterValue.IsTextList(parameter);
        var canBeNull = !parameter.IsRequired && parameter.Default is null;
        var (types, inner, innerTypes) = ShapeOf(parameter.Type);
        writer.WriteStartObject(parameter.Name);
        WriteTypes(writer, canBeNull ? [.. types, "null"] : types);
        writer.WriteString("description", parameter.Help);
        if (inner is not null)
        {
            writer.WriteStartObject(inner);
            WriteTypes(writer, innerTypes);
            writer.WriteEndObject();
        }
        if (parameter.Choices.Count > 0)
            WriteChoices(writer, parameter.Choices, canBeNull);
        // A blank name is the one name that no table accepts.
        if (parameter.Names == ParameterSubject.NewColumn)
            writer.WriteString("pattern", "\\S");
        if (parameter.Minimum is { } least)
            writer.WriteNumber("minimum", least);
        if (parameter.Maximum is { } most)
            writer.WriteNumber("maximum", most);
        if (!parameter.IsRequired)
        {
            writer.WritePropertyName("default");
            ParameterValue.Write(writer, parameter.Default);
        }
        if (parameter.Examples.Count > 0)
        {
            writer.WriteStartArray("examples");
            foreach (var example in parameter.Examples)
                ParameterValue.Write(writer, isList ? new[] { (string)example } : example);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter writer, string[] types)
    {
        if (types.Length == 1)
        {
            writer.WriteString("type", types[0]);
            return;
        }
        writer.WriteStartArray("type");
        foreach (var type in types)
            writer.WriteStringValue(type);
        writer.WriteEndArray();
    }

    private static void WriteChoices(Utf8JsonWriter writer, IReadOnlyList<string> choices, bool canBeNull)
    {
        writer.WriteStartArray("enum");
        foreach (var choice in choices)
            writer.WriteStringValue(choice);
        if (canBeNull)
            writer.WriteNullValue();
        writer.WriteEndArray();
    }

    /// <summary>The types that a value can have, and those of what is within it, with the word that says so.</summary>
    private static (string[] Types, string? Inner, string[] InnerTypes) ShapeOf(Type type) => type switch
    {
        _ when type == typeof(bool) => (["boolean"], null, []),
        _ when type == typeof(int) => (["integer"], null, []),
        _ when type == typeof(decimal) => (["number"], null, []),
        _ when type == typeof(Cell) => (["string", "number"], null, []),
        _ when type == typeof(IReadOnlyList<Cell>) => (["string", "number", "array"], "items", ["string", "number"]),
        _ when type == typeof(IReadOnlyList<decimal>) => (["array"], "items", ["number"]),
        _ when type == typeof(IReadOnlyDictionary<string, decimal>) => (["object"], "additionalProperties", ["number"]),
        _ when type == typeof(IReadOnlyList<string>) => (["array"], "items", ["string"]),
        _ => (["string"], null, []),
    };
}
