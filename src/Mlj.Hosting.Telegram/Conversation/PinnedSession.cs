namespace Mlj.Hosting.Telegram.Conversation;

/// <summary>A session that a chat owns.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sealed">The owner's token, sealed with the bot's token: the store alone opens nothing.</param>
internal sealed record PinnedSession(string Id, string Sealed);
