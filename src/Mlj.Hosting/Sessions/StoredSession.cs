namespace Mlj.Hosting.Sessions;

/// <summary>A session as a store keeps it.</summary>
/// <param name="Id">The id: letters, digits, '-' and '_', compared exactly.</param>
/// <param name="Version">From 1.</param>
/// <param name="Created">When it was begun; kept to the millisecond.</param>
/// <param name="Expires">When it ends; kept to the millisecond.</param>
/// <param name="State">Everything else, as JSON.</param>
public sealed record StoredSession(string Id, long Version, DateTimeOffset Created, DateTimeOffset Expires, string State);
