using System.Text.Json;
using System.Text.Json.Nodes;
using Mlj.Agent.Planning;
using Mlj.Tables;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>Requests about a table, one a line.</summary>
internal sealed class RequestLines(Table table, IPlanner planner, CancellationToken cancellation)
{
    private readonly TableOutline _outline = table.RowCount > 0 ? TableOutline.Of(table) : TableOutline.OfHeadings(table.Columns.Select(column => column.Name));
    private readonly Dictionary<string, TableOutline> _outlines = new(StringComparer.Ordinal);

    /// <summary>The answer to a message about the table; a question about it is answered from its rows.</summary>
    public JsonObject Answer(string message) => Answer(message, _outline, isAboutTheTable: true);

    /// <summary>The answer to a line: plain text, a JSON text, or an object with <c>message</c>, <c>id</c> and <c>columns</c>.</summary>
    public JsonObject AnswerLine(string line)
    {
        if (Parsed(line) is not { } json)
            return Answer(line);
        if (json is JsonValue)
            return Answer(json.ToString());
        if (json is not JsonObject request || request["message"] is not JsonValue message)
            return Answer(line);
        var columns = request["columns"] as JsonArray;
        var answer = columns is null ? Answer(message.ToString()) : Answer(message.ToString(), Outline(columns), isAboutTheTable: false);
        return request["id"] is { } id ? new JsonObject([KeyValuePair.Create("id", (JsonNode?)id.DeepClone()), .. answer.ToList().Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone()))]) : answer;
    }

    private JsonObject Answer(string message, TableOutline outline, bool isAboutTheTable)
    {
        var answer = planner.AnswerAsync(new PlanningRequest(message, outline), cancellation).AsTask().GetAwaiter().GetResult();
        var json = PlannerAnswerJson.Of(answer, BuiltInActions.Catalog);
        if (isAboutTheTable && answer is PlannerAnswer.Ask asked)
            json["message"] = asked.Question.Answer(table, BuiltInActions.Catalog).Sentence;
        return json;
    }

    private TableOutline Outline(JsonArray columns)
    {
        var key = columns.ToJsonString();
        if (!_outlines.TryGetValue(key, out var outline))
            _outlines[key] = outline = TableOutline.OfHeadings(columns.Select(name => name?.ToString() ?? ""));
        return outline;
    }

    // A line that is no JSON text or object is the message itself.
    private static JsonNode? Parsed(string line)
    {
        if (line.AsSpan().Trim() is not ['{' or '"', ..])
            return null;
        try
        {
            return JsonNode.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
