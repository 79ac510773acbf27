namespace Mlj.Hosting.Chats;

/// <summary>Something that happened in a chat and waits to be answered.</summary>
/// <param name="Id">The messenger's own number of it; grows with time.</param>
/// <param name="Chat">The chat.</param>
/// <param name="Received">When it came; kept to the millisecond.</param>
/// <param name="Content">What happened, as the messenger's JSON. It is forgotten as soon as it is answered.</param>
/// <param name="Tries">How often answering it was begun; 1 at the first time, 0 before.</param>
public sealed record ReceivedUpdate(long Id, long Chat, DateTimeOffset Received, string Content, int Tries = 0);
