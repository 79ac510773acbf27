namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>A command with what the menu says of it.</summary>
internal sealed record BotCommand(string Command, string Description);
