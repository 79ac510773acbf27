using System.Text.Json;
using System.Text.Json.Serialization;
using Mlj.Hosting.Telegram.Api.Shapes;
using Mlj.Hosting.Telegram.Replies;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>A reply in the form in which it waits to be sent.</summary>
/// <param name="Html">The text.</param>
/// <param name="Buttons">The buttons; null for none.</param>
/// <param name="Edits">The message whose place it takes; null for a new one.</param>
/// <param name="IsOfFiles">Whether it takes the place of the last message about files.</param>
/// <param name="Document">The format of the file that goes with it; null for none.</param>
/// <param name="Session">The session of the file; null without one.</param>
internal sealed record Outgoing(string Html, InlineKeyboardMarkup? Buttons, long? Edits = null, bool IsOfFiles = false, string? Document = null, string? Session = null)
{
    public static Outgoing Of(Reply reply, long? edits) => new(reply.Html, ButtonsOf(reply), reply.Document is null ? edits : null, reply.IsOfFiles, reply.Document, reply.Session);

    public static Outgoing Read(string json) => JsonSerializer.Deserialize(json, OutgoingJson.Default.Outgoing)!;

    public string Write() => JsonSerializer.Serialize(this, OutgoingJson.Default.Outgoing);

    private static InlineKeyboardMarkup? ButtonsOf(Reply reply) => reply.Buttons.Count == 0 ? null : new InlineKeyboardMarkup(
        [.. reply.Buttons.Select(row => (IReadOnlyList<InlineKeyboardButton>)[.. row.Select(button => new InlineKeyboardButton(button.Text, button.Data, button.Url, button.App is { } app ? new WebAppInfo(app) : null))])]);
}

/// <summary>How it is written and read; made by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
