using System.Text.Json;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Agent.Chat;

/// <summary>Plans and questions in words. They are made of the plan itself, never of a model's text, so that they say what would be done.</summary>
internal static class PlanSentence
{
    /// <summary>What the steps would do.</summary>
    public static string Of(Plan plan, ActionCatalog catalog)
    {
        using var json = JsonDocument.Parse(PlanJson.Write(plan, catalog));
        return string.Join("; ", json.RootElement.GetProperty("steps").EnumerateArray().Select((step, index) => Of(step, index == 0))) + ".";
    }

    /// <summary>What is asked.</summary>
    public static string Of(TableQuestion question, ActionCatalog catalog) =>
        (question.Subject switch
        {
            QuestionSubject.Count => "How many rows",
            QuestionSubject.Share => "What percentage of the rows",
            QuestionSubject.List => "Which rows",
            _ => $"{Words(question.Subject.ToString())} of '{question.Column}'",
        })
        + (question.Rows.Steps.Count == 0 ? "" : $" ({Of(question.Rows, catalog).TrimEnd('.')})") + "?";

    private static string Of(JsonElement step, bool isFirst)
    {
        var name = step.GetProperty("action").GetString()!.Replace('_', ' ');
        var parameters = step.GetProperty("params").EnumerateObject().Select(each => $"{each.Name.Replace('_', ' ')} {Value(each.Value)}").ToList();
        return (isFirst ? Words(name) : name) + (parameters.Count == 0 ? "" : $" ({string.Join(", ", parameters)})");
    }

    private static string Words(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Value)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(each => $"{each.Name} {Value(each.Value)}")),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.GetRawText(),
    };
}
