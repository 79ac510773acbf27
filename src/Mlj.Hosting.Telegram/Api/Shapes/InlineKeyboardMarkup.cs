namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>The buttons under a message, in rows.</summary>
internal sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard);
