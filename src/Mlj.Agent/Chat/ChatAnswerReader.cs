using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Mlj.Agent.Planning;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Agent.Chat;

/// <summary>Reads a model's answer strictly: it becomes an answer of ours, made of catalogue actions and known columns, or a list of problems.</summary>
/// <remarks>An answer is checked as the model wrote it on the columns as it saw them, so that no problem tells it a hidden word; then once more with the words put back.</remarks>
/// <param name="catalog">The known actions.</param>
/// <param name="columns">The columns as they are.</param>
/// <param name="disguise">Puts the hidden words back; it has seen all messages.</param>
/// <param name="maxSteps">The most steps.</param>
internal sealed class ChatAnswerReader(ActionCatalog catalog, KnownColumns columns, Disguise disguise, int maxSteps)
{
    private const int LongestText = 300;
    private const int MostChoices = 5;
    private const string NotHere = "With the words put back, this cannot be done on the table.";

    /// <summary>The actions that choose and order rows; a question takes no others.</summary>
    private static readonly string[] OfRows = ["filter_data", "sort_data"];

    private readonly KnownColumns _seen = columns.Renamed(disguise.Hide);

    /// <summary>Reads an answer.</summary>
    /// <param name="response">What the model said.</param>
    /// <param name="problems">Everything that is wrong with it; empty when there is an answer.</param>
    /// <returns>The answer; null when there are problems.</returns>
    public PlannerAnswer? Read(ChatResponse response, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        var calls = Calls(response, found);
        if (found.Count > 0)
            return null;
        var steps = calls.Where(call => !ChatTools.Answers.Contains(call.Name)).ToList();
        var answers = calls.Where(call => ChatTools.Answers.Contains(call.Name) && call.Name != ChatTools.Instead).ToList();
        if (steps.Count + answers.Count == 0)
            found.Add("No tool was called. Call the tools that do what was asked, or clarify, or refuse.");
        else if (answers.Count > 1 || answers.Count == 1 && steps.Count > 0)
            found.Add($"'{answers[0].Name}' stands alone; call it, or the actions, not both.");
        else if (steps.Count > maxSteps)
            found.Add($"These are {steps.Count} steps; at most {maxSteps} are done at once.");
        else
            return answers.Count == 1
                ? Answer(answers[0].Name, answers[0].Arguments, found)
                : Steps(steps, calls.Exists(call => call.Name == ChatTools.Instead), found);
        return null;
    }

    private static List<(string Name, JsonNode? Arguments)> Calls(ChatResponse response, List<string> problems)
    {
        var calls = new List<(string, JsonNode?)>();
        foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
            if (call.Exception is not null)
                problems.Add($"The arguments of '{call.Name}' are no JSON object.");
            else
                calls.Add((call.Name, Arguments(call)));
        return calls.Count + problems.Count > 0 ? calls : Written(ModelReply.Text(response));
    }

