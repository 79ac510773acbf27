using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mlj.Hosting.Telegram.Tests.Fakes;

/// <summary>
/// Telegram as far as the bot sees it: updates with offsets that confirm, messages with ids, edits that say when nothing changed, files, and
/// whatever failure a test scripts. It listens on loopback.
/// </summary>
internal sealed class FakeTelegram : IAsyncDisposable
{
    public const string Token = "4242:CANARY-token_0123456789";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _updates = [];
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private long _nextMessage = 100;
    private long _nextUpdate = 1;

    private FakeTelegram(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>Every call in its order, also those that failed.</summary>
    public ConcurrentQueue<FakeCall> Calls { get; } = new();

    /// <summary>What the person sees, by the message's id.</summary>
    public ConcurrentDictionary<long, FakeMessage> Messages { get; } = new();

    /// <summary>What goes wrong: asked at every call, with how often this method was called before.</summary>
    public Func<string, int, FakeFault?> Script { get; set; } = (_, _) => null;

    /// <summary>Answers a call in another place; null lets the fake answer.</summary>
    public Func<HttpContext, string, byte[], Task<bool>>? Elsewhere { get; set; }

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int Unconfirmed
    {
        get
        {
            lock (_lock)
                return _updates.Count;
        }
    }

    public static async Task<FakeTelegram> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var fake = new FakeTelegram(app);
        app.Map("/{**path}", fake.AnswerAsync);
        await app.StartAsync();
        fake.Address = app.Urls.Single();
        return fake;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>The person writes.</summary>
    public void Say(string text, long chat = 7, string type = "private") => Add(chat, new JsonObject { ["text"] = text }, type);

    /// <summary>The person sends a file.</summary>
    public void SendFile(string name, byte[] content, string? album = null, long chat = 7, long? size = null)
    {
        var id = "file" + _files.Count.ToString(CultureInfo.InvariantCulture);
        _files[id] = content;
        var message = new JsonObject { ["document"] = new JsonObject { ["file_id"] = id, ["file_unique_id"] = "u" + id, ["file_name"] = name, ["file_size"] = size ?? content.Length } };
        if (album is not null)
            message["media_group_id"] = album;
        Add(chat, message);
    }

    /// <summary>The person presses a button of the last message that has one of this text.</summary>
    public void Press(string button, long chat = 7)
    {
        var message = Messages.Values.Where(each => each.Chat == chat && each.Button(button) is not null).MaxBy(each => each.Id)
            ?? throw new InvalidOperationException($"No button '{button}'. There are: {string.Join(", ", Messages.Values.SelectMany(each => each.Buttons).Select(each => each.Text))}");
        PressData(message.Button(button)!, message.Id, chat);
    }

    public void PressData(string data, long message, long chat = 7)
    {
        lock (_lock)
            _updates.Add(new JsonObject
            {
                ["update_id"] = _nextUpdate++,
                ["callback_query"] = new JsonObject
                {
                    ["id"] = "q" + _nextUpdate.ToString(CultureInfo.InvariantCulture),
                    ["from"] = new JsonObject { ["id"] = chat },
                    ["data"] = data,
                    ["message"] = new JsonObject { ["message_id"] = message, ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" } },
                },
            });
    }

    /// <summary>The oldest update that waits, as Telegram would send it to a webhook.</summary>
    public string TakeUpdate()
    {
        lock (_lock)
        {
            var update = _updates[0];
            _updates.RemoveAt(0);
            return update.ToJsonString();
        }
    }

    private void Add(long chat, JsonObject message, string type = "private")
    {
        lock (_lock)
        {
            message["message_id"] = _nextMessage++;
            message["date"] = 1_772_600_000;
            message["chat"] = new JsonObject { ["id"] = chat, ["type"] = type, ["first_name"] = "Zoë CANARY-name" };
            message["from"] = new JsonObject { ["id"] = chat, ["first_name"] = "Zoë CANARY-name" };
            _updates.Add(new JsonObject { ["update_id"] = _nextUpdate++, ["message"] = message });
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var method = path.StartsWith("/file/", StringComparison.Ordinal) ? "file" : path.Split('/')[^1];
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy, context.RequestAborted);
        var body = copy.ToArray();
        var fields = Fields(context, body);
        FakeFault? fault;
        lock (_lock)
        {
            fault = Script(method, Calls.Count(call => call.Method == method));
            Calls.Enqueue(new FakeCall(method, fields, System.Diagnostics.Stopwatch.GetTimestamp()));
        }
        if (fault is { IsBefore: true } && await FailAsync(context, fault))
            return;
        if (Elsewhere is { } other && await other(context, method, body))
            return;
        var (status, answer) = method == "file" ? (200, null) : await DoAsync(method, fields, context.RequestAborted);
        if (fault is { IsBefore: false } && await FailAsync(context, fault))
            return;
        context.Response.StatusCode = status;
        if (method == "file")
            await context.Response.Body.WriteAsync(_files[path.Split('/')[^1]]);
        else
            await context.Response.WriteAsync(answer!.ToJsonString());
    }

    private static async Task<bool> FailAsync(HttpContext context, FakeFault fault)
    {
        if (fault.Then is { } then)
        {
            then();
            context.Abort();
            return true;
        }
        if (fault.Status == 0)
        {
            context.Abort();
            return true;
        }
        context.Response.StatusCode = fault.Status;
        await context.Response.WriteAsync(fault.Body);
        return true;
    }

    private async Task<(int Status, JsonObject Answer)> DoAsync(string method, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        switch (method)
        {
            case "getUpdates":
                return Ok(await UpdatesAsync(fields, cancellation));
            case "sendMessage":
            case "sendDocument":
                lock (_lock)
                {
                    var id = _nextMessage++;
                    Messages[id] = FakeMessage.Of(id, fields);
                    return Ok(new JsonObject { ["message_id"] = id, ["date"] = 1_772_600_000, ["chat"] = new JsonObject { ["id"] = Messages[id].Chat, ["type"] = "private" } });
                }
            case "editMessageText":
            case "editMessageCaption":
                var edited = long.Parse(fields["message_id"], CultureInfo.InvariantCulture);
                if (!Messages.TryGetValue(edited, out var former) || former.Chat != FakeMessage.Of(edited, fields).Chat)
                    return Error("Bad Request: message to edit not found");
                if (former.IsDocument != (method == "editMessageCaption"))
                    return Error(former.IsDocument ? "Bad Request: there is no text in the message to edit" : "Bad Request: there is no caption in the message to edit");
                var next = FakeMessage.Of(edited, fields) with { IsDocument = former.IsDocument, Document = former.Document };
                if (next.Text == former.Text && next.Buttons.SequenceEqual(former.Buttons))
                    return Error("Bad Request: message is not modified: specified new message content and reply markup are exactly the same");
                Messages[edited] = next;
                return Ok(new JsonObject { ["message_id"] = edited });
            case "getFile":
                return _files.ContainsKey(fields["file_id"]) ? Ok(new JsonObject { ["file_id"] = fields["file_id"], ["file_path"] = "documents/" + fields["file_id"] }) : Error("Bad Request: wrong file_id");
            default:
                return Ok(JsonValue.Create(true));
        }
    }

    private async Task<JsonArray> UpdatesAsync(Dictionary<string, string> fields, CancellationToken cancellation)
    {
        for (var waited = 0; ; waited++)
        {
            lock (_lock)
            {
                if (fields.TryGetValue("offset", out var offset))
                    _updates.RemoveAll(update => (long)update["update_id"]! < long.Parse(offset, CultureInfo.InvariantCulture));
                if (_updates.Count > 0 || waited >= 10)
                    return [.. _updates.Select(update => update.DeepClone())];
            }
            await Task.Delay(10, cancellation);
        }
    }

    private static (int, JsonObject) Ok(JsonNode result) => (200, new JsonObject { ["ok"] = true, ["result"] = result });

    private static (int, JsonObject) Error(string description) => (400, new JsonObject { ["ok"] = false, ["error_code"] = 400, ["description"] = description });

    private static Dictionary<string, string> Fields(HttpContext context, byte[] body)
    {
        if (context.Request.HasFormContentType)
        {
            // The form was read into memory above, so it is read again from there.
            context.Request.Body = new MemoryStream(body);
            var form = context.Request.ReadFormAsync().GetAwaiter().GetResult();
            var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream();
                file.CopyTo(content);
                fields[file.Name] = file.FileName + "\n" + Convert.ToBase64String(content.ToArray());
            }
            return fields;
        }
        return body.Length > 0 && JsonNode.Parse(Encoding.UTF8.GetString(body)) is JsonObject json
            ? json.ToDictionary(field => field.Key, field => field.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string)value! : field.Value?.ToJsonString() ?? "", StringComparer.Ordinal)
            : [];
    }
}
