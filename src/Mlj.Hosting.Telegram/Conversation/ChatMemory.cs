using Mlj.Hosting.Telegram.Replies;

namespace Mlj.Hosting.Telegram.Conversation;

/// <summary>What a chat remembers. Everything else is the session's.</summary>
internal sealed record ChatMemory
{
    /// <summary>The chat's session; null before the first file.</summary>
    public PinnedSession? Session { get; init; }

    /// <summary>The session that was left last, so that one can go back.</summary>
    public PinnedSession? Former { get; init; }

    /// <summary>The greatest id of a message of the chat that is known.</summary>
    public long LastMessage { get; init; }

    /// <summary>The message that tells of the files that came, and is edited as more come; null when another answer came after it.</summary>
    public long? FilesMessage { get; init; }

    /// <summary>When the first file came that no message tells of yet; null when there is none.</summary>
    public DateTimeOffset? FilesSince { get; init; }

    /// <summary>What was not taken since that message was begun.</summary>
    public IReadOnlyList<NotTaken> Refused { get; init; } = [];

    /// <summary>The answers that were offered to a question back.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What is being done, so that it is not done again after a crash.</summary>
    public Doing? Doing { get; init; }
}
