using Mlj.Hosting.Views;

namespace Mlj.Hosting;

/// <summary>A session that was just begun.</summary>
/// <param name="Token">The owner's token. It is told this once and kept nowhere.</param>
/// <param name="Session">The session.</param>
public sealed record OpenedSession(string Token, SessionView Session);
