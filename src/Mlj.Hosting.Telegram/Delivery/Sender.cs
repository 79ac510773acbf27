using Mlj.Hosting.Chats;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Conversation;
using Mlj.Hosting.Telegram.Replies;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>
/// Sends what waits, once. The Bot API knows no repetition: when the answer to a message is lost, or the process ends while it is sent, nobody
/// tells whether it arrived. Editing the message that it would be to what it says tells: "not modified" when it is there.
/// </summary>
internal sealed partial class Sender(IChatStore store, BotApi api, Workbench workbench, TelegramSettings settings, TimeProvider time, ILogger<Sender> logger)
{
    /// <summary>How many ids after the last known message are looked at: other messages may have come between.</summary>
    private const int MostLookedAt = 5;

    private const long MaxSent = 50L << 20;

    /// <summary>Sends a message, or finds that it arrived.</summary>
    /// <returns>False when it must be tried again later.</returns>
    public async Task<bool> SendAsync(long chat, OutgoingMessage message, CancellationToken cancellation)
    {
        var memory = ChatMemoryJson.Read(await store.FindAsync(chat, cancellation));
        var outgoing = Outgoing.Read(message.Content);
        if (outgoing.IsOfFiles && memory is { FilesSince: not null, FilesMessage: { } files })
            outgoing = outgoing with { Edits = files };
        long sent;
        try
        {
            sent = message.AttemptedAfter is { } after && outgoing.Edits is null ? await ArrivedAsync(chat, outgoing, after, cancellation) : 0;
            if (sent == 0)
            {
                await store.AttemptAsync(message.Id, memory.LastMessage, cancellation);
                sent = await DeliverAsync(chat, outgoing, memory, cancellation);
            }
        }
        catch (BotApiException error) when (error.IsUncertain)
        {
            LogUncertain(error.Message);
            return false;
        }
        catch (BotApiException error)
        {
            // As when somebody has blocked the bot: it will not be otherwise next time.
            LogRefused(error.Code ?? 0, error.Description);
            sent = 0;
        }
        memory = memory with { LastMessage = Math.Max(memory.LastMessage, sent) };
        if (outgoing.IsOfFiles && memory.FilesSince is not null)
            memory = memory with { FilesMessage = sent == 0 ? null : sent, FilesSince = null };
        await store.SentAsync(message.Id, chat, ChatMemoryJson.Write(memory), time.GetUtcNow(), cancellation);
        return true;
    }

    private async Task<long> DeliverAsync(long chat, Outgoing outgoing, ChatMemory memory, CancellationToken cancellation)
    {
        if (outgoing.Document is not null)
            return await SendFileAsync(chat, outgoing, memory, cancellation);
        if (outgoing.Edits is { } message && await EditsAsync(chat, message, outgoing, cancellation))
            return message;
        return await api.SendMessageAsync(chat, outgoing.Html, outgoing.Buttons, cancellation);
    }

    private async Task<long> SendFileAsync(long chat, Outgoing outgoing, ChatMemory memory, CancellationToken cancellation)
    {
        var pinned = new[] { memory.Session, memory.Former }.FirstOrDefault(each => each?.Id == outgoing.Session);
        if (pinned is null || TokenSeal.Open(pinned.Sealed, settings.Token!) is not { } token)
            return await SayAsync(Wording.Gone());
        try
        {
            var file = await workbench.ExportAsync(new SessionKey(pinned.Id, token), outgoing.Document!, cancellation: cancellation);
            await using var content = file.Content;
            return content.Length > MaxSent
                ? await SayAsync(Wording.TooLargeToSend())
                : await api.SendDocumentAsync(chat, file.Name, content, outgoing.Html, outgoing.Buttons, cancellation);
        }
        catch (RefusedException error)
        {
            return await SayAsync(error.Refusal.Kind is RefusalKind.Gone or RefusalKind.NotFound ? Wording.Gone() : Wording.Refused(null, error.Refusal));
        }

        Task<long> SayAsync(Reply reply) => DeliverAsync(chat, Outgoing.Of(reply, null), memory, cancellation);
    }

    /// <summary>The id of a message that may have been sent after another one; 0 when it was not.</summary>
    private async Task<long> ArrivedAsync(long chat, Outgoing outgoing, long after, CancellationToken cancellation)
    {
        for (var message = after + 1; after > 0 && message <= after + MostLookedAt; message++)
            if (await EditsAsync(chat, message, outgoing, cancellation))
                return message;
        return 0;
    }

    /// <summary>Has a message say what is to be said.</summary>
    /// <returns>Whether it says so now; false when there is no such message of ours.</returns>
    private async Task<bool> EditsAsync(long chat, long message, Outgoing outgoing, CancellationToken cancellation)
    {
        try
        {
            if (outgoing.Document is null)
                await api.EditMessageTextAsync(chat, message, outgoing.Html, outgoing.Buttons, cancellation);
            else
                await api.EditMessageCaptionAsync(chat, message, outgoing.Html, outgoing.Buttons, cancellation);
            return true;
        }
        catch (BotApiException error) when (error.IsNotModified)
        {
            return true;
        }
        catch (BotApiException error) when (error.IsNotEditable)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody knows whether a message was sent; it is looked for. {Reason}")]
    private partial void LogUncertain(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not take a message: {Code} {Reason}")]
    private partial void LogRefused(int code, string reason);
}
