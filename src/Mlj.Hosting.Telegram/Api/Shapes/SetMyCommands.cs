namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Sets the menu.</summary>
internal sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands);
