namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Has updates sent to an address.</summary>
internal sealed record SetWebhook(string Url, string SecretToken, IReadOnlyList<string> AllowedUpdates, int MaxConnections = 10);
