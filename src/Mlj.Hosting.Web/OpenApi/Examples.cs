using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Mlj.Hosting.Web.OpenApi;

/// <summary>What requests and answers look like, by method and path. A test sends every request here.</summary>
internal static class Examples
{
    private const string Json = "application/json";

    public static readonly IReadOnlyDictionary<string, string> Requests = new Dictionary<string, string>
    {
        ["PUT api/session/{session_id}/files/{file_id}"] = """{"test_number":3,"maximum":24,"score_column":"Total Marks (24)"}""",
        ["POST api/session/{session_id}/suggestions"] = """{"emails":["ada@example.org","ada@exmaple.org"],"decision":"accept"}""",
        ["POST api/session/{session_id}/suggestions/accept"] = """{"band":"sure"}""",
        ["PUT api/session/{session_id}/attempts"] = """{"attempts":"latest"}""",
        ["POST api/session/{session_id}/plan"] = """{"steps":[{"action":"add_grades","params":{"score_column":"Final Average"}}]}""",
        ["POST api/session/{session_id}/words"] = """{"message":"add letter grades by final average"}""",
        ["POST api/session/{session_id}/recipe"] = """{"recipe":{"version":1,"seed":42,"steps":[{"action":"add_grades","params":{"score_column":"Final Average"}}]},"partial":true}""",
        ["POST api/data-action/{session_id}"] = """{"actions":[{"action":"add_rank","params":{"score_column":"Final Average"}}]}""",
        ["POST api/ai-assist"] = """{"message":"sort by final average descending","session_id":"18a3f1007a88df5648bc4ee5877257fb508bc71a"}""",
        ["POST api/ai-mode"] = """{"mode":"data_agent","session_id":"18a3f1007a88df5648bc4ee5877257fb508bc71a"}""",
        ["POST api/cold-email/generate"] = """{"recipient_name":"Ada Quill","company":"Example Ltd","role_focus":"head of training","your_offering":"results in one table","your_credentials":"a teacher","your_name":"Bo Reed"}""",
    };

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["POST api/session/create"] = """{"session_id":"18a3f1007a88df5648bc4ee5877257fb508bc71a","token":"AKqB12-Nq2zxNq5MbmH1GBQV4aw5mVbm7ubH6UjQ1CU","web_url":"/?session=18a3f1007a88df5648bc4ee5877257fb508bc71a","expires_in":3600,"expires":"2026-03-04T10:00:00+00:00","version":1}""",
        ["GET api/session/{session_id}/table"] = """{"result_id":"pCwaZOVu7Hos","version":7,"total_rows":36,"from":0,"columns":[{"name":"Full Name","kind":"text","role":"name","test":null,"colour":null,"ink":null},{"name":"Test 2 Score","kind":"number","role":"score","test":2,"colour":"#87CEEB","ink":"#000000"}],"rows":[{"row":0,"cells":["Ada Quill",79.17]},{"row":1,"cells":["Bo Reed",null]}]}""",
        ["DELETE api/session/{session_id}"] = """{"status":"success","message":"Session deleted","receipt":{"sessions":1,"files":5,"bytes":38211,"at":"2026-03-04T09:30:00+00:00"}}""",
        ["GET status"] = """{"status":"active","features":{"telegram_bot":false,"web_ui":true,"ai_assistant":false,"data_agent":true},"version":"0.1.0","active_sessions":1,"uptime_seconds":86,"timestamp":"2026-03-04T09:00:00+00:00","operations":{"uploads":5,"consolidations":1,"actions":1,"exports":1}}""",
    };

    public static void AddTo(OpenApiOperation operation, string key)
    {
        if (Requests.TryGetValue(key, out var request) && operation.RequestBody?.Content?.TryGetValue(Json, out var body) == true)
            body.Example = JsonNode.Parse(request);
        if (Answers.TryGetValue(key, out var answer) && operation.Responses?.TryGetValue("200", out var response) == true && response.Content?.TryGetValue(Json, out var content) == true)
            content.Example = JsonNode.Parse(answer);
    }
}
