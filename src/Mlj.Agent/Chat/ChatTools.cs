using System.Text.Json;
using Microsoft.Extensions.AI;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Agent.Chat;

/// <summary>What a model may call: the catalogue's actions, and the answers that are no plan. None of them does anything.</summary>
internal static class ChatTools
{
    public const string Clarify = "clarify";
    public const string Refuse = "refuse";
    public const string Ask = "ask_table";
    public const string Undo = "undo";
    public const string Instead = "instead_of_last";

    /// <summary>The names of the tools that are no actions.</summary>
    public static readonly IReadOnlyList<string> Answers = [Clarify, Refuse, Ask, Undo, Instead];

    /// <summary>The subjects of questions by their names on the wire; what stands in a person's row is none of a model's questions.</summary>
    public static readonly IReadOnlyDictionary<string, QuestionSubject> Subjects =
        Enum.GetValues<QuestionSubject>().Where(subject => subject != QuestionSubject.Value).ToDictionary(subject => JsonNamingPolicy.SnakeCaseLower.ConvertName(subject.ToString()), StringComparer.Ordinal);

    public static IList<AITool> Of(ActionCatalog catalog) =>
    [
        .. catalog.Actions.Select(action => AIFunctionFactory.CreateDeclaration(action.Name, action.Summary, Schema(ActionSchema.Of(action)))),
        AIFunctionFactory.CreateDeclaration(Clarify, "Asks the person back when the request can mean several things.", Schema(
            """{"type":"object","properties":{"question":{"type":"string","description":"One short question."},"choices":{"type":"array","items":{"type":"string"},"description":"Up to five whole requests to choose from."}},"required":["question"],"additionalProperties":false}""")),
        AIFunctionFactory.CreateDeclaration(Refuse, "Says that the tools cannot do what was asked.", Schema(
            """{"type":"object","properties":{"reason":{"type":"string","description":"One sentence: why not, and what can be done instead."}},"required":["reason"],"additionalProperties":false}""")),
        AIFunctionFactory.CreateDeclaration(Ask, "Answers a question about the table without changing it.", Schema(
            $$$$"""{"type":"object","properties":{"subject":{"type":"string","enum":[{{{{string.Join(",", Subjects.Keys.Select(name => $"\"{name}\""))}}}}]},"column":{"type":"string","description":"The column asked about; left out for count, share and list."},"rows":{"type":"array","description":"Which rows: steps of filter_data and sort_data. All rows when left out.","items":{"type":"object","properties":{"action":{"type":"string"},"params":{"type":"object"}},"required":["action","params"]}}},"required":["subject"],"additionalProperties":false}""")),
        AIFunctionFactory.CreateDeclaration(Undo, "Takes back the last step.", Schema(Nothing)),
        AIFunctionFactory.CreateDeclaration(Instead, "Called beside the actions when they take the place of the last proposed ones, as after 'no, by test 2'.", Schema(Nothing)),
    ];

    private const string Nothing = """{"type":"object","properties":{},"additionalProperties":false}""";

    private static JsonElement Schema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
