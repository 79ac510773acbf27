using System.Text.Json;
using Mlj.Hosting.Chats;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Api.Shapes;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>Takes updates in: each is written down before Telegram is told that it came. One that comes again is known.</summary>
internal sealed class Receiver(IChatStore store, Workers workers, TimeProvider time)
{
    public async Task ReceiveAsync(Update update, CancellationToken cancellation)
    {
        var chat = (update.Message ?? update.CallbackQuery?.Message)?.Chat.Id ?? update.CallbackQuery?.From.Id ?? 0;
        await store.ReceiveAsync(new ReceivedUpdate(update.UpdateId, chat, time.GetUtcNow(), JsonSerializer.Serialize(update, BotApiJson.Default.Update)), cancellation);
        workers.Wake(chat);
    }
}
