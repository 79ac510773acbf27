namespace Mlj.Hosting.Web.Settings;

/// <summary>What hangs in this host beside the page.</summary>
/// <param name="TelegramBot">Whether the bot runs here.</param>
internal sealed record HostFeatures(bool TelegramBot);
