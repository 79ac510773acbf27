using System.Globalization;
using System.Text.Json.Nodes;

namespace Mlj.Hosting.Telegram.Tests.Fakes;

/// <summary>A message that the person sees.</summary>
internal sealed record FakeMessage(long Id, long Chat, string Text, IReadOnlyList<(string Text, string? Data, string? Url)> Buttons)
{
    public bool IsDocument { get; init; }

    /// <summary>The file's name and its bytes in base 64; null without a file.</summary>
    public string? Document { get; init; }

    public byte[] Bytes => Convert.FromBase64String(Document!.Split('\n')[1]);

    public string? Button(string text) => Buttons.Select(button => (button.Text, button.Data)).FirstOrDefault(button => button.Text == text).Data;

    public static FakeMessage Of(long id, IReadOnlyDictionary<string, string> fields)
    {
        var document = fields.GetValueOrDefault("document");
        var rows = fields.TryGetValue("reply_markup", out var markup) ? JsonNode.Parse(markup)!["inline_keyboard"]!.AsArray() : [];
        return new FakeMessage(id, long.Parse(fields["chat_id"], CultureInfo.InvariantCulture), fields.GetValueOrDefault("text") ?? fields.GetValueOrDefault("caption") ?? "",
            [.. rows.SelectMany(row => row!.AsArray()).Select(button => ((string)button!["text"]!, (string?)button["callback_data"], (string?)button["url"]))])
        { Document = document, IsDocument = document is not null };
    }
}
