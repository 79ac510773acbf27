namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Has updates wait to be polled.</summary>
internal sealed record DeleteWebhook(bool DropPendingUpdates = false);