    private static JsonObject Arguments(FunctionCallContent call)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
            arguments[name] = JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object)));
        return arguments;
    }

    /// <summary>The calls of a model that writes them instead of calling: a plan as JSON, also within a fence.</summary>
    private static List<(string Name, JsonNode? Arguments)> Written(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
            return [];
        try
        {
            return JsonNode.Parse(text[start..(end + 1)], null, PlainJson) is JsonObject plan && plan["steps"] is JsonArray steps
                ? [.. steps.OfType<JsonObject>().Select(step => (step["action"] is JsonValue name && name.TryGetValue<string>(out var action) ? action : "", step["params"]?.DeepClone()))]
                : [];
        }
        // Prose with braces in it: no tool was called, and that is what the model is told.
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }

    private static readonly JsonDocumentOptions PlainJson = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private PlannerAnswer? Answer(string tool, JsonNode? arguments, List<string> problems)
    {
        switch (tool)
        {
            case ChatTools.Undo:
                return new PlannerAnswer.Undo("Take back the last step.");
            case ChatTools.Ask:
                return Question(arguments, problems);
            case ChatTools.Refuse when Sentence(arguments?["reason"]) is { } reason:
                return new PlannerAnswer.Refuse(reason);
            case ChatTools.Clarify when Sentence(arguments?["question"]) is { } question:
                var choices = (arguments!["choices"] as JsonArray)?.Select(Sentence).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostChoices) ?? [];
                return new PlannerAnswer.Clarify(question, [.. choices]);
            default:
                problems.Add($"'{tool}' needs one short sentence without links.");
                return null;
        }
    }

    private PlannerAnswer.Steps? Steps(List<(string Name, JsonNode? Arguments)> calls, bool replaces, List<string> problems)
    {
        var steps = new JsonArray([.. calls.Select(call => (JsonNode)new JsonObject { ["action"] = call.Name, ["params"] = call.Arguments?.DeepClone() ?? new JsonObject() })]);
        if (Plan(steps, problems) is not { } written)
            return null;
        problems.AddRange(_seen.Try(written, catalog, replaces).Problems.Select(problem => problem.ToString()));
        if (problems.Count > 0)
            return null;
        if (Restored(steps) is { } plan && columns.Try(plan, catalog, replaces).IsDone)
            return new PlannerAnswer.Steps(plan, PlanSentence.Of(plan, catalog)) { ReplacesPending = replaces };
        problems.Add(NotHere);
        return null;
    }

    private PlannerAnswer.Ask? Question(JsonNode? arguments, List<string> problems)
    {
        var given = arguments as JsonObject ?? [];
        if (Text(given["subject"]) is not { } subject || !ChatTools.Subjects.TryGetValue(subject, out var asked))
        {
            problems.Add($"'subject' must be one of {string.Join(", ", ChatTools.Subjects.Keys)}.");
            return null;
        }
        var name = asked is QuestionSubject.Count or QuestionSubject.Share or QuestionSubject.List ? null : Text(given["column"]) ?? "";
        if ((given["rows"] ?? new JsonArray()) is not JsonArray steps)
            problems.Add("'rows' must be a list of steps.");
        else if (Plan(steps, problems) is { } written)
        {
            if (written.Steps.Any(step => !OfRows.Contains(catalog.Describe(step).Name)))
                problems.Add($"'rows' takes only {string.Join(" and ", OfRows)}.");
            else
                problems.AddRange(_seen.Try(written, catalog).Problems.Select(problem => problem.ToString()));
            if (name is not null && !_seen.HasNumbers(name))
                problems.Add($"'column' must name a column of numbers; '{name}' is none.");
            if (problems.Count > 0)
                return null;
            var column = name is null ? null : disguise.Restore(name);
            if (Restored(steps) is { } rows && columns.Try(rows, catalog).IsDone && (column is null || columns.HasNumbers(column)))
            {
                var question = new TableQuestion(asked, column) { Rows = rows };
                return new PlannerAnswer.Ask(question, PlanSentence.Of(question, catalog));
            }
            problems.Add(NotHere);
        }
        return null;
    }

    /// <summary>A plan as the model wrote it.</summary>
    private Plan? Plan(JsonArray steps, List<string> problems)
    {
        if (PlanJson.TryRead(Json(steps), catalog, out var plan, out var found))
            return plan;
        problems.AddRange(found.Select(problem => problem.ToString()));
        return null;
    }

    /// <summary>The plan with the hidden words in it; null when a placeholder is left that nobody gave.</summary>
    private Plan? Restored(JsonArray steps) =>
        disguise.Restore(steps) is JsonArray restored && !Disguise.IsIn(restored) && PlanJson.TryRead(Json(restored), catalog, out var plan, out _) ? plan : null;

    private static string Json(JsonArray steps) => new JsonObject { ["version"] = Mlj.Pipeline.Plan.Version, ["steps"] = steps.DeepClone() }.ToJsonString();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A text of the model as a person may read it: one short line without links; null when it is none.</summary>
    private string? Sentence(JsonNode? node)
    {
        if (Text(node) is not { } text || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return null;
        var line = string.Join(' ', new string([.. text.Where(letter => !char.IsControl(letter) || char.IsWhiteSpace(letter))]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = disguise.Restore(line);
        return line.Length is > 0 and <= LongestText ? line : null;
    }
}
