namespace Mlj.Hosting.Chats;

/// <summary>A message that waits to be sent.</summary>
/// <param name="Id">Its number; grows with time.</param>
/// <param name="NotBefore">When it may be sent.</param>
/// <param name="Content">What is sent, as the door's JSON.</param>
/// <param name="AttemptedAfter">The last message of the chat when sending was tried; null when it never was. A message that was tried may have arrived.</param>
public sealed record OutgoingMessage(long Id, DateTimeOffset NotBefore, string Content, long? AttemptedAfter);
