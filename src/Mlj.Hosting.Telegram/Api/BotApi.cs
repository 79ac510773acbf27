using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Mlj.Hosting.Telegram.Api.Shapes;

namespace Mlj.Hosting.Telegram.Api;

/// <summary>
/// The methods of Telegram's Bot API that the bot needs, under their own names. 429 is waited for and tried again; so are failures of the
/// server and of the network where a repetition does no harm. Safe to share between threads.
/// </summary>
/// <param name="http">Speaks to the API; it must not log addresses, which have the token in them.</param>
/// <param name="address">Where the API is.</param>
/// <param name="token">The bot's token.</param>
/// <param name="time">The clock.</param>
internal sealed class BotApi(HttpClient http, string address, string token, TimeProvider time)
{
    /// <summary>The largest file that the API hands out: 20 MB.</summary>
    public const long MaxDownload = 20L << 20;

    private const int Tries = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FilePatience = TimeSpan.FromMinutes(3);
    private static readonly string[] Wanted = ["message", "callback_query"];
    private static readonly LinkPreviewOptions NoPreview = new(IsDisabled: true);

    private readonly string _root = address.TrimEnd('/');
    private readonly SendRate _rate = new(time);

    /// <summary>Waits for updates. A failure is not tried again here: the caller polls anyway.</summary>
    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(long? offset, int seconds, CancellationToken cancellation)
    {
        return await CallAsync("getUpdates", () => JsonContent.Create(new GetUpdates(offset, seconds, Wanted), BotApiJson.Default.GetUpdates), BotApiJson.Default.Updates, tries: 1, Patience + TimeSpan.FromSeconds(seconds), cancellation) ?? [];
    }

    /// <summary>Sends a text of HTML.</summary>
    /// <returns>The id of the message.</returns>
    /// <exception cref="BotApiException">Refused, or uncertain: then it may have arrived, and it is not sent again here.</exception>
    public async Task<long> SendMessageAsync(long chat, string text, InlineKeyboardMarkup? buttons, CancellationToken cancellation)
    {
        await _rate.WaitAsync(chat, cancellation);
        var message = await CallAsync("sendMessage", () => JsonContent.Create(new SendMessage(chat, text, buttons, NoPreview), BotApiJson.Default.SendMessage), BotApiJson.Default.MessageAnswer, tries: 1, Patience, cancellation);
        return message?.MessageId ?? 0;
    }

    /// <summary>Puts another text in the place of one.</summary>
    public async Task EditMessageTextAsync(long chat, long message, string text, InlineKeyboardMarkup? buttons, CancellationToken cancellation)
    {
        await _rate.WaitAsync(chat, cancellation);
        await CallAsync("editMessageText", () => JsonContent.Create(new EditMessageText(chat, message, text, buttons, NoPreview), BotApiJson.Default.EditMessageText), BotApiJson.Default.AnyAnswer, Tries, Patience, cancellation);
    }

    /// <summary>Puts another text under a file.</summary>
    public async Task EditMessageCaptionAsync(long chat, long message, string caption, InlineKeyboardMarkup? buttons, CancellationToken cancellation)
    {
        await _rate.WaitAsync(chat, cancellation);
        await CallAsync("editMessageCaption", () => JsonContent.Create(new EditMessageCaption(chat, message, caption, buttons), BotApiJson.Default.EditMessageCaption), BotApiJson.Default.AnyAnswer, Tries, Patience, cancellation);
    }

    /// <summary>Sends a file with a text of HTML.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="content">The bytes; read to the end.</param>
    /// <param name="caption">The text under it.</param>
    /// <param name="buttons">The buttons under it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="BotApiException">Refused, or uncertain: then it may have arrived, and it is not sent again here.</exception>
    public async Task<long> SendDocumentAsync(long chat, string name, Stream content, string caption, InlineKeyboardMarkup? buttons, CancellationToken cancellation)
    {
        await _rate.WaitAsync(chat, cancellation);
        var message = await CallAsync("sendDocument", Form, BotApiJson.Default.MessageAnswer, tries: 1, FilePatience, cancellation);
        return message?.MessageId ?? 0;

        HttpContent Form()
        {
            content.Position = 0;
            // The form closes what it holds, and after a 429 the stream is read again.
            var form = new MultipartFormDataContent
            {
                { new StringContent(chat.ToString(System.Globalization.CultureInfo.InvariantCulture)), "chat_id" },
                { new StringContent(caption), "caption" },
                { new StringContent("HTML"), "parse_mode" },
            };
            if (buttons is not null)
                form.Add(new StringContent(JsonSerializer.Serialize(buttons, BotApiJson.Default.InlineKeyboardMarkup)), "reply_markup");
            form.Add(new StreamContent(new OpenStream(content)), "document", name);
            return form;
        }
    }

    /// <summary>Says that a press was seen.</summary>
    public Task AnswerCallbackQueryAsync(string query, CancellationToken cancellation) =>
        CallAsync("answerCallbackQuery", () => JsonContent.Create(new AnswerCallbackQuery(query), BotApiJson.Default.AnswerCallbackQuery), BotApiJson.Default.AnyAnswer, tries: 2, Patience, cancellation);

