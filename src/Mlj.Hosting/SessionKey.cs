namespace Mlj.Hosting;

/// <summary>Which session, and the proof that it is the caller's.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Token">The owner's token; null when the caller has none, which opens nothing.</param>
/// <param name="Version">The version that the caller has seen; a change of another version is refused. Null when any will do.</param>
public sealed record SessionKey(string Id, string? Token, long? Version = null);
