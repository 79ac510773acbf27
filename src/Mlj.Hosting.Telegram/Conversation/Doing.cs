namespace Mlj.Hosting.Telegram.Conversation;

/// <summary>A change that was begun.</summary>
/// <param name="Update">The update that asked for it.</param>
/// <param name="Version">The session's version before it: at another version it is done, or must not be done.</param>
internal sealed record Doing(long Update, long Version);
