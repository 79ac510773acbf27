namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Whether a link is looked at by Telegram, which would open a one-time link.</summary>
internal sealed record LinkPreviewOptions(bool IsDisabled);
