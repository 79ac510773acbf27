namespace Mlj.Hosting.Links;

/// <summary>A one-time link as a store keeps it: of itself it opens nothing.</summary>
/// <param name="Hash">The SHA-256 of the link's code, which itself is kept nowhere.</param>
/// <param name="Session">The session's id.</param>
/// <param name="Expires">When it ends; kept to the millisecond.</param>
/// <param name="Sealed">The owner's token, which the code opens.</param>
public sealed record StoredLink(string Hash, string Session, DateTimeOffset Expires, string Sealed);
