namespace Mlj.Hosting.Chats;

/// <summary>A message that shall be sent.</summary>
/// <param name="Slot">Messages of one slot replace each other as long as they wait at the end of the chat's line; null for a message of its own.</param>
/// <param name="NotBefore">When it may be sent; kept to the millisecond.</param>
/// <param name="Content">What is sent, as the door's JSON.</param>
public sealed record NewMessage(string? Slot, DateTimeOffset NotBefore, string Content);
