using System.Text.Json;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Output;

/// <summary>The types of parameters as they are named on the wire.</summary>
internal static class ActionWords
{
    public static string TypeOf(ActionParameter parameter) => parameter.Type switch
    {
        { IsEnum: true } => "choice",
        var type when type == typeof(string) => "text",
        var type when type == typeof(decimal) => "number",
        var type when type == typeof(int) => "whole_number",
        var type when type == typeof(bool) => "boolean",
        var type when type == typeof(Tables.Cell) => "text_or_number",
        var type when type == typeof(IReadOnlyList<Tables.Cell>) => "text_or_number_or_list",
        var type when type == typeof(IReadOnlyList<decimal>) => "numbers",
        var type when type == typeof(IReadOnlyDictionary<string, decimal>) => "numbers_by_name",
        _ => "texts",
    };

    public static string SubjectOf(ActionParameter parameter) => JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Names.ToString());

    public static string RiskOf(ActionDescription action) => JsonNamingPolicy.SnakeCaseLower.ConvertName(action.Risk.ToString());

    /// <summary>The default as it stands in a plan; null when there is none.</summary>
    public static string? DefaultOf(ActionParameter parameter) => parameter.Default switch
    {
        null => null,
        decimal number => Tables.Cell.Of(number).ToString(),
        int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        Enum choice => Quoted(JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString())),
        string text => Quoted(text),
        Tables.Cell { Number: { } number } => Tables.Cell.Of(number).ToString(),
        Tables.Cell cell => Quoted(cell.Text ?? ""),
        IEnumerable<decimal> numbers => $"[{string.Join(", ", numbers.Select(number => Tables.Cell.Of(number)))}]",
        IEnumerable<string> texts => $"[{string.Join(", ", texts.Select(Quoted))}]",
        _ => null,
    };

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