    /// <summary>Opens a file that somebody sent; the caller closes the stream.</summary>
    /// <param name="file">The file's id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Stream> DownloadAsync(string file, CancellationToken cancellation)
    {
        var location = await CallAsync("getFile", () => JsonContent.Create(new GetFile(file), BotApiJson.Default.GetFile), BotApiJson.Default.FileAnswer, Tries, Patience, cancellation);
        if (location?.FilePath is not { Length: > 0 } path)
            throw new BotApiException("getFile", 400, "The file has no path.");
        var address = $"{_root}/file/bot{token}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
        for (var failures = 0; ;)
        {
            try
            {
                using var patience = new CancellationTokenSource(FilePatience, time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
                using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, both.Token);
                if (response.IsSuccessStatusCode)
                {
                    // Fetched whole before it is handed on, so that a broken connection is tried again here and nowhere else. It is at most 20 MB.
                    var copy = new MemoryStream();
                    await using var body = await response.Content.ReadAsStreamAsync(both.Token);
                    await CopyAsync(body, copy, both.Token);
                    copy.Position = 0;
                    return copy;
                }
                if ((int)response.StatusCode < 500 || ++failures >= Tries)
                    throw new BotApiException("file", (int)response.StatusCode, "The file cannot be fetched.");
            }
            catch (Exception error) when (IsLost(error, cancellation))
            {
                if (++failures >= Tries)
                    throw new BotApiException("file", null, Redacted(error));
            }
            await Task.Delay(Backoff.After(failures), time, cancellation);
        }
    }

    /// <summary>Sets the menu of commands.</summary>
    public Task SetMyCommandsAsync(IReadOnlyList<BotCommand> commands, CancellationToken cancellation) =>
        CallAsync("setMyCommands", () => JsonContent.Create(new SetMyCommands(commands), BotApiJson.Default.SetMyCommands), BotApiJson.Default.AnyAnswer, Tries, Patience, cancellation);

    /// <summary>Has updates sent to an address.</summary>
    public Task SetWebhookAsync(string url, string secret, CancellationToken cancellation) =>
        CallAsync("setWebhook", () => JsonContent.Create(new SetWebhook(url, secret, Wanted), BotApiJson.Default.SetWebhook), BotApiJson.Default.AnyAnswer, Tries, Patience, cancellation);

    /// <summary>Has updates wait to be polled; those that wait already are kept.</summary>
    public Task DeleteWebhookAsync(CancellationToken cancellation) =>
        CallAsync("deleteWebhook", () => JsonContent.Create(new DeleteWebhook(), BotApiJson.Default.DeleteWebhook), BotApiJson.Default.AnyAnswer, Tries, Patience, cancellation);

    /// <summary>Calls a method.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="content">Makes the request's body, for every try anew.</param>
    /// <param name="answer">How the answer is read.</param>
    /// <param name="tries">How often it is tried when the server fails or is not reached; 1 where a repetition would do harm. 429 does not count: nothing was done then.</param>
    /// <param name="patience">How long one try may take.</param>
    /// <param name="cancellation">Stops waiting.</param>
    private async Task<T?> CallAsync<T>(string method, Func<HttpContent> content, JsonTypeInfo<ApiResponse<T>> answer, int tries, TimeSpan patience, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            BotApiException failure;
            try
            {
                using var timeout = new CancellationTokenSource(patience, time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
                using var response = await http.PostAsync($"{_root}/bot{token}/{method}", content(), both.Token);
                var (status, body) = ((int)response.StatusCode, await ReadAsync(response, answer, both.Token));
                if (body is { Ok: true } && status < 300)
                    return body.Result;
                if (status == 429)
                {
                    await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(body?.Parameters?.RetryAfter ?? 1, 1, 600)), time, cancellation);
                    continue;
                }
                failure = new BotApiException(method, status is >= 300 ? status : 502, body?.Description is { } why ? Redacted(why) : "The answer is none of the Bot API.");
                if (status < 500 && body is not null)
                    throw failure;
            }
            catch (Exception error) when (IsLost(error, cancellation))
            {
                failure = new BotApiException(method, null, Redacted(error));
                // Where no connection was made, nothing was sent.
                if (error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } && tries == 1 && method != "getUpdates" && failures < Tries)
                {
                    await Task.Delay(Backoff.After(++failures), time, cancellation);
                    continue;
                }
            }
            if (++failures >= tries)
                throw failure;
            await Task.Delay(Backoff.After(failures), time, cancellation);
        }
    }

    private static async Task<ApiResponse<T>?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<ApiResponse<T>> answer, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(answer, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationToken cancellation)
    {
        var buffer = new byte[64 << 10];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (to.Length + read > MaxDownload)
                throw new BotApiException("file", 413, "The file is larger than the Bot API hands out.");
            to.Write(buffer, 0, read);
        }
    }

    private static bool IsLost(Exception error, CancellationToken cancellation) =>
        error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested);

    // The original is not handed on as a cause: whoever writes it to a log would write the token with it.
    private string Redacted(Exception error) => Redacted(error.GetType().Name + ": " + error.Message);

    private string Redacted(string text) => text.Replace(token, "***", StringComparison.Ordinal);
}
