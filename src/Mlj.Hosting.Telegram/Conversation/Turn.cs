using Mlj.Hosting.Telegram.Api.Shapes;

namespace Mlj.Hosting.Telegram.Conversation;

/// <summary>One update while it is answered.</summary>
/// <param name="update">What happened.</param>
/// <param name="memory">What the chat remembers.</param>
/// <param name="isAgain">Whether it was begun before, and may have been done.</param>
/// <param name="keep">Keeps what the chat remembers before the answer is ready.</param>
internal sealed class Turn(Update update, ChatMemory memory, bool isAgain, Func<ChatMemory, CancellationToken, Task> keep)
{
    public Update Update { get; } = update;

    public bool IsAgain { get; } = isAgain;

    /// <summary>What the chat remembers when the update is finished.</summary>
    public ChatMemory Memory { get; set; } = memory;

    /// <summary>Has the chat remember something at once.</summary>
    public Task KeepAsync(ChatMemory remembered, CancellationToken cancellation)
    {
        Memory = remembered;
        return keep(remembered, cancellation);
    }
}
