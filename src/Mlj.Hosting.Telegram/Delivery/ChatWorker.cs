using System.Text.Json;
using Mlj.Hosting.Chats;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Api.Shapes;
using Mlj.Hosting.Telegram.Conversation;
using Mlj.Hosting.Telegram.Replies;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>Works for one chat: answers its updates one after the other, and sends the answers in their order.</summary>
internal sealed partial class ChatWorker(IChatStore store, UpdateHandler handler, Sender sender, BotApi api, TelegramSettings settings, TimeProvider time, ILogger<ChatWorker> logger)
{
    private const string FilesSlot = "files";
    private const int MostTries = 5;

    /// <summary>However many files follow each other, one that came is told of after so many times the quiet that is waited for.</summary>
    private const int MostQuiets = 3;

    /// <summary>Works until nothing waits.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="woken">Ends a wait when something new has come.</param>
    /// <param name="cancellation">Stops the work; what is not finished is begun again later.</param>
    public async Task RunAsync(long chat, Func<TimeSpan, CancellationToken, Task> woken, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            var message = await store.OutgoingAsync(chat, cancellation);
            if (message is not null && message.NotBefore <= time.GetUtcNow())
            {
                failures = await sender.SendAsync(chat, message, cancellation) ? 0 : failures + 1;
                if (failures > 0)
                    await Task.Delay(Backoff.After(failures), time, cancellation);
            }
            else if (await store.BeginAsync(chat, cancellation) is { } received)
            {
                if (!await AnswerAsync(received, cancellation))
                    await Task.Delay(Backoff.After(received.Tries), time, cancellation);
            }
            else if (message is not null)
                await woken(message.NotBefore - time.GetUtcNow(), cancellation);
            else
                return;
        }
    }

    /// <summary>Answers an update.</summary>
    /// <returns>False when it must be tried again later.</returns>
    private async Task<bool> AnswerAsync(ReceivedUpdate received, CancellationToken cancellation)
    {
        var update = JsonSerializer.Deserialize(received.Content, BotApiJson.Default.Update)!;
        var memory = ChatMemoryJson.Read(await store.FindAsync(received.Chat, cancellation));
        var pressed = update.CallbackQuery?.Message?.MessageId;
        memory = memory with { LastMessage = Math.Max(memory.LastMessage, pressed ?? update.Message?.MessageId ?? 0) };
        if (update.CallbackQuery is { } query)
            await SeenAsync(query, cancellation);

        var turn = new Turn(update, memory, received.Tries > 1, (remembered, token) => store.KeepAsync(received.Chat, ChatMemoryJson.Write(remembered), time.GetUtcNow(), token).AsTask());
        IReadOnlyList<Reply> replies;
        try
        {
            replies = await handler.AnswerAsync(turn, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The message may have a name or an address in it; the type and the trace have not.
            LogFault(error.GetType().FullName, error.StackTrace);
            if (received.Tries < MostTries)
                return false;
            replies = [Wording.Fault()];
        }
        var now = time.GetUtcNow();
        memory = Remembered(turn.Memory, replies, now);
        // A press is answered where it was made, as long as nothing came after it.
        var edits = pressed == memory.LastMessage ? pressed : null;
        await store.FinishAsync(received, ChatMemoryJson.Write(memory), [.. replies.Select(reply => MessageOf(reply, memory, edits, now))], now, cancellation);
        return true;
    }

    private static ChatMemory Remembered(ChatMemory memory, IReadOnlyList<Reply> replies, DateTimeOffset now)
    {
        memory = memory with { Doing = null };
        if (replies.Any(reply => reply.IsOfFiles))
            return memory with { FilesSince = memory.FilesSince ?? now };
        return replies.Count == 0 ? memory : memory with { FilesMessage = null, FilesSince = null, Refused = [] };
    }

    private NewMessage MessageOf(Reply reply, ChatMemory memory, long? edits, DateTimeOffset now)
    {
        if (!reply.IsOfFiles)
            return new NewMessage(null, now, Outgoing.Of(reply, edits).Write());
        var quiet = TimeSpan.FromSeconds(settings.QuietSeconds);
        var (soon, latest) = (now + quiet, memory.FilesSince!.Value + quiet * MostQuiets);
        return new NewMessage(FilesSlot, soon < latest ? soon : latest, Outgoing.Of(reply, null).Write());
    }

    private async Task SeenAsync(CallbackQuery query, CancellationToken cancellation)
    {
        try
        {
            await api.AnswerCallbackQueryAsync(query.Id, cancellation);
        }
        catch (BotApiException error)
        {
            // The button stops waiting by itself after a while; the answer comes all the same.
            LogNotSeen(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An update could not be answered: {Type}\n{Trace}")]
    private partial void LogFault(string? type, string? trace);

    [LoggerMessage(Level = LogLevel.Information, Message = "A press could not be confirmed: {Reason}")]
    private partial void LogNotSeen(string reason);
}
